import { z } from 'zod';
import { answered } from '../answer';
import type { Finder } from '../finder';
import { NONE, oneOf } from '../match';
import { textOf } from '../resource';

const tags = z.array(z.object({ id: z.string(), label: z.string() }));

/** Finds the assignment of a tag to a user, a team or an escalation policy. */
export const tagAssignment: Finder = async (resource, { pagerDuty, once, idOf }) => {
  const entity = await idOf(resource, resource.attributes['entity_id']);
  const tag = await idOf(resource, resource.attributes['tag_id']);
  if (entity === undefined || tag === undefined) return NONE;
  const type = textOf(resource, 'entity_type');
  const path = `/${type}/${entity}/tags`;
  const all = await once(`PagerDuty ${path}`, async () =>
    answered('PagerDuty', `GET ${path}`, tags, await pagerDuty.list(path, 'tags')),
  );
  const assigned = all.find(({ id }) => id === tag);
  if (assigned === undefined) return NONE;
  return oneOf(resource, [{ id: `${type}.${entity}.${tag}`, called: assigned.label }]);
};
