import * as z from 'zod';
import { answered } from '../../../../vendors/answer';
import type { Finder } from '../finder';
import { NONE, oneOf } from '../match';

/** As in the stacks: one dependency of one business service on one service. */
const attributes = z.object({
  dependency: z.tuple([
    z.object({
      dependent_service: z.tuple([z.object({ id: z.string() })]),
      supporting_service: z.tuple([z.object({ id: z.string() })]),
    }),
  ]),
});
const end = z.object({ id: z.string() });
const answer = z.object({
  relationships: z
    .array(z.object({ id: z.string(), supporting_service: end, dependent_service: end }))
    .nullish(),
});

/** Finds the dependency of a business service on a technical one. */
export const serviceDependency: Finder = async (resource, { pagerDuty, idOf }) => {
  const [{ dependent_service, supporting_service }] = attributes.parse(resource.attributes).dependency;
  const dependent = await idOf(resource, dependent_service[0].id);
  const supporting = await idOf(resource, supporting_service[0].id);
  if (dependent === undefined || supporting === undefined) return NONE;
  const path = `/service_dependencies/technical_services/${supporting}`;
  const { relationships } = answered('PagerDuty', `GET ${path}`, answer, await pagerDuty.get(path));
  return oneOf(
    resource,
    (relationships ?? [])
      .filter((each) => each.supporting_service.id === supporting && each.dependent_service.id === dependent)
      .map(({ id }) => ({
        id,
        importId: `${supporting}.service.${id}`,
        called: `${dependent} on ${supporting}`,
      })),
  );
};
