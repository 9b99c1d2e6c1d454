import type { Temporal } from 'temporal-polyfill';
import type { Downtime, Monitor } from '../../../deployment';
import {
  isBeyond,
  type MonitorQuery,
  type Notification,
  notificationsOf,
  type Point,
  type Series,
  valueAt,
} from '../../../rehearsal';
import { isBefore, type Span } from '../../../roster';
import { MINUTE } from '../../../time/minute';
import type { MonitorSignals } from '../monitorSignals';
import { type Crossing, identityOf } from './crossing';

/** Metrics that something else reports every minute: well, then broken, then repaired. */
export class SeriesRecorder implements MonitorSignals {
  readonly series: readonly Series[];
  private readonly points: readonly Point[][];
  private repairedAt: Temporal.Instant | undefined;

  constructor(
    private readonly query: MonitorQuery,
    private readonly crossing: Crossing,
    private readonly begins: Temporal.Instant,
  ) {
    this.points = query.series.map(() => []);
    this.series = query.series.map((each, index) => ({
      ...identityOf(each),
      points: this.points[index] ?? [],
    }));
  }

  async read(from: Temporal.Instant, until: Temporal.Instant): Promise<void> {
    this.find(from, until, () => false);
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

  notifications(monitor: Monitor, downtimes: readonly Downtime[], span: Span): Notification[] {
    return notificationsOf(monitor, downtimes, this.series, span);
  }

  private find(
    from: Temporal.Instant,
    until: Temporal.Instant,
    isFound: (at: Temporal.Instant) => boolean,
  ): Temporal.Instant | undefined {
    // The metrics have been reported for longer than the monitor looks back.
    if (this.points[0]?.length === 0) this.report(from.subtract(lookBack(this.query)), from.subtract(MINUTE));
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
      const values = isBroken ? this.crossing.broken : this.crossing.well;
      for (const [index, value] of values.entries()) this.points[index]?.push({ at, value });
    }
  }
}

/** How far back a query reads: its window, and that of the change that it compares with. */
export function lookBack({ window, change }: MonitorQuery): Temporal.Duration {
  return change === undefined ? window : window.add(change.shift);
}
