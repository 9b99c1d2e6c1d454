import type { Temporal } from 'temporal-polyfill';
import type { AlertKind } from '../../catalog';
import { isBeyond, type MonitorQuery, type Point, reads, type Series, valueAt } from '../../rehearsal';
import { isBefore } from '../../roster';
import type { RehearsalLedger } from './rehearsalLedger';
import type { TimedReport } from './scenario/scenario';

/**
 * The Agent's part: minute by minute it reads a gauge's view, and what it read becomes the
 * points of the series that a monitor reads. What pipelines report meanwhile is told to the
 * ledger at its time.
 */
export class GaugeRecorder {
  private readonly points = new Map<string, Omit<Series, 'points'> & { readonly points: Point[] }>();
  private readonly due: TimedReport[];

  constructor(
    private readonly ledger: RehearsalLedger,
    private readonly kind: AlertKind,
    private readonly query: MonitorQuery,
    reports: readonly TimedReport[],
  ) {
    this.due = [...reports].sort((a, b) => (isBefore(a.at, b.at) ? -1 : isBefore(b.at, a.at) ? 1 : 0));
  }

  get series(): readonly Series[] {
    return [...this.points.values()];
  }

  /** Adds reports to those that are to come. */
  expect(reports: readonly TimedReport[]): void {
    this.due.push(...reports);
  }

  /**
   * Reads the gauge at a moment, which is not before the last one.
   * @returns whether the monitor's condition holds then; undefined where its window is empty
   */
  async minute(at: Temporal.Instant): Promise<boolean | undefined> {
    for (let next = this.due[0]; next !== undefined && !isBefore(at, next.at); next = this.due[0]) {
      await this.ledger.at(next.at);
      await this.ledger.report(next.report);
      this.due.shift();
    }
    await this.ledger.at(at);
    for (const { metric, tags, value } of await this.ledger.scrape(this.kind)) {
      if (!reads(this.query, { metric, tags })) continue;
      const series = this.points.get(tags.join()) ?? { metric, tags, points: [] };
      series.points.push({ at, value });
      this.points.set(tags.join(), series);
    }
    const value = valueAt(this.query, this.series, at);
    return value === undefined ? undefined : isBeyond(this.query, value);
  }
}
