import { Temporal } from 'temporal-polyfill';
import { wrapped } from '../text/wrapped';
import type { Io } from './io';

/** How far two clocks may differ without a warning. */
const CLOCK_BOUND = Temporal.Duration.from({ minutes: 2 });

/**
 * A warning if this machine's clock is more than two minutes off a vendor's.
 * @param ahead how far ahead the vendor's clock is; undefined if the vendor did not say
 * @returns empty if the clocks agree
 */
export function clockText(vendor: string, ahead: Temporal.Duration | undefined): string {
  if (ahead === undefined || Temporal.Duration.compare(ahead.abs(), CLOCK_BOUND) <= 0) return '';
  const rounded = ahead.abs().round({ largestUnit: 'hours', smallestUnit: 'minutes' });
  const [hours, minutes] = [rounded.hours, rounded.minutes];
  const length = [hours === 0 ? '' : `${hours} h`, minutes === 0 ? '' : `${minutes} min`]
    .filter(Boolean)
    .join(' ');
  return wrapped(
    `warning: this machine's clock is ${length} ${ahead.sign > 0 ? 'behind' : 'ahead of'} ${vendor}'s: whatever should start now would start at another time; set the clock`,
  );
}

/** Warns of each vendor whose clock is far off this machine's. */
export function tellClocks(
  clients: readonly { readonly vendor: string; readonly clockAhead: Temporal.Duration | undefined }[],
  io: Pick<Io, 'err'>,
): void {
  for (const { vendor, clockAhead } of clients) {
    const warning = clockText(vendor, clockAhead);
    if (warning !== '') io.err(warning);
  }
}
