import { Temporal } from 'temporal-polyfill';
import { UsageError } from '../text/usageError';
import { shown } from '../text/visible';
import { timeText } from '../time/localTime';
import type { Io } from './io';
import { instantOption } from './session';

/** How far from the present an instant may be and still count as now. */
const NEAR = Temporal.Duration.from({ minutes: 2 });

/** True if an instant is at most two minutes from now. */
export function isNow(at: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Duration.compare(now.until(at).abs(), NEAR) <= 0;
}

/**
 * Refuses a `WATCHBILL_AS_OF` that is not now: a variable left over in a shell must not decide
 * what is sent to the vendors.
 * @param wayOut how to choose another instant on purpose
 * @throws UsageError with code ASOF002, or ASOF001 if the instant is malformed
 */
export function refuseOtherAsOf(io: Pick<Io, 'env' | 'now'>, timeZone: string, wayOut: string): void {
  const text = (io.env['WATCHBILL_AS_OF'] ?? '').trim();
  if (text === '') return;
  const now = io.now();
  if (isNow(instantOption('WATCHBILL_AS_OF', text, timeZone), now)) return;
  throw new UsageError(
    `ASOF002: WATCHBILL_AS_OF is ${shown(text)}, which is more than two minutes from now (${timeText(now, timeZone)}, ${timeZone})\n  unset WATCHBILL_AS_OF; ${wayOut}`,
  );
}
