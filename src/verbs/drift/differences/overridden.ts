import type { OnCall, Override } from '../../../deployment';
import { sameEmail } from '../../../text/email';
import { without } from '../../../time/pieces';
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
    return without(difference, agreed).map((time) => ({ ...difference, ...time }));
  });
}
