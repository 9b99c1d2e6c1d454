import type { Temporal } from 'temporal-polyfill';
import type { Responder } from '../../catalog';
import { common, isBefore, later, overlap, type Span } from '../../roster';
import { rangeText } from '../../time/localTime';
import { VendorError } from '../../vendors';
import { type Move, sameFrom } from './leave';
import type { Override, Schedules, Standing } from './pagerDuty';
import type { CoverPlan } from './plan';
import { CoverRefused } from './plan';
import type { CoverRequest } from './request';

/** What became of an override. `missing`: it is not there, and is to be made. */
export type OverrideState = 'missing' | 'there' | 'made' | 'removed' | 'absent' | 'failed' | 'unknown';

/** One move of the watch, and its override. */
export interface Step {
  readonly move: Move;
  /** Id of the schedule. */
  readonly schedule: string;
  /** Ids of the users who stand without the absence, and with it. */
  readonly users: { readonly without: string; readonly standIn: string };
  /** Ours, where they are there: the same user and the same span. */
  readonly overrides: readonly Override[];
  state: OverrideState;
  /** Why it failed. */
  reason?: string;
}

/** The steps, and what else PagerDuty has in the same time. */
export interface Steps {
  readonly steps: readonly Step[];
  readonly remarks: readonly string[];
}

/**
 * Asks PagerDuty for all that the moves need, before anything is changed.
 * @throws CoverRefused where a schedule or a user is not there
 * @throws VendorError
 */
export async function stepsOf(
  { moves }: CoverPlan,
  request: CoverRequest,
  schedules: Schedules,
  now: Temporal.Instant,
): Promise<Steps> {
  const found = await scheduleIds(moves, schedules);
  const users = await userIds(moves, schedules);
  const steps: Step[] = [];
  const remarks: string[] = [];
  for (const move of moves) {
    const schedule = found.get(move.rotation.id) ?? '';
    const standIn = users.get(move.standIn.id) ?? '';
    const others = await schedules.overrides(schedule, move);
    const ours = others.filter((each) => each.user === standIn && sameFrom(each, move, soonAfter(now)));
    const state = ours.length > 0 ? 'there' : request.cancel ? 'absent' : 'missing';
    const ids = { without: users.get(move.without.id) ?? '', standIn };
    steps.push({ move, schedule, users: ids, overrides: ours, state });
    for (const other of others.filter((each) => !ours.includes(each) && overlap(each, move))) {
      remarks.push(
        `PagerDuty has another override in ${move.rotation.name}, ${other.name} ${rangeText(other, request.timeZone)}: the one that was made last counts`,
      );
    }
  }
  return { steps, remarks };
}

/**
 * Makes the override of a step, or takes it away. Where no answer comes it looks whether
 * it was done. What goes wrong stands in the step.
 * @returns whether PagerDuty still answers
 */
export async function take(
  step: Step,
  cancel: boolean,
  schedules: Schedules,
  now: Temporal.Instant,
): Promise<boolean> {
  const done = cancel ? 'removed' : 'made';
  try {
    if (cancel) for (const { id } of step.overrides) await schedules.removeOverride(step.schedule, id);
    else await schedules.makeOverride(step.schedule, step.users.standIn, fromNow(step.move, now));
    step.state = done;
    return true;
  } catch (error) {
    if (!(error instanceof VendorError)) throw error;
    step.reason = error.message;
    step.state = 'failed';
    if (error.status !== undefined && error.status < 500 && error.status !== 200) return true;
    // It may have been done, and the answer lost.
    try {
      const isThere = await hasOurs(step, schedules, now);
      if (isThere !== cancel) step.state = done;
      return true;
    } catch (second) {
      if (!(second instanceof VendorError)) throw second;
      step.state = 'unknown';
      return false;
    }
  }
}

/** Where PagerDuty has somebody else on call than it should, in words. */
export async function disagreements(
  { move, schedule, users }: Step,
  { cancel, timeZone }: CoverRequest,
  schedules: Schedules,
  now: Temporal.Instant,
): Promise<string[]> {
  const [user, person] = cancel ? [users.without, move.without] : [users.standIn, move.standIn];
  const span = fromNow(move, now);
  const found = await schedules.standing(schedule, span);
  const others = found.filter((each) => each.user !== user && overlap(each, span));
  return [
    ...others.map((other) => disagreement(other, move, person, timeZone)),
    ...gaps(found, span).map((gap) => disagreement(gap, move, person, timeZone)),
  ];
}

function disagreement(
  found: Span & Partial<Standing>,
  { rotation, ...move }: Move,
  person: Responder,
  timeZone: string,
): string {
  return `PagerDuty has ${found.name ?? 'nobody'} on call in ${rotation.name}, ${rangeText(common(move, found), timeZone)}, and the data ${person.name}`;
}

/** Times of a span in which nobody stands. */
function gaps(standing: readonly Standing[], span: Span): Span[] {
  const free: Span[] = [];
  let { from } = span;
  for (const each of [...standing].sort((a, b) => (isBefore(a.from, b.from) ? -1 : 1))) {
    if (isBefore(from, each.from)) free.push({ from, until: each.from });
    from = later(from, each.until);
  }
  if (isBefore(from, span.until)) free.push({ from, until: span.until });
  return free;
}

async function hasOurs(
  { schedule, users, move }: Step,
  schedules: Schedules,
  now: Temporal.Instant,
): Promise<boolean> {
  const found = await schedules.overrides(schedule, fromNow(move, now));
  return found.some((each) => each.user === users.standIn && sameFrom(each, move, soonAfter(now)));
}

/** What begins within a minute has begun: PagerDuty goes by its own clock. */
function soonAfter(now: Temporal.Instant): Temporal.Instant {
  return now.add({ minutes: 1 });
}

/** An override cannot begin in the past. */
function fromNow({ from, until }: Span, now: Temporal.Instant): Span {
  return { from: later(from, now), until };
}

async function scheduleIds(moves: readonly Move[], schedules: Schedules): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const problems: string[] = [];
  const named = new Map(moves.map(({ rotation }) => [rotation.id, rotation.name]));
  for (const [id, name] of named) {
    const [only, ...others] = await schedules.idsByName(name);
    if (only !== undefined && others.length === 0) found.set(id, only);
    else if (only === undefined) problems.push(`PagerDuty has no schedule "${name}": it is not deployed yet`);
    else
      problems.push(
        `PagerDuty has ${others.length + 1} schedules "${name}": ${[only, ...others].join(', ')}`,
      );
  }
  if (problems.length === 0) return found;
  throw new CoverRefused(
    `${problems.join('\n')}\n  npx watchbill adopt, then npx watchbill deploy, makes each schedule the only one of its name`,
  );
}

async function userIds(moves: readonly Move[], schedules: Schedules): Promise<Map<string, string>> {
  const people = new Map(
    moves.flatMap(({ without, standIn }) => [without, standIn].map((each) => [each.id, each])),
  );
  const found = new Map<string, string>();
  for (const { id, name, email } of people.values()) {
    const user = await schedules.userByEmail(email);
    if (user === undefined) {
      throw new CoverRefused(
        `PagerDuty has no user with the log-in ${email} of ${name}\n  correct the e-mail in organization.yaml, or name somebody else with --with`,
      );
    }
    found.set(id, user);
  }
  return found;
}
