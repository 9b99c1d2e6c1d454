import type { Temporal } from 'temporal-polyfill';
import type { OnCall } from '../../../deployment';
import { sameEmail } from '../../../text/email';
import { contains, isBefore, type Span } from '../../../time/span';

/** The first moment at which two rosters disagree about who is on call. */
export interface Disagreement {
  readonly at: Temporal.Instant;
  /** Log-in; undefined if nobody is on call. */
  readonly expected: string | undefined;
  readonly found: string | undefined;
}

/**
 * Compares who is on call at every moment of a window.
 * @param left times that are left out
 */
export function firstDisagreement(
  expected: readonly OnCall[],
  found: readonly OnCall[],
  window: Span,
  left: readonly Span[],
): Disagreement | undefined {
  const moments = [window, ...expected, ...found, ...left]
    .flatMap(({ from, until }) => [from, until])
    .filter((at) => contains(window, at) && !left.some((span) => contains(span, at)))
    .sort((a, b) => (isBefore(a, b) ? -1 : 1));
  for (const at of moments) {
    const [one, other] = [expected, found].map((spans) => spans.find((span) => contains(span, at))?.email);
    const isSame = one === undefined || other === undefined ? one === other : sameEmail(one, other);
    if (!isSame) return { at, expected: one, found: other };
  }
  return undefined;
}
