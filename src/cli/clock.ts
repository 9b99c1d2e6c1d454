import { Temporal } from 'temporal-polyfill';
import { wrapped } from '../text/wrapped';
import type { Io } from './io';

/** How far two clocks may differ before that is told. */
const CLOCK_BOUND = Temporal.Duration.from({ minutes: 2 });

/**
 * That this machine's clock is more than two minutes from a vendor's.
 * @param ahead how far the vendor's clock is ahead; none where it did not tell
 * @returns empty where they agree
 */
export function clockText(vendor: string, ahead: Temporal.Duration | undefined): string {
  if (ahead === undefined || Temporal.Duration.compare(ahead.abs(), CLOCK_BOUND) <= 0) return '';
  const rounded = ahead.abs().round({ largestUnit: 'hours', smallestUnit: 'minutes' });
  const [hours, minutes] = [rounded.hours, rounded.minutes];
  const length = [hours === 0 ? '' : `${hours} h`, minutes === 0 ? '' : `${minutes} min`]
    .filter(Boolean)
    .join(' ');
  return wrapped(
    `warning: this machine's clock is ${length} ${ahead.sign > 0 ? 'behind' : 'ahead of'} ${vendor}'s: what is meant to begin now begins at another moment; set the clock`,
  );
}

/** Tells it where one of the vendors' clocks is far off. */
export function tellClocks(
  clients: readonly { readonly vendor: string; readonly clockAhead: Temporal.Duration | undefined }[],
  io: Pick<Io, 'err'>,
): void {
  const told = clients.map(({ vendor, clockAhead }) => clockText(vendor, clockAhead));
  for (const text of told) if (text !== '') io.err(text);
}
