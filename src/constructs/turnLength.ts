import type { Temporal } from 'temporal-polyfill';
import { checkedNumber } from './checkedProps';

/** A nominal day, whatever the clocks do. */
export const SECONDS_A_DAY = 86_400;

/** The longest turn that PagerDuty's provider accepts, in days. */
const LONGEST_TURN = 365;

/**
 * A length of a turn in days.
 * @throws Error unless it is whole days or weeks, 1 to 365 days
 */
export function wholeDays(turn: Temporal.Duration): number {
  const { weeks, days } = turn;
  const rest = turn.with({ weeks: 0, days: 0 });
  if (!rest.blank || weeks * 7 + days < 1) {
    throw new Error(`'turn' (${turn}) must be whole days or weeks, at least one day`);
  }
  return checkedNumber('turn', weeks * 7 + days, 1, LONGEST_TURN);
}
