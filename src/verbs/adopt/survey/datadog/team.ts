import * as z from 'zod';
import { answered } from '../../../../vendors/answer';
import type { Finder } from '../finder';
import { NONE, oneOf } from '../match';
import { textOf } from '../resource';

const teams = z.array(
  z.object({
    id: z.string(),
    attributes: z.object({ handle: z.string(), name: z.string(), description: z.string().nullish() }),
  }),
);

/**
 * Finds a team by its handle. A team of the same name with another handle is for a person to decide:
 * Datadog would refuse a second one, and changing the handle would break mentions of it.
 */
export const team: Finder = async (resource, { datadog, once }) => {
  const handle = textOf(resource, 'handle');
  const name = textOf(resource, 'name');
  const all = await once('Datadog teams', async () =>
    answered('Datadog', 'GET /api/v2/team', teams, await datadog.teams()),
  );
  const same = all.filter(({ attributes }) => attributes.handle === handle);
  if (same.length > 0) {
    return oneOf(
      resource,
      same.map(({ id, attributes: { name: called, description } }) => ({
        id,
        called,
        texts: { name: called, description },
      })),
    );
  }
  const namesake = all.find(({ attributes }) => attributes.name === name);
  if (namesake === undefined) return NONE;
  return {
    kind: 'undecided',
    problem: `team ${namesake.id} has that name, but the handle ${namesake.attributes.handle} instead of ${handle}`,
    wayOut: `in Datadog give it the handle ${handle} or another name, or in the data give the team the id ${namesake.attributes.handle}`,
  };
};
