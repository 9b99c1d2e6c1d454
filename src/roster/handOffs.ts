import { Temporal } from 'temporal-polyfill';
import { recurringInstant } from '../time/recurringInstant';

const DAY_ZERO = Temporal.PlainDate.from('1970-01-01');

/**
 * When the watch changes hands on each local day. Made once for a call and
 * shared by all its rotations, since zoned arithmetic is slow and their
 * hand-offs fall on the same days; days are counted from 1 January 1970.
 */
export class HandOffs {
  private readonly byDay = new Map<number, Temporal.Instant>();

  /**
   * @param timeZone whose local days and times they are
   * @param at the local time of day
   */
  constructor(
    private readonly timeZone: string,
    private readonly at: Temporal.PlainTime,
  ) {}

  /** The number of a local day. */
  dayOf(date: Temporal.PlainDate): number {
    return DAY_ZERO.until(date).days;
  }

  /** The number of the local day in which an instant lies. */
  dayAt(at: Temporal.Instant): number {
    return this.dayOf(at.toZonedDateTimeISO(this.timeZone).toPlainDate());
  }

  /**
   * The hand-off of a local day. It keeps its local time across daylight
   * saving; a time that the clocks skip is the moment of the change, one that they repeat the first.
   */
  on(day: number): Temporal.Instant {
    let instant = this.byDay.get(day);
    if (instant === undefined) {
      const date = DAY_ZERO.add({ days: day });
      instant = recurringInstant(date.toPlainDateTime(this.at), this.timeZone);
      this.byDay.set(day, instant);
    }
    return instant;
  }
}
