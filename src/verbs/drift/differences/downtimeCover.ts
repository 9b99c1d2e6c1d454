import { Temporal } from 'temporal-polyfill';
import { DeploymentError, type Downtime } from '../../../deployment';
import { type Counting, type Span, windowsOf } from '../../../rehearsal';
import { isBefore, later } from '../../../time/span';

/**
 * Whether other downtimes cover, from now on, all the time of a one-time downtime, however
 * Datadog counts hours. The bridge that a plan would create today and the bridge of an
 * earlier plan, whose recurring downtime has since begun, are both right.
 * @param others downtimes of the same monitors
 */
export function isCovered(
  { time, scope }: Downtime,
  others: readonly Downtime[],
  now: Temporal.Instant,
): boolean {
  if (time.kind !== 'once') return false;
  const span = { from: later(time.from ?? now, now), until: time.until };
  const same = others.filter((other) => other.scope === scope);
  return (['elapsed', 'wall-clock'] as const).every((counting) => {
    let open = span.from;
    for (const window of windows(same, span, counting)) {
      if (!isBefore(open, window.from)) open = later(open, window.until);
    }
    return !isBefore(open, span.until);
  });
}

function windows(downtimes: readonly Downtime[], span: Span, counting: Counting): Span[] {
  return downtimes
    .flatMap((downtime) => {
      try {
        return windowsOf(downtime, span, counting);
      } catch (error) {
        // A handmade recurrence that we do not understand covers nothing for certain.
        if (error instanceof DeploymentError) return [];
        throw error;
      }
    })
    .sort((a, b) => Temporal.Instant.compare(a.from, b.from));
}
