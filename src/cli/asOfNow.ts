import { Temporal } from 'temporal-polyfill';
import { UsageError } from '../text/usageError';
import { shown } from '../text/visible';
import { timeText } from '../time/localTime';
import type { Io } from './io';
import { instantOption } from './session';

/** How far from now an instant may be and still be now. */
const NEAR = Temporal.Duration.from({ minutes: 2 });

/** True where an instant is at most two minutes from now. */
export function isNow(at: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Duration.compare(now.until(at).abs(), NEAR) <= 0;
}

/**
 * Nothing where `WATCHBILL_AS_OF` is not set, or is now. A variable that was left over in a
 * shell never decides what the vendors are told.
 * @param wayOut how another instant is meant on purpose
 * @throws UsageError with code ASOF002; with code ASOF001 where the instant is malformed
 */
export function refuseOtherAsOf(io: Pick<Io, 'env' | 'now'>, timeZone: string, wayOut: string): void {
  const text = (io.env['WATCHBILL_AS_OF'] ?? '').trim();
  if (text === '') return;
  const now = io.now();
  if (isNow(instantOption('WATCHBILL_AS_OF', text, timeZone), now)) return;
  throw new UsageError(
    `ASOF002: WATCHBILL_AS_OF is ${shown(text)}, which is not now (${timeText(now, timeZone)}, ${timeZone}; two minutes are near enough)\n  unset WATCHBILL_AS_OF; ${wayOut}`,
  );
}
