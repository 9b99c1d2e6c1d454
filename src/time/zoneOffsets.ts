import { Temporal } from 'temporal-polyfill';

/** A stretch of time in which a zone keeps its offset; milliseconds since 1970. */
interface Stretch {
  readonly from: number;
  readonly until: number;
  readonly offset: number;
}

/** More than any offset from UTC, in milliseconds. */
const MOST_OFFSET = 24 * 3_600_000;
/** Twenty years, in milliseconds. */
const FAR = 20 * 366 * 24 * 3_600_000;

/**
 * The offsets of a zone, each looked up once: turning a local time into an instant is then
 * arithmetic, where Temporal would be slow.
 */
class ZoneOffsets {
  /** Without gaps, in order; grows at both ends as it is asked. */
  private readonly stretches: Stretch[] = [];
  private current = 0;

  constructor(private readonly timeZone: string) {}

  /**
   * The instant of a local time: if the clocks repeat it, the first; if they skip it, the moment of the change.
   * @param local milliseconds as if the local time were UTC
   */
  instantOf(local: number): number {
    for (let index = this.find(local - MOST_OFFSET); ; index += 1) {
      if (index === this.stretches.length) this.stretches.push(this.stretchAt(this.end));
      const { from, until, offset } = this.stretches[index] as Stretch;
      const at = Math.max(from, local - offset);
      if (at < until) return at;
    }
  }

  /**
   * The instant of a local time as Temporal and RFC 5545 have it: if the clocks repeat it, the first; one that
   * they skip is read with the offset from before the change, so that it is as much later.
   * @param local milliseconds as if the local time were UTC
   */
  compatibleInstantOf(local: number): number {
    const at = this.instantOf(local);
    return this.localOf(at) === local ? at : local - (this.localOf(at - 1) - (at - 1));
  }

  /**
   * The local time of an instant, as if it were UTC.
   * @param at milliseconds since 1970
   */
  localOf(at: number): number {
    return at + (this.stretches[this.find(at)] as Stretch).offset;
  }

  /**
   * True if the local time of an instant occurs twice, because the clocks go back.
   * @param at milliseconds since 1970
   */
  occursTwice(at: number): boolean {
    const local = this.localOf(at);
    // Further changes of the clocks are weeks away.
    return [at - MOST_OFFSET, at + MOST_OFFSET].some((other) => {
      const { from, until, offset } = this.stretches[this.find(other)] as Stretch;
      const again = local - offset;
      return again !== at && from <= again && again < until;
    });
  }

  /**
   * When the offset changes in a half-open span, in order, and by how much the clocks go forward then.
   * @param from milliseconds since 1970
   * @param until milliseconds since 1970
   */
  changesIn(from: number, until: number): { readonly at: number; readonly forward: number }[] {
    const changes: { at: number; forward: number }[] = [];
    for (let at = from - 1; ; ) {
      const before = this.stretches[this.find(at)] as Stretch;
      at = before.until;
      if (at >= until) return changes;
      changes.push({ at, forward: this.localOf(at) - at - before.offset });
    }
  }

  /** Index of the stretch of an instant. */
  private find(at: number): number {
    if (this.isFar(at)) {
      this.stretches.splice(0, this.stretches.length, this.stretchAt(at));
      this.current = 0;
    }
    while (at < (this.stretches[0] as Stretch).from) {
      this.stretches.unshift(this.stretchAt((this.stretches[0] as Stretch).from - 1));
      this.current = 0;
    }
    while (this.end <= at) this.stretches.push(this.stretchAt(this.end));
    // Times are mostly asked in order.
    while (at < (this.stretches[this.current] as Stretch).from) this.current -= 1;
    while ((this.stretches[this.current] as Stretch).until <= at) this.current += 1;
    return this.current;
  }

  /** Whether too many stretches lie between an instant and those that are known. */
  private isFar(at: number): boolean {
    const [first] = this.stretches;
    return first === undefined || at < first.from - FAR || this.end + FAR < at;
  }

  private get end(): number {
    return (this.stretches.at(-1) as Stretch).until;
  }

  private stretchAt(at: number): Stretch {
    const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(this.timeZone);
    const before = zoned.add({ nanoseconds: 1 }).getTimeZoneTransition('previous');
    return {
      from: before?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
      until: zoned.getTimeZoneTransition('next')?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
      offset: zoned.offsetNanoseconds / 1e6,
    };
  }
}

/** A local time in milliseconds since 1970, as if it were UTC. */
export function asUtc(local: Temporal.PlainDateTime): number {
  const { year, month, day, hour, minute, second, millisecond } = local;
  return Date.UTC(year, month - 1, day, hour, minute, second, millisecond);
}

const zones = new Map<string, ZoneOffsets>();

/** The offsets of a zone. */
export function zoneOffsets(timeZone: string): ZoneOffsets {
  const known = zones.get(timeZone) ?? new ZoneOffsets(timeZone);
  zones.set(timeZone, known);
  return known;
}
