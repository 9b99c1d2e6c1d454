import { Temporal } from 'temporal-polyfill';
import type { Person, Rotation } from '../../catalog';
import type { Span } from '../../roster';

/** Time on call, and how much of it is at night, on weekends and on holidays. Each hour, night and day counts once. */
export interface Carried {
  /** Time on call. An hour counts once, even if the person was on call in two rotations. */
  readonly onCall: Temporal.Duration;
  /** Local nights, 22:00 until 06:00, with any time on call; once each. */
  readonly nights: number;
  /** Local days outside the working week with any time on call; once each. */
  readonly weekendDays: number;
  /** Public holidays and replacement days, observed or not, with any time on call; once each. */
  readonly holidays: number;
}

/** What one person carries in one rotation. */
export interface RotationLoad extends Carried {
  readonly rotation: Rotation;
  /** Turns that the person was on call in, wholly or in part. */
  readonly turns: number;
}

/** What one person carries in one duty. Whether a duty weighs less than another is the team's to say. */
export interface DutyLoad extends Carried {
  /** Id of the duty. */
  readonly duty: string;
  /** Those in which the person was on call, in the order of the data; at least one. */
  readonly rotations: readonly RotationLoad[];
}

/** What one person carries in a window. */
export interface PersonLoad extends Carried {
  readonly person: Person;
  /** Turns that the person was on call in, wholly or in part; two in different rotations count as two. */
  readonly turns: number;
  /** By duty, in the order of the duties; those in which the person was never on call are left out. */
  readonly duties: readonly DutyLoad[];
  /** Covers for others, in each rotation. */
  readonly given: Covers;
  /** Covers by others, in each rotation. */
  readonly received: Covers;
  /** Given minus received: negative if the person owes others. */
  readonly balance: Temporal.Duration;
}

/** The number of covers, and their total length. */
export interface Covers {
  readonly count: number;
  readonly time: Temporal.Duration;
}

/** What one person owes another: covers received from them minus covers given to them. */
export interface Debt {
  readonly debtor: Person;
  readonly creditor: Person;
  /** Always positive. */
  readonly time: Temporal.Duration;
}

/** Who carries how much in a window. */
export interface Load {
  /** Everybody, in the order of the data. */
  readonly people: readonly PersonLoad[];
  /** Largest first. */
  readonly debts: readonly Debt[];
}

/** The total length of spans, in hours and smaller units. */
export function lengthOf(spans: readonly Span[]): Temporal.Duration {
  const nanoseconds = spans.reduce(
    (sum, { from, until }) => sum + until.epochNanoseconds - from.epochNanoseconds,
    0n,
  );
  // A sum of Temporal's durations takes ten times as long.
  return Temporal.Instant.fromEpochNanoseconds(0n).until(Temporal.Instant.fromEpochNanoseconds(nanoseconds), {
    largestUnit: 'hours',
  });
}
