import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import type { SandboxContext } from '../context';
import { jsonBody, queryText } from './body';
import { newUuid, timestamp } from './identity';
import { badRequest, notFound, Refusal } from './refusal';
import type { DatadogState, DdTeam } from './state';

const Attributes = {
  handle: z.string().min(1).max(195),
  name: z.string().min(1).max(200),
  description: z.string().nullable().optional(),
};
const Relationships = z.object({}).loose().optional();
const NewTeam = z.strictObject({
  data: z.strictObject({
    type: z.literal('team'),
    attributes: z.strictObject(Attributes),
    relationships: Relationships,
  }),
});
const ChangedTeam = z.strictObject({
  data: z.strictObject({
    type: z.literal('team'),
    attributes: z.strictObject({ ...Attributes, description: z.string().nullable() }).partial({
      description: true,
    }),
    relationships: Relationships,
  }),
});

/**
 * Teams, whose names and handles are unique.
 * @see https://docs.datadoghq.com/api/latest/teams/
 */
export function registerTeams(app: FastifyInstance, context: SandboxContext): void {
  const { datadog } = context.state;
  app.post('/v2/team', async (request, reply) => {
    const { handle, name, description = null } = jsonBody(request.body, NewTeam).data.attributes;
    check(datadog, { handle, name });
    const now = timestamp(context.clock());
    const team = { id: newUuid(datadog), handle, name, description, created_at: now, modified_at: now };
    datadog.teams.push(team);
    context.changed();
    return reply.code(201).send({ data: answer(team) });
  });
  app.get('/v2/team', async ({ query }) => {
    const keyword = queryText(query, 'filter[keyword]') ?? '';
    const size = Number(queryText(query, 'page[size]') ?? 100);
    const number = Number(queryText(query, 'page[number]') ?? 0);
    const found = datadog.teams.filter(({ name, handle }) => `${name} ${handle}`.includes(keyword));
    return { data: found.slice(number * size, (number + 1) * size).map(answer) };
  });
  app.get<{ Params: { id: string } }>('/v2/team/:id', async ({ params }) => ({
    data: answer(teamOf(datadog, params.id)),
  }));
  app.patch<{ Params: { id: string } }>('/v2/team/:id', async ({ params, body }) => {
    const team = teamOf(datadog, params.id);
    const { description, ...names } = jsonBody(body, ChangedTeam).data.attributes;
    check(datadog, names, team);
    Object.assign(team, names, { modified_at: timestamp(context.clock()) });
    if (description !== undefined) team.description = description;
    context.changed();
    return { data: answer(team) };
  });
  app.delete<{ Params: { id: string } }>('/v2/team/:id', async ({ params }, reply) => {
    const team = teamOf(datadog, params.id);
    datadog.teams = datadog.teams.filter((each) => each !== team);
    context.changed();
    return reply.code(204).send();
  });
}

function check({ teams }: DatadogState, { handle, name }: Pick<DdTeam, 'handle' | 'name'>, self?: DdTeam) {
  if (!/^[a-z0-9_:./-]*[a-z0-9:./-]$/.test(handle)) {
    throw badRequest(
      `Invalid team handle '${handle}': lower-case letters, digits and _-:./ only, and no _ at the end`,
    );
  }
  const others = teams.filter((each) => each !== self);
  if (others.some((each) => each.handle === handle || each.name === name)) {
    throw new Refusal(409, 'Team name and handle must be unique');
  }
}

function teamOf({ teams }: DatadogState, id: string): DdTeam {
  const team = teams.find((each) => each.id === id);
  if (team === undefined) throw notFound(`Team ${id} not found`);
  return team;
}

function answer({ id, ...attributes }: DdTeam) {
  const related = (what: string) => ({ links: { related: `/api/v2/team/${id}/${what}` } });
  return {
    type: 'team',
    id,
    attributes: { ...attributes, summary: attributes.description, color: 1, user_count: 0, link_count: 0 },
    relationships: {
      team_links: related('links'),
      user_team_permissions: related('permission-settings'),
    },
  };
}
