import { found, header } from './objects';
import { finalShifts, layerShifts, overrideShifts } from './rendering';
import { coveragePercent, type Seconds, type Shift } from './spans';
import type { PagerDutyState, PdLayer, PdSchedule } from './state';
import { teamReference } from './teams';
import { fromEpochSeconds, inZone, zonedText } from './times';

/** Which time of a schedule is rendered, and in which zone. */
export interface Rendered {
  /** @default - nothing is rendered */
  readonly window?: Seconds | undefined;
  /** @default - the schedule's own */
  readonly timeZone?: string | undefined;
}

/** A schedule as PagerDuty returns it: its layers in the reverse order. */
export function scheduleView(state: PagerDutyState, schedule: PdSchedule, rendered: Rendered): object {
  const { window, timeZone = schedule.time_zone } = rendered;
  const overrides = state.overrides.filter((each) => each.schedule === schedule.id);
  const entries = (shifts: readonly Shift[]) => ({
    rendered_schedule_entries: shifts.map((shift) => entry(state, shift, timeZone)),
    rendered_coverage_percentage: window === undefined ? null : coveragePercent(shifts, window),
  });
  const subSchedule = (name: string, shifts: (window: Seconds) => Shift[]) => ({
    name,
    ...entries(window === undefined ? [] : shifts(window)),
  });
  const layer = (each: PdLayer) => ({
    ...each,
    start: inZone(each.start, timeZone),
    end: each.end === null ? null : inZone(each.end, timeZone),
    rotation_virtual_start: inZone(each.rotation_virtual_start, timeZone),
    users: each.users.map((user) => ({ user: userReference(state, user) })),
    ...entries(window === undefined ? [] : layerShifts(each, schedule.time_zone, window)),
  });
  return {
    ...scheduleSummary(state, schedule),
    schedule_layers: schedule.layers.map(layer).reverse(),
    overrides_subschedule: subSchedule('Overrides', (span) => overrideShifts(overrides, span)),
    final_schedule: subSchedule('Final Schedule', (span) => finalShifts(schedule, overrides, span)),
  };
}

/** A schedule as in a list: without its layers. */
export function scheduleSummary(state: PagerDutyState, schedule: PdSchedule): object {
  const { id, name, description, time_zone, teams, layers } = schedule;
  const users = new Set(layers.flatMap((layer) => layer.users));
  return {
    ...header('schedule', id, name),
    name,
    description,
    time_zone,
    teams: teams.map((team) => teamReference(state, team)),
    users: [...users].map((user) => userReference(state, user)),
    escalation_policies: state.escalationPolicies
      .filter(({ rules }) => rules.some(({ targets }) => targets.some((target) => target.id === id)))
      .map((policy) => header('escalation_policy_reference', policy.id, policy.name)),
  };
}

/** A reference to a user. */
export function userReference(state: PagerDutyState, id: string): object {
  return header('user_reference', id, found(state.users, id).name);
}

function entry(state: PagerDutyState, { from, until, user }: Shift, timeZone: string): object {
  return {
    start: zonedText(fromEpochSeconds(from), timeZone),
    end: zonedText(fromEpochSeconds(until), timeZone),
    user: userReference(state, user),
  };
}
