import type { Temporal } from 'temporal-polyfill';
import type { LedgerKind } from '../../catalog';
import type { Downtime, Monitor } from '../../deployment';
import {
  isBeyond,
  type MonitorQuery,
  type Notification,
  notificationsOf,
  type Point,
  reads,
  type Series,
  valueAt,
} from '../../rehearsal';
import { isBefore, type Span } from '../../roster';
import { MINUTE } from '../../time/minute';
import type { MonitorSignals } from './monitorSignals';
import type { GaugeValue, RehearsalLedger } from './rehearsalLedger';
import type { Scenario, TimedReport } from './scenario/scenario';

/** How many minutes are read at once if any of them may be the last; and if all are wanted. */
const NEAR = 30;
const FAR = 24 * 60;

/**
 * Plays the Datadog Agent: minute by minute it reads a gauge's view, and the values become the points
 * of the series that a monitor reads. What pipelines report meanwhile reaches the ledger at its time.
 */
export class GaugeRecorder implements MonitorSignals {
  /** By tags; undefined for a series that the query does not read. */
  private readonly points = new Map<string, (Series & { readonly points: Point[] }) | undefined>();
  private readonly due: TimedReport[];
  private readonly repairs: Scenario['repairs'];
  /** Pipelines whose series the query can read: all of them if it names none. */
  readonly pipelines: readonly string[];

  constructor(
    private readonly ledger: RehearsalLedger,
    private readonly kind: LedgerKind,
    private readonly query: MonitorQuery,
    { reports, repairs }: Pick<Scenario, 'reports' | 'repairs'>,
  ) {
    this.repairs = repairs;
    this.due = [...reports].sort((a, b) => (isBefore(a.at, b.at) ? -1 : isBefore(b.at, a.at) ? 1 : 0));
    const mayRead = (id: string) =>
      query.series.some(({ tags }) =>
        tags.every((tag) => !tag.startsWith('pipeline:') || tag === `pipeline:${id}`),
      );
    this.pipelines = ledger.pipelines.filter(mayRead);
  }

  get series(): readonly Series[] {
    return [...this.points.values()].filter((each) => each !== undefined);
  }

  notifications(monitor: Monitor, downtimes: readonly Downtime[], span: Span): Notification[] {
    return notificationsOf(monitor, downtimes, this.series, span);
  }

  repair(at: Temporal.Instant): void {
    this.due.push(...this.repairs(at).map((report) => ({ at, report })));
  }

  async read(from: Temporal.Instant, until: Temporal.Instant): Promise<void> {
    await this.find(from, until, FAR, () => false);
  }

  async first(
    from: Temporal.Instant,
    until: Temporal.Instant,
    wanted: boolean,
  ): Promise<Temporal.Instant | undefined> {
    return this.find(from, until, NEAR, (at) => {
      const value = valueAt(this.query, this.series, at);
      return value !== undefined && isBeyond(this.query, value) === wanted;
    });
  }

  /** Minutes read ahead of the one that is found are dropped: a report may still come before them. */
  private async find(
    from: Temporal.Instant,
    until: Temporal.Instant,
    ahead: number,
    isFound: (at: Temporal.Instant) => boolean,
  ): Promise<Temporal.Instant | undefined> {
    for (let at = from; !isBefore(until, at); ) {
      await this.report(at);
      const count = Math.min(ahead, Math.floor(minutes(at, until)) + 1, this.minutesToReport(at));
      for (const values of await this.ledger.minutes(this.kind, this.pipelines, at, count)) {
        this.record(at, values);
        if (isFound(at)) return at;
        at = at.add(MINUTE);
      }
    }
    return undefined;
  }

  /** Reports what is due, each at its time. */
  private async report(at: Temporal.Instant): Promise<void> {
    for (let next = this.due[0]; next !== undefined && !isBefore(at, next.at); next = this.due[0]) {
      await this.ledger.at(next.at);
      await this.ledger.report(next.report);
      this.due.shift();
    }
  }

  /** How many minutes, from one on, come before the next report. */
  private minutesToReport(at: Temporal.Instant): number {
    const [next] = this.due;
    return next === undefined ? Infinity : Math.ceil(minutes(at, next.at));
  }

  private record(at: Temporal.Instant, values: readonly GaugeValue[]): void {
    for (const { metric, tags, value } of values) {
      const key = tags.join();
      if (!this.points.has(key)) {
        this.points.set(key, reads(this.query, { metric, tags }) ? { metric, tags, points: [] } : undefined);
      }
      this.points.get(key)?.points.push({ at, value });
    }
  }
}

function minutes(from: Temporal.Instant, until: Temporal.Instant): number {
  return (until.epochMilliseconds - from.epochMilliseconds) / 60_000;
}
