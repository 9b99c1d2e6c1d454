import type { OnCall, Override } from '../../../deployment';
import { earlier, isBefore, later } from '../../../roster';
import type { OnDutyDifference } from './onDutySpans';

/** What was put above the layers of a schedule by hand, from now on. */
export interface Overridden {
  readonly overrides: readonly Override[];
  /** Whom PagerDuty pages in their time, whichever of them counts. */
  readonly onCall: readonly OnCall[];
}

/**
 * What is left of the differences between layers and data where PagerDuty pages whom the
 * data names all the same, by an override: right after an emergency cover, until a deploy
 * makes a layer of it.
 */
export function withoutAgreed(
  differences: readonly OnDutyDifference[],
  { onCall }: Overridden,
): OnDutyDifference[] {
  return differences.flatMap((difference) => {
    const agreed = onCall.filter(({ email }) => email.toLowerCase() === difference.expected?.toLowerCase());
    return agreed.reduce((left, span) => left.flatMap((each) => without(each, span)), [difference]);
  });
}

/** What of a difference lies before and after a span. */
function without(
  difference: OnDutyDifference,
  { from, until }: Pick<OnCall, 'from' | 'until'>,
): OnDutyDifference[] {
  const parts = [
    { ...difference, until: earlier(difference.until, from) },
    { ...difference, from: later(difference.from, until) },
  ];
  return parts.filter((part) => isBefore(part.from, part.until));
}
