import type { Temporal } from 'temporal-polyfill';
import { parseInstant } from '../../roster';
import { UsageError } from '../../text/usageError';

/** The beginning of an instant's minute, because the data has no seconds. */
export function minuteOf(at: Temporal.Instant): Temporal.Instant {
  return at.round({ smallestUnit: 'minute', roundingMode: 'floor' });
}

/**
 * Refuses an instant with seconds.
 * @throws UsageError
 */
export function refuseSeconds(option: string, text: string, at: Temporal.Instant): void {
  if (minuteOf(at).equals(at)) return;
  throw new UsageError(`${option} is not to the minute: ${JSON.stringify(text)}\n  leave the seconds out`);
}

/**
 * Refuses the second of two equal local times: the data would read it as the first.
 * @param what the option, e.g. `--until`
 * @throws UsageError
 */
export function refuseSecondTime(what: string, at: Temporal.Instant, timeZone: string): void {
  const local = at.toZonedDateTimeISO(timeZone).toPlainDateTime();
  if (parseInstant(local.toString(), timeZone)?.equals(at) === true) return;
  const text = local.toString({ smallestUnit: 'minute' });
  throw new UsageError(
    `${what} is the second time at which the clocks show ${text}\n  the data would read it as the first; use a time before or after that hour`,
  );
}
