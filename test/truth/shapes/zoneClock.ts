import { Temporal } from 'temporal-polyfill';

const [FIRST, LAST] = ['2025-12-01T00:00Z', '2027-06-01T00:00Z'].map((text) => Date.parse(text));
const DAY = 86_400_000;
/** No clock changes between two moments of so many minutes. */
const STEP = 15 * 60_000;

/**
 * The clock on the wall of a zone, in milliseconds: real ones since 1970, and what the wall
 * shows, as if it were UTC. Its changes are found by looking at it, so it shares no rule with `src`.
 */
export class ZoneClock {
  private readonly stretches: { from: number; until: number; offset: number }[] = [];

  constructor(private readonly zone: string) {
    let from = FIRST as number;
    for (let at = from; at < (LAST as number); at += DAY) {
      if (this.offset(at) === this.offset(at + DAY)) continue;
      let change = at;
      while (this.offset(change) === this.offset(at)) change += STEP;
      this.stretches.push({ from, until: change, offset: this.offset(at) });
      from = change;
    }
    this.stretches.push({ from, until: LAST as number, offset: this.offset(from) });
  }

  /** What the wall shows at a moment. */
  wall(at: number): number {
    const stretch = this.stretches.find(({ until }) => at < until);
    if (stretch === undefined) throw new Error('nobody looked at the clock so late');
    return at + stretch.offset;
  }

  /** The first moment at which the wall shows a time, or has passed it. */
  first(wall: number): number {
    for (const { from, until, offset } of this.stretches) {
      const at = Math.max(from, wall - offset);
      if (at < until) return at;
    }
    throw new Error('nobody looked at the clock so late');
  }

  private offset(at: number): number {
    const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(this.zone);
    return zoned.offsetNanoseconds / 1e6;
  }
}

const clocks = new Map<string, ZoneClock>();

/** The clock of a zone, looked at once. */
export function clockOf(zone: string): ZoneClock {
  const clock = clocks.get(zone) ?? new ZoneClock(zone);
  clocks.set(zone, clock);
  return clock;
}

/** The number of a date: days since 1970. */
export const dayOf = (date: string): number => Date.parse(`${date}T00:00Z`) / DAY;

/** The weekday of a day: 0 is Monday. */
export const weekdayOf = (day: number): number => (day + 3) % 7;

/** A time of day on a day, as the wall shows it. */
export function wallOf(day: number, time = '00:00'): number {
  const known = timesOfDay.get(time) ?? Date.parse(`1970-01-01T${time}Z`);
  timesOfDay.set(time, known);
  return day * DAY + known;
}

/** Times of day in milliseconds, read once each. */
const timesOfDay = new Map<string, number>();

/** The day that the wall shows. */
export const dayOn = (wall: number): number => Math.floor(wall / DAY);
