import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import type { SandboxContext } from '../context';
import { invalid } from './apiError';
import { parsed } from './body';
import { found, header } from './objects';
import { page } from './page';
import type { PagerDutyState } from './state';

const roleBody = z
  .object({ role: z.enum(['observer', 'responder', 'manager'], { error: 'is invalid' }).optional() })
  .nullish();

interface MemberRoute {
  Params: { id: string; user: string };
}

/** `/teams/{id}/members` and `/teams/{id}/users/{user}`. */
export function membershipRoutes(app: FastifyInstance, context: SandboxContext): void {
  const { pagerduty } = context.state;
  app.get<{ Params: { id: string } }>('/teams/:id/members', async ({ params, query }) => {
    const team = found(pagerduty.teams, params.id);
    const members = pagerduty.memberships
      .filter((member) => member.team === team.id)
      .map(({ user, role }) => ({
        user: header('user_reference', user, found(pagerduty.users, user).name),
        role,
      }));
    return page('members', members, query);
  });
  app.put<MemberRoute>('/teams/:id/users/:user', async ({ params, body }, reply) => {
    const team = found(pagerduty.teams, params.id);
    const user = found(pagerduty.users, params.user);
    enrol(pagerduty, team.id, user.id, parsed(roleBody, body)?.role ?? 'manager');
    context.changed();
    return reply.code(204).send();
  });
  app.delete<MemberRoute>('/teams/:id/users/:user', async ({ params }, reply) => {
    const team = found(pagerduty.teams, params.id);
    const user = found(pagerduty.users, params.user);
    if (isPagedByTeam(pagerduty, team.id, user.id)) {
      throw invalid('User cannot be removed as they belong to an escalation policy on this team');
    }
    pagerduty.memberships = pagerduty.memberships.filter(
      (member) => member.team !== team.id || member.user !== user.id,
    );
    context.changed();
    return reply.code(204).send();
  });
}

/** Adds somebody to a team, or changes a member's role. */
function enrol(state: PagerDutyState, team: string, user: string, role: string): void {
  const member = state.memberships.find((each) => each.team === team && each.user === user);
  if (member === undefined) state.memberships.push({ team, user, role });
  else member.role = role;
}

/** Adds everybody that a team's escalation policy pages to the team, as PagerDuty does; members keep their role. */
export function enrolTargets(state: PagerDutyState, team: string, users: readonly string[]): void {
  for (const user of users) {
    const member = state.memberships.some((each) => each.team === team && each.user === user);
    if (!member) enrol(state, team, user, 'responder');
  }
}

function isPagedByTeam(state: PagerDutyState, team: string, user: string): boolean {
  const schedules = state.schedules.filter(({ layers }) => layers.some(({ users }) => users.includes(user)));
  const ids = new Set([user, ...schedules.map(({ id }) => id)]);
  return state.escalationPolicies.some(
    ({ teams, rules }) =>
      teams.includes(team) && rules.some(({ targets }) => targets.some((target) => ids.has(target.id))),
  );
}
