import type { FastifyInstance } from 'fastify';
import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import type { SandboxContext } from '../context';
import { invalid } from './apiError';
import { parsed, reference } from './body';
import { found, newId, removed } from './objects';
import { userReference } from './scheduleView';
import { common } from './spans';
import { hasStakeholder } from './stakeholders';
import type { PagerDutyState, PdOverride, PdSchedule } from './state';
import { epochSeconds, instantOf, inZone, second } from './times';
import { windowOf } from './window';

const overrideBody = z.object({ start: z.string(), end: z.string(), user: reference });
const batchBody = z.object({ overrides: z.array(z.unknown()).min(1, { error: "can't be blank" }) });

interface OverrideRoute {
  Params: { id: string; override: string };
}

/** `/schedules/{id}/overrides`. */
export function overrideRoutes(app: FastifyInstance, context: SandboxContext): void {
  const { pagerduty } = context.state;
  app.get<OverrideRoute>('/schedules/:id/overrides', async ({ params, query }) => {
    const schedule = found(pagerduty.schedules, params.id);
    const window = windowOf(query);
    if (window === undefined) throw invalid('Since and until are required');
    const overrides = pagerduty.overrides
      .filter((each) => each.schedule === schedule.id)
      .filter(({ start, end }) => common({ from: second(start), until: second(end) }, window) !== undefined);
    return { overrides: overrides.map((each) => view(pagerduty, schedule, each)) };
  });
  // One by one: an override that is refused does not prevent the others.
  app.post<OverrideRoute>('/schedules/:id/overrides', async ({ params, body }, reply) => {
    const schedule = found(pagerduty.schedules, params.id);
    const results = parsed(batchBody, body).overrides.map((sent) => {
      const checked = overrideOf(context, schedule, sent);
      if ('errors' in checked) return { status: 400, errors: checked.errors, override: sent };
      pagerduty.overrides.push(checked);
      return { status: 201, override: view(pagerduty, schedule, checked) };
    });
    context.changed();
    return reply.code(201).send(results);
  });
  app.delete<OverrideRoute>('/schedules/:id/overrides/:override', async ({ params }, reply) => {
    found(pagerduty.schedules, params.id);
    const override = found(
      pagerduty.overrides.filter(({ schedule }) => schedule === params.id),
      params.override,
    );
    const now = epochSeconds(context.clock());
    // One that is under way ends now; one that is over stays on record.
    if (second(override.end) <= now) throw invalid('Override has already ended');
    if (second(override.start) < now) override.end = context.clock().toString();
    else removed(pagerduty.overrides, override.id);
    context.changed();
    return reply.code(204).send();
  });
}

function overrideOf(
  { state, clock }: SandboxContext,
  schedule: PdSchedule,
  sent: unknown,
): PdOverride | { readonly errors: string[] } {
  const result = overrideBody.safeParse(sent);
  if (!result.success) return { errors: ['start, end and user are required'] };
  const { user } = result.data;
  const [start, end] = [instantOf(result.data.start), instantOf(result.data.end)];
  if (start === undefined || end === undefined) return { errors: ['start and end must be valid times'] };
  if (Temporal.Instant.compare(start, end) >= 0) return { errors: ['Override must end after its start'] };
  if (Temporal.Instant.compare(end, clock()) <= 0) return { errors: ['Override must end after now'] };
  if (!state.pagerduty.users.some(({ id }) => id === user.id)) return { errors: ['User not found'] };
  if (hasStakeholder(state.pagerduty, [user.id])) {
    return { errors: ['Stakeholders cannot be added to schedules'] };
  }
  return {
    id: newId(state.pagerduty),
    schedule: schedule.id,
    user: user.id,
    start: start.toString(),
    end: end.toString(),
  };
}

function view(
  state: PagerDutyState,
  { time_zone }: PdSchedule,
  { id, user, start, end }: PdOverride,
): object {
  return {
    id,
    start: inZone(start, time_zone),
    end: inZone(end, time_zone),
    user: userReference(state, user),
  };
}
