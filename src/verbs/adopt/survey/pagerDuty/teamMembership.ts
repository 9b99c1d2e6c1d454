import * as z from 'zod';
import { answered } from '../../../../vendors/answer';
import type { Finder } from '../finder';
import { NONE, oneOf } from '../match';

const members = z.array(
  z.object({
    user: z.object({ id: z.string(), summary: z.string().nullish() }),
    role: z.string().nullish(),
  }),
);

/** Finds the membership of a user in a team. */
export const teamMembership: Finder = async (resource, { pagerDuty, once, idOf }) => {
  const team = await idOf(resource, resource.attributes['team_id']);
  const user = await idOf(resource, resource.attributes['user_id']);
  if (team === undefined || user === undefined) return NONE;
  const path = `/teams/${team}/members`;
  const all = await once(`PagerDuty ${path}`, async () =>
    answered('PagerDuty', `GET ${path}`, members, await pagerDuty.list(path, 'members')),
  );
  const member = all.find((each) => each.user.id === user);
  if (member === undefined) return NONE;
  const id = `${user}:${team}`;
  return oneOf(resource, [{ id, called: member.user.summary ?? user, texts: { role: member.role } }]);
};
