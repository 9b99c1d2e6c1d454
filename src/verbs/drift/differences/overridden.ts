import type { OnCall, Override } from '../../../deployment';
import { sameEmail } from '../../../text/email';
import { earlier, isBefore, later } from '../../../time/span';
import type { OnDutyDifference } from './onDutySpans';

/** The overrides of a schedule from now on. */
export interface Overridden {
  readonly overrides: readonly Override[];
  /** Who PagerDuty pages during that time, whichever override wins. */
  readonly onCall: readonly OnCall[];
}

/**
 * Removes from the differences the times at which PagerDuty nevertheless pages the person in
 * the data, thanks to an override. This is so after an emergency cover, until a deploy turns
 * it into a layer.
 */
export function withoutAgreed(
  differences: readonly OnDutyDifference[],
  { onCall }: Overridden,
): OnDutyDifference[] {
  return differences.flatMap((difference) => {
    const agreed = onCall.filter(({ email }) => sameEmail(email, difference.expected));
    return agreed.reduce((left, span) => left.flatMap((each) => without(each, span)), [difference]);
  });
}

/** The parts of a difference before and after a span. */
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
