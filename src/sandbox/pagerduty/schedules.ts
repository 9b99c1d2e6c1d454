import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import type { SandboxContext } from '../context';
import { invalid } from './apiError';
import { descriptionText, enveloped, nameText, reference } from './body';
import { changedLayers, layerBody } from './layers';
import { found, newId, refuseDuplicate, removed } from './objects';
import { matching, page } from './page';
import { finalShifts } from './rendering';
import { scheduleSummary, scheduleView } from './scheduleView';
import type { PdSchedule } from './state';
import { knownTeam } from './teams';
import { timeZoneText } from './timeZone';
import { userView } from './users';
import { timeZoneOf, windowOf } from './window';

const scheduleBody = z.object({
  name: nameText(),
  description: descriptionText,
  time_zone: timeZoneText,
  teams: z.array(reference).nullish(),
  schedule_layers: z.array(layerBody, { error: "can't be blank" }),
});

interface ScheduleRoute {
  Params: { id: string };
}

/** `/schedules`. */
export function scheduleRoutes(app: FastifyInstance, context: SandboxContext): void {
  const { pagerduty } = context.state;
  const view = (schedule: PdSchedule, query?: unknown) => ({
    schedule: scheduleView(
      pagerduty,
      schedule,
      query === undefined ? {} : { window: windowOf(query), timeZone: timeZoneOf(query) },
    ),
  });

  app.get('/schedules', async ({ query }) =>
    page(
      'schedules',
      matching(pagerduty.schedules, query, ({ name }) => [name]).map((each) =>
        scheduleSummary(pagerduty, each),
      ),
      query,
    ),
  );
  app.get<ScheduleRoute>('/schedules/:id', async ({ params, query }) =>
    view(found(pagerduty.schedules, params.id), query),
  );
  app.get<ScheduleRoute>('/schedules/:id/users', async ({ params, query }) => {
    const schedule = found(pagerduty.schedules, params.id);
    const window = windowOf(query);
    const overrides = pagerduty.overrides.filter((each) => each.schedule === schedule.id);
    const ids =
      window === undefined
        ? schedule.layers.flatMap(({ users }) => users)
        : finalShifts(schedule, overrides, window).map(({ user }) => user);
    return { users: [...new Set(ids)].map((id) => userView(pagerduty)(found(pagerduty.users, id))) };
  });
  app.post('/schedules', async ({ body }, reply) => {
    const schedule = changed(context, body);
    pagerduty.schedules.push(schedule);
    context.changed();
    return reply.code(201).send(view(schedule));
  });
  app.post('/schedules/preview', async ({ body, query }) => view(changed(context, body), query));
  app.put<ScheduleRoute>('/schedules/:id', async ({ params, body }) => {
    const schedule = found(pagerduty.schedules, params.id);
    Object.assign(schedule, changed(context, body, schedule));
    context.changed();
    return view(schedule);
  });
  app.delete<ScheduleRoute>('/schedules/:id', async ({ params }, reply) => {
    const { id } = found(pagerduty.schedules, params.id);
    const used = pagerduty.escalationPolicies.some(({ rules }) =>
      rules.some(({ targets }) => targets.some((target) => target.id === id)),
    );
    // The provider compares this sentence.
    if (used) throw invalid("Schedule can't be deleted if it's being used by escalation policies");
    removed(pagerduty.schedules, id);
    pagerduty.overrides = pagerduty.overrides.filter(({ schedule }) => schedule !== id);
    context.changed();
    return reply.code(204).send();
  });
}

/** The schedule after a request; teams that were not sent stay. */
function changed({ state, clock }: SandboxContext, body: unknown, before?: PdSchedule): PdSchedule {
  const { pagerduty } = state;
  const sent = enveloped('schedule', scheduleBody, body);
  refuseDuplicate(pagerduty.schedules, sent.name, before?.id);
  const teams = sent.teams?.map(({ id }) => knownTeam(pagerduty, id)) ?? before?.teams ?? [];
  const layers = changedLayers(sent.schedule_layers, {
    state: pagerduty,
    now: clock(),
    before: before?.layers ?? [],
  });
  return {
    id: before?.id ?? newId(pagerduty),
    name: sent.name,
    description: sent.description,
    time_zone: sent.time_zone,
    teams,
    layers,
  };
}
