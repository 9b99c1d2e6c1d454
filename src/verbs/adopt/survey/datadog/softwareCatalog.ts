import { isDeepStrictEqual } from 'node:util';
import { parse } from 'yaml';
import * as z from 'zod';
import { shown } from '../../../../text/visible';
import { answered } from '../../../../vendors/answer';
import type { Change } from '../../../drift/differences';
import type { Finder } from '../finder';
import { oneOf } from '../match';
import { textOf } from '../resource';

const entity = z.object({
  kind: z.string(),
  metadata: z.object({ name: z.string(), namespace: z.string().default('default') }).loose(),
});
const answer = z.object({
  data: z.array(z.object({ attributes: z.object({ displayName: z.string().nullish() }) })),
  included: z.array(z.object({ attributes: z.object({ rawSchema: z.string().nullish() }) })).nullish(),
});

/** Finds a Software Catalog entry by its kind, namespace and name, which are unique. */
export const softwareCatalog: Finder = async (resource, { datadog }) => {
  const wanted = entity.parse(parse(textOf(resource, 'entity')));
  const { kind, metadata } = wanted;
  const ref = `${kind}:${metadata.namespace}/${metadata.name}`;
  const path = '/api/v2/catalog/entity';
  const { data, included } = answered(
    'Datadog',
    `GET ${path}`,
    answer,
    await datadog.get(path, { 'filter[ref]': ref, include: 'raw_schema' }),
  );
  const raw = included?.[0]?.attributes.rawSchema;
  const changes = metadataChanges(metadata, raw === null || raw === undefined ? undefined : metadataIn(raw));
  return oneOf(
    resource,
    data.map(({ attributes }) => ({ id: ref, called: attributes.displayName ?? metadata.name, changes })),
  );
};

type Metadata = Readonly<Record<string, unknown>>;

/** A deploy replaces the whole entry; these are the parts of it that differ. */
function metadataChanges(wanted: Metadata, found: Metadata | undefined): Change[] {
  if (found === undefined) return [{ label: 'definition', found: 'unknown', expected: "the data's" }];
  return [...new Set([...Object.keys(wanted), ...Object.keys(found)])]
    .filter((key) => !isDeepStrictEqual(wanted[key], found[key]))
    .map((key) => ({
      label: shown(key).slice(1, -1),
      found: value(found[key]),
      expected: value(wanted[key]),
    }));
}

/** @returns undefined for an entry of another form */
function metadataIn(raw: string): Metadata | undefined {
  const { data } = entity.safeParse(parse(Buffer.from(raw, 'base64').toString('utf8')));
  return data?.metadata;
}

function value(part: unknown): string {
  return part === undefined ? 'nothing' : shown(part);
}
