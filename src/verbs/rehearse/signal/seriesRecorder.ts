import type { Temporal } from 'temporal-polyfill';
import { isBeyond, type MonitorQuery, type Point, type Series, valueAt } from '../../../rehearsal';
import { isBefore } from '../../../roster';
import type { MonitorSignals } from '../monitorSignals';
import type { Crossing } from './crossing';

const MINUTE = { minutes: 1 };

/** A metric that somebody else reports every minute: well, then broken, then repaired. */
export class SeriesRecorder implements MonitorSignals {
  private readonly points: Point[] = [];
  private repairedAt: Temporal.Instant | undefined;

  constructor(
    private readonly query: MonitorQuery,
    private readonly crossing: Crossing,
    private readonly begins: Temporal.Instant,
  ) {}

  get series(): readonly Series[] {
    const { metric, tags } = this.query;
    return [{ metric, tags: tags.map((tag) => tag.replaceAll('*', 'any')), points: this.points }];
  }

  async read(from: Temporal.Instant, until: Temporal.Instant): Promise<void> {
    await this.find(from, until, () => false);
  }

  async first(
    from: Temporal.Instant,
    until: Temporal.Instant,
    wanted: boolean,
  ): Promise<Temporal.Instant | undefined> {
    return this.find(from, until, (at) => {
      const value = valueAt(this.query, this.series, at);
      return value !== undefined && isBeyond(this.query, value) === wanted;
    });
  }

  repair(at: Temporal.Instant): void {
    this.repairedAt = at;
  }

  private find(
    from: Temporal.Instant,
    until: Temporal.Instant,
    isFound: (at: Temporal.Instant) => boolean,
  ): Temporal.Instant | undefined {
    // The metric has been reported for longer than the monitor looks back.
    if (this.points.length === 0) this.report(from.subtract(this.query.window), from.subtract(MINUTE));
    for (let at = from; !isBefore(until, at); at = at.add(MINUTE)) {
      this.report(at, at);
      if (isFound(at)) return at;
    }
    return undefined;
  }

  private report(from: Temporal.Instant, until: Temporal.Instant): void {
    for (let at = from; !isBefore(until, at); at = at.add(MINUTE)) {
      const isBroken =
        !isBefore(at, this.begins) && (this.repairedAt === undefined || isBefore(at, this.repairedAt));
      this.points.push({ at, value: isBroken ? this.crossing.broken : this.crossing.well });
    }
  }
}
