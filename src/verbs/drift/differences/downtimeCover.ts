import { Temporal } from 'temporal-polyfill';
import { DeploymentError, type Downtime } from '../../../deployment';
import type { Counting } from '../../../rehearsal';
import { type Span, windowsOf } from '../../../rehearsal';

/**
 * Whether others hold from now on whatever a single downtime holds, in both ways of
 * counting: a bridge that a plan of this day would make, and that of an earlier plan whose
 * recurring downtime has begun, are both right.
 * @param others downtimes of the same monitors
 */
export function isCovered(
  { time, scope }: Downtime,
  others: readonly Downtime[],
  now: Temporal.Instant,
): boolean {
  if (time.kind !== 'once') return false;
  const from = time.from === undefined || Temporal.Instant.compare(time.from, now) < 0 ? now : time.from;
  const span = { from, until: time.until };
  const same = others.filter((other) => other.scope === scope);
  return (['elapsed', 'wall-clock'] as const).every((counting) => {
    let open = span.from;
    for (const window of windows(same, span, counting)) {
      const begins = Temporal.Instant.compare(window.from, open) <= 0;
      if (begins && Temporal.Instant.compare(window.until, open) > 0) open = window.until;
    }
    return Temporal.Instant.compare(open, span.until) >= 0;
  });
}

function windows(downtimes: readonly Downtime[], span: Span, counting: Counting): Span[] {
  return downtimes
    .flatMap((downtime) => {
      try {
        return windowsOf(downtime, span, counting);
      } catch (error) {
        // A recurrence made by hand that nobody understands holds nothing for certain.
        if (error instanceof DeploymentError) return [];
        throw error;
      }
    })
    .sort((a, b) => Temporal.Instant.compare(a.from, b.from));
}
