import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { SandboxContext } from '../context';
import { invalid, notFound } from './apiError';
import { enveloped, nameText, parsed } from './body';
import { found, header, newId, removed } from './objects';
import { matching, page } from './page';
import type { PagerDutyState, PdTag, PdTagAssignment } from './state';

const tagBody = z.object({ label: nameText(191) });

const tagReference = z.object({ type: z.string(), id: z.string() });
const changeBody = z.object({
  add: z
    .array(z.union([z.object({ type: z.literal('tag'), label: nameText(191) }), tagReference]))
    .optional(),
  remove: z.array(tagReference).optional(),
});

const view = (tag: PdTag) => ({ ...header('tag', tag.id, tag.label), ...tag });

interface EntityRoute {
  Params: { entityType: string; id: string };
}

/** `/tags`, and the tags of users, teams and escalation policies. */
export function tagRoutes(app: FastifyInstance, context: SandboxContext): void {
  const { pagerduty } = context.state;
  app.get('/tags', async ({ query }) =>
    page('tags', matching(pagerduty.tags, query, ({ label }) => [label]).map(view), query),
  );
  app.get<{ Params: { id: string } }>('/tags/:id', async ({ params }) => ({
    tag: view(found(pagerduty.tags, params.id)),
  }));
  app.post('/tags', async ({ body }, reply) => {
    const tag = newTag(pagerduty, enveloped('tag', tagBody, body).label);
    context.changed();
    return reply.code(201).send({ tag: view(tag) });
  });
  app.delete<{ Params: { id: string } }>('/tags/:id', async ({ params }, reply) => {
    const { id } = removed(pagerduty.tags, params.id);
    pagerduty.tagAssignments = pagerduty.tagAssignments.filter(({ tag }) => tag !== id);
    context.changed();
    return reply.code(204).send();
  });
  app.get<EntityRoute>('/:entityType/:id/tags', async ({ params, query }) => {
    const { entity } = entityOf(pagerduty, params);
    const ids = pagerduty.tagAssignments.filter((each) => each.entity === entity).map(({ tag }) => tag);
    return page('tags', pagerduty.tags.filter(({ id }) => ids.includes(id)).map(view), query);
  });
  app.post<EntityRoute>('/:entityType/:id/change_tags', async ({ params, body }) => {
    const { entity, type } = entityOf(pagerduty, params);
    const { add = [], remove = [] } = parsed(changeBody, body);
    for (const each of [...add, ...remove]) if ('id' in each) found(pagerduty.tags, each.id);
    const added = add.map((each) => ('id' in each ? each.id : newTag(pagerduty, each.label).id));
    const changed = new Set([...added, ...remove.map(({ id }) => id)]);
    pagerduty.tagAssignments = [
      ...pagerduty.tagAssignments.filter((each) => each.entity !== entity || !changed.has(each.tag)),
      ...added.map((tag) => ({ tag, entity, type })),
    ];
    context.changed();
    return {};
  });
}

function newTag(state: PagerDutyState, label: string): PdTag {
  if (state.tags.some((each) => each.label.toLowerCase() === label.toLowerCase())) {
    throw invalid('Label has already been taken');
  }
  const tag = { id: newId(state), label };
  state.tags.push(tag);
  return tag;
}

/** Services, schedules and business services cannot be tagged. */
function entityOf(
  state: PagerDutyState,
  params: EntityRoute['Params'],
): Pick<PdTagAssignment, 'entity' | 'type'> {
  const { entityType: type, id } = params;
  if (type === 'users') return { entity: found(state.users, id).id, type };
  if (type === 'teams') return { entity: found(state.teams, id).id, type };
  if (type === 'escalation_policies') return { entity: found(state.escalationPolicies, id).id, type };
  throw notFound();
}
