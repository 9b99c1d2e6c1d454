import { parse } from 'yaml';
import { z } from 'zod';
import { answered } from '../../../../vendors/answer';
import type { Finder } from '../finder';
import { oneOf } from '../match';
import { textOf } from '../resource';

const entity = z.object({
  kind: z.string(),
  metadata: z.object({ name: z.string(), namespace: z.string().default('default') }),
});
const answer = z.object({
  data: z.array(z.object({ attributes: z.object({ displayName: z.string().nullish() }) })),
});

/** Finds a Software Catalog entry by its kind, namespace and name, of which there is one. */
export const softwareCatalog: Finder = async (resource, { datadog }) => {
  const { kind, metadata } = entity.parse(parse(textOf(resource, 'entity')));
  const ref = `${kind}:${metadata.namespace}/${metadata.name}`;
  const path = '/api/v2/catalog/entity';
  const { data } = answered(
    'Datadog',
    `GET ${path}`,
    answer,
    await datadog.get(path, { 'filter[ref]': ref }),
  );
  return oneOf(
    resource,
    data.map(({ attributes }) => ({ id: ref, called: attributes.displayName ?? metadata.name })),
  );
};
