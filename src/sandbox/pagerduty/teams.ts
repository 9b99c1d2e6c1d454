import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import type { SandboxContext } from '../context';
import { invalid } from './apiError';
import { descriptionText, nameText, parsed, reference } from './body';
import { found, header, newId, refuseDuplicate, removed } from './objects';
import { matching, page } from './page';
import type { PagerDutyState, PdTeam } from './state';

const teamBody = z.object({
  name: nameText(100),
  description: descriptionText,
  default_role: z.enum(['manager', 'none', 'observer', 'responder']).optional(),
  parent: reference.nullish(),
});

/** The provider sends a team without its envelope, which PagerDuty also accepts. */
const eitherBody = z.union([z.object({ team: z.unknown() }).transform(({ team }) => team), z.unknown()]);

/** `/teams`. */
export function teamRoutes(app: FastifyInstance, context: SandboxContext): void {
  const { pagerduty } = context.state;
  app.get('/teams', async ({ query }) =>
    page('teams', matching(pagerduty.teams, query, ({ name }) => [name]).map(view(pagerduty)), query),
  );
  app.get<{ Params: { id: string } }>('/teams/:id', async ({ params }) => ({
    team: view(pagerduty)(found(pagerduty.teams, params.id)),
  }));
  app.post('/teams', async ({ body }, reply) => {
    const sent = checked(pagerduty, body);
    const team: PdTeam = { id: newId(pagerduty), ...sent, default_role: sent.default_role ?? 'manager' };
    pagerduty.teams.push(team);
    context.changed();
    return reply.code(201).send({ team: view(pagerduty)(team) });
  });
  app.put<{ Params: { id: string } }>('/teams/:id', async ({ params, body }) => {
    const team = found(pagerduty.teams, params.id);
    const sent = checked(pagerduty, body, team.id);
    Object.assign(team, sent, { default_role: sent.default_role ?? team.default_role });
    context.changed();
    return { team: view(pagerduty)(team) };
  });
  app.delete<{ Params: { id: string } }>('/teams/:id', async ({ params }, reply) => {
    const { id } = found(pagerduty.teams, params.id);
    if (pagerduty.escalationPolicies.some(({ teams }) => teams.includes(id))) {
      throw invalid('Team cannot be deleted as it has escalation policies');
    }
    removed(pagerduty.teams, id);
    pagerduty.memberships = pagerduty.memberships.filter(({ team }) => team !== id);
    for (const schedule of pagerduty.schedules) schedule.teams = schedule.teams.filter((team) => team !== id);
    for (const service of pagerduty.businessServices) if (service.team === id) service.team = null;
    context.changed();
    return reply.code(204).send();
  });
}

/**
 * The id of an existing team.
 * @throws PagerDutyError if there is none
 */
export function knownTeam({ teams }: PagerDutyState, id: string): string {
  if (!teams.some((team) => team.id === id)) throw invalid(`Team ${id} does not exist`);
  return id;
}

/** A reference to a team. */
export function teamReference({ teams }: PagerDutyState, id: string): object {
  return header('team_reference', id, found(teams, id).name);
}

function checked(state: PagerDutyState, body: unknown, own?: string) {
  const { parent, ...sent } = parsed(teamBody, parsed(eitherBody, body) ?? {});
  refuseDuplicate(state.teams, sent.name, own);
  const parentId = parent === null || parent === undefined ? null : knownTeam(state, parent.id);
  return { ...sent, parent: parentId };
}

function view(state: PagerDutyState): (team: PdTeam) => object {
  return (team) => ({
    ...header('team', team.id, team.name),
    ...team,
    parent: team.parent === null ? null : teamReference(state, team.parent),
  });
}
