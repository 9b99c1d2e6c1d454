import { Temporal } from 'temporal-polyfill';
import { recurringInstant } from '../time/recurringInstant';

const DAY_ZERO = Temporal.PlainDate.from('1970-01-01');

/**
 * The hand-off of each local day. Made once per call and shared by rotations with the same
 * hand-off, because zoned arithmetic is slow; days are counted from 1 January 1970.
 */
export class HandOffs {
  private readonly byDay = new Map<number, Temporal.Instant>();

  /**
   * @param timeZone IANA zone of the days and times
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

  /** The number of the local day of an instant. */
  dayAt(at: Temporal.Instant): number {
    return this.dayOf(at.toZonedDateTimeISO(this.timeZone).toPlainDate());
  }

  /**
   * The hand-off of a local day. It keeps its local time across daylight saving: if the clocks
   * skip that time, it is the moment of the change; if they repeat it, the first time.
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
