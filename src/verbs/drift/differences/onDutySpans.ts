import type { Schedule } from '../../../deployment';
import { type Counting, render, type Span } from '../../../rehearsal';
import { sameEmail } from '../../../text/email';
import { earlier } from '../../../time/span';

/** A time in which two schedules page different people. */
export interface OnDutyDifference extends Span {
  /** Log-in; undefined for nobody. */
  readonly expected: string | undefined;
  /** Log-in; undefined for nobody. */
  readonly found: string | undefined;
}

/**
 * The times in a span at which two schedules page different people, under either reading of
 * a clock change. Adjacent times with the same two people are merged.
 */
export function onDutyDifferences(expected: Schedule, found: Schedule, span: Span): OnDutyDifference[] {
  const elapsed = differences(expected, found, span, 'elapsed');
  return elapsed.length > 0 ? elapsed : differences(expected, found, span, 'wall-clock');
}

function differences(
  expected: Schedule,
  found: Schedule,
  span: Span,
  counting: Counting,
): OnDutyDifference[] {
  const [one, other] = [render(expected, span, counting), render(found, span, counting)];
  const spans: OnDutyDifference[] = [];
  let [i, j, from] = [0, 0, span.from];
  for (let [a, b] = [one[0], other[0]]; a !== undefined && b !== undefined; [a, b] = [one[i], other[j]]) {
    const until = earlier(a.until, b.until);
    if (!sameEmail(a.email, b.email)) append(spans, { from, until, expected: a.email, found: b.email });
    if (a.until.equals(until)) i += 1;
    if (b.until.equals(until)) j += 1;
    from = until;
  }
  return spans;
}

function append(spans: OnDutyDifference[], next: OnDutyDifference): void {
  const last = spans.at(-1);
  const continues =
    last?.until.equals(next.from) && last.expected === next.expected && last.found === next.found;
  if (last !== undefined && continues) spans[spans.length - 1] = { ...last, until: next.until };
  else spans.push(next);
}
