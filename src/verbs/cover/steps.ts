import type { Temporal } from 'temporal-polyfill';
import type { Responder } from '../../catalog';
import { ChangeRefused } from '../../cli/atOnce';
import { common, isBefore, later, overlap, type Span } from '../../roster';
import { rangeText } from '../../time/localTime';
import { VendorError } from '../../vendors';
import { type Move, sameFrom } from './leave';
import type { Override, Schedules, Standing } from './pagerDuty';
import type { CoverPlan } from './plan';
import type { CoverRequest } from './request';

/** The state of an override; `missing` if it has yet to be created. */
export type OverrideState = 'missing' | 'there' | 'made' | 'removed' | 'absent' | 'failed' | 'unknown';

/** A hand-over, and its override. */
export interface Step {
  readonly move: Move;
  /** Id of the schedule. */
  readonly schedule: string;
  /** Ids of the users who are on call without the absence, and with it. */
  readonly users: { readonly without: string; readonly standIn: string };
  /** Existing overrides with the same user and span. */
  readonly overrides: readonly Override[];
  state: OverrideState;
  /** Why it failed. */
  reason?: string;
}

/** The steps, and remarks about other overrides at the same time. */
export interface Steps {
  readonly steps: readonly Step[];
  readonly remarks: readonly string[];
}

/**
 * Asks PagerDuty for everything that the moves need, before anything is changed.
 * @throws ChangeRefused if a schedule or a user does not exist
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
        `PagerDuty has another override in ${move.rotation.name}, ${other.name} ${rangeText(other, request.timeZone)}: the one made last wins`,
      );
    }
  }
  return { steps, remarks };
}

/**
 * Creates or removes the override of a step, and records the result in it. If the answer is
 * lost, it looks whether the change was made.
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
    // The change may have been made, and only the answer lost.
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

/** Where PagerDuty has the wrong person on call, in words. */
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
  return `PagerDuty has ${found.name ?? 'nobody'} on call in ${rotation.name}, ${rangeText(common(move, found), timeZone)}; the data says ${person.name}`;
}

/** The times of a span at which nobody is on call. */
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

/** PagerDuty goes by its own clock, so whatever begins within a minute has begun. */
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
  throw new ChangeRefused(
    `${problems.join('\n')}\n  run npx watchbill adopt, then npx watchbill deploy: each name has to have exactly one schedule`,
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
      throw new ChangeRefused(
        `PagerDuty has no user with ${name}'s log-in ${email}\n  correct the e-mail in organization.yaml, or name somebody else with --with`,
      );
    }
    found.set(id, user);
  }
  return found;
}
