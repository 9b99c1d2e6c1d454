import type { Temporal } from 'temporal-polyfill';
import type { Schedule } from '../deployment/deployment';
import { sameEmail } from '../text/email';
import { earlier, isBefore, type Span } from '../time/span';
import { render } from './scheduleReader';
import type { Counting } from './turns';

/** Who is expected to be on call, and when. */
export interface ExpectedShift extends Span {
  /** Log-in e-mail. */
  readonly email: string;
}

/** A time in which a schedule does not page the person who is expected. */
export interface Disagreement extends Span {
  /** Log-in e-mail; undefined in a gap between the expected shifts. */
  readonly expected: string | undefined;
  /** Log-in e-mail; undefined if the schedule pages nobody. */
  readonly rendered: string | undefined;
}

/**
 * Compares a schedule with the shifts that it should have, from the beginning of the
 * first to the end of the last. Exact: whole spans are compared, not samples. In a gap
 * between two shifts nobody is expected.
 *
 * @param expected In order; none is empty or overlaps the next.
 * @param counting How turns pass a clock change; check both. @default 'elapsed'
 * @param span What is compared; nobody is expected outside the shifts. @default - the time of the shifts
 * @returns In order; empty if they agree. Neighbours with the same two people are one
 *   disagreement.
 * @throws RangeError if an expected shift is empty, out of order or overlaps the next, and
 *   if there are none, because nothing would be checked
 */
export function disagreements(
  expected: readonly ExpectedShift[],
  schedule: Schedule,
  counting: Counting = 'elapsed',
  span?: Span,
): Disagreement[] {
  const whole = span === undefined ? wholeTime(expected) : checkedOrder(expected, span);
  const found: Disagreement[] = [];
  let next = 0;
  for (const shift of render(schedule, whole, counting)) {
    let from = shift.from;
    while (isBefore(from, shift.until)) {
      while (isOver(expected[next], from)) next += 1;
      const piece = expectedFrom(expected[next], from, shift.until);
      if (!sameEmail(piece.email, shift.email)) {
        append(found, { from, until: piece.until, expected: piece.email, rendered: shift.email });
      }
      from = piece.until;
    }
  }
  return found;
}

function wholeTime(expected: readonly ExpectedShift[]): Span {
  const first = expected[0];
  const last = expected.at(-1);
  if (first === undefined || last === undefined) throw new RangeError('no expected shifts to compare with');
  return checkedOrder(expected, { from: first.from, until: last.until });
}

function checkedOrder(expected: readonly ExpectedShift[], span: Span): Span {
  for (const [index, shift] of expected.entries()) {
    const before = expected[index - 1];
    if (!isBefore(shift.from, shift.until)) {
      throw new RangeError(`an expected shift ends (${shift.until}) no later than it begins (${shift.from})`);
    }
    if (before !== undefined && isBefore(shift.from, before.until)) {
      throw new RangeError(
        `an expected shift begins (${shift.from}) before the last one ends (${before.until})`,
      );
    }
  }
  return span;
}

function isOver(shift: ExpectedShift | undefined, at: Temporal.Instant): boolean {
  return shift !== undefined && !isBefore(at, shift.until);
}

/** Who is expected at `from`, and until when that holds, at most until `limit`. */
function expectedFrom(
  shift: ExpectedShift | undefined,
  from: Temporal.Instant,
  limit: Temporal.Instant,
): { until: Temporal.Instant; email: string | undefined } {
  if (shift === undefined) return { until: limit, email: undefined };
  if (isBefore(from, shift.from)) return { until: earlier(shift.from, limit), email: undefined };
  return { until: earlier(shift.until, limit), email: shift.email };
}

function append(found: Disagreement[], piece: Disagreement): void {
  const before = found.at(-1);
  const continues =
    before?.until.equals(piece.from) &&
    before.expected === piece.expected &&
    before.rendered === piece.rendered;
  if (before !== undefined && continues) found[found.length - 1] = { ...before, until: piece.until };
  else found.push(piece);
}
