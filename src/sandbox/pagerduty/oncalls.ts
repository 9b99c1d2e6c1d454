import type { FastifyInstance } from 'fastify';
import type { SandboxContext } from '../context';
import { found, header } from './objects';
import { listQuery, page } from './page';
import { finalShifts } from './rendering';
import { userReference } from './scheduleView';
import { common, type Seconds } from './spans';
import type { PagerDutyState, PdReference } from './state';
import { epochSeconds, fromEpochSeconds, zonedText } from './times';
import { timeZoneOf, windowOf } from './window';

/** How far a shift is followed beyond the requested time. */
const REACH_SECONDS = 100 * 86_400;

interface OnCall {
  readonly user: string;
  readonly schedule: string | null;
  /** Null if somebody is always on call. */
  readonly start: number | null;
  readonly end: number | null;
}

/** `/oncalls`: who each level of each escalation policy pages, now or in the requested time. */
export function onCallRoutes(app: FastifyInstance, context: SandboxContext): void {
  const { pagerduty } = context.state;
  app.get('/oncalls', async ({ query }) => {
    const now = epochSeconds(context.clock());
    const window = windowOf(query) ?? { from: now, until: now + 1 };
    const timeZone = timeZoneOf(query) ?? 'UTC';
    const wanted = (key: string, id: string | null) => {
      const ids = listQuery(query, key);
      return ids === undefined || (id !== null && ids.includes(id));
    };
    const onCalls = pagerduty.escalationPolicies
      .filter(({ id }) => wanted('escalation_policy_ids', id))
      .flatMap((policy) =>
        policy.rules.flatMap(({ targets }, index) =>
          targets
            .flatMap((target) => onCallsOf(pagerduty, target, window))
            .filter(({ user, schedule }) => wanted('user_ids', user) && wanted('schedule_ids', schedule))
            .map((onCall) => ({
              escalation_policy: header('escalation_policy_reference', policy.id, policy.name),
              escalation_level: index + 1,
              ...view(pagerduty, onCall, timeZone),
            })),
        ),
      );
    return page('oncalls', onCalls, query);
  });
}

function onCallsOf(state: PagerDutyState, { id, type }: PdReference, window: Seconds): OnCall[] {
  if (type === 'user_reference') return [{ user: id, schedule: null, start: null, end: null }];
  const schedule = found(state.schedules, id);
  const overrides = state.overrides.filter((each) => each.schedule === id);
  const reach = { from: window.from - REACH_SECONDS, until: window.until + REACH_SECONDS };
  return finalShifts(schedule, overrides, reach)
    .filter((shift) => common(shift, window) !== undefined)
    .map(({ user, from, until }) => ({
      user,
      schedule: id,
      start: from,
      end: until === reach.until ? null : until,
    }));
}

function view(state: PagerDutyState, { user, schedule, start, end }: OnCall, timeZone: string): object {
  const text = (seconds: number | null) =>
    seconds === null ? null : zonedText(fromEpochSeconds(seconds), timeZone);
  return {
    user: userReference(state, user),
    schedule:
      schedule === null
        ? null
        : header('schedule_reference', schedule, found(state.schedules, schedule).name),
    start: text(start),
    end: text(end),
  };
}
