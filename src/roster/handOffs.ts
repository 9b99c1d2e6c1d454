import { Temporal } from 'temporal-polyfill';
import { DAY, dayAt, timeOfDay } from '../time/localDay';
import { zoneOffsets } from '../time/zoneOffsets';

/**
 * The hand-off of each local day. Made once per call and shared by rotations with the same
 * hand-off; days are counted from 1 January 1970.
 */
export class HandOffs {
  private readonly byDay = new Map<number, Temporal.Instant>();
  /** After midnight, in milliseconds. */
  private readonly time: number;

  /**
   * @param timeZone IANA zone of the days and times
   * @param at the local time of day
   */
  constructor(
    private readonly timeZone: string,
    at: Temporal.PlainTime,
  ) {
    this.time = timeOfDay(at);
  }

  /** The number of the local day of an instant. */
  dayAt(at: Temporal.Instant): number {
    return dayAt(at, this.timeZone);
  }

  /**
   * The hand-off of a local day. It keeps its local time across daylight saving: if the clocks
   * skip that time, it is the moment of the change; if they repeat it, the first time.
   */
  on(day: number): Temporal.Instant {
    let instant = this.byDay.get(day);
    if (instant === undefined) {
      const at = zoneOffsets(this.timeZone).instantOf(day * DAY + this.time);
      instant = Temporal.Instant.fromEpochMilliseconds(at);
      this.byDay.set(day, instant);
    }
    return instant;
  }
}
