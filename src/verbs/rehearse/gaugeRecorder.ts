import type { Temporal } from 'temporal-polyfill';
import type { AlertKind } from '../../catalog';
import { isBeyond, type MonitorQuery, type Point, reads, type Series, valueAt } from '../../rehearsal';
import { isBefore } from '../../roster';
import type { GaugeValue, RehearsalLedger } from './rehearsalLedger';
import type { TimedReport } from './scenario/scenario';

const MINUTE = { minutes: 1 };
/** How many minutes are read at once where any of them may be the last, and where all are wanted. */
const NEAR = 30;
const FAR = 24 * 60;

/**
 * The Agent's part: minute by minute it reads a gauge's view, and what it read becomes the
 * points of the series that a monitor reads. What pipelines report meanwhile is told to the
 * ledger at its time.
 */
export class GaugeRecorder {
  private readonly points = new Map<string, Omit<Series, 'points'> & { readonly points: Point[] }>();
  private readonly due: TimedReport[];
  /** Those whose series the query can read: all pipelines where it names none. */
  readonly pipelines: readonly string[];

  constructor(
    private readonly ledger: RehearsalLedger,
    private readonly kind: AlertKind,
    private readonly query: MonitorQuery,
    reports: readonly TimedReport[],
  ) {
    this.due = [...reports].sort((a, b) => (isBefore(a.at, b.at) ? -1 : isBefore(b.at, a.at) ? 1 : 0));
    const named = query.tags.filter((tag) => tag.startsWith('pipeline:'));
    this.pipelines = ledger.pipelines.filter((id) => named.every((tag) => tag === `pipeline:${id}`));
  }

  get series(): readonly Series[] {
    return [...this.points.values()];
  }

  /** Adds reports to those that are to come. */
  expect(reports: readonly TimedReport[]): void {
    this.due.push(...reports);
  }

  /** Reads the gauge in every minute of a stretch, both ends included; it begins after the last minute read. */
  async read(from: Temporal.Instant, until: Temporal.Instant): Promise<void> {
    await this.find(from, until, FAR, () => false);
  }

  /**
   * Reads the gauge minute by minute, until the monitor's condition is as wanted.
   * @returns the first such minute; undefined where the stretch has none
   */
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
      if (!reads(this.query, { metric, tags })) continue;
      const series = this.points.get(tags.join()) ?? { metric, tags, points: [] };
      series.points.push({ at, value });
      this.points.set(tags.join(), series);
    }
  }
}

function minutes(from: Temporal.Instant, until: Temporal.Instant): number {
  return from.until(until).total('minutes');
}
