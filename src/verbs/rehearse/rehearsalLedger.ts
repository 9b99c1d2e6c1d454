import type { Temporal } from 'temporal-polyfill';
import { GAUGES } from '../../alerts';
import type { LedgerKind } from '../../catalog';
import { migrationSql } from '../../telemetry/migration';
import { literal } from '../../telemetry/sqlText';
import type { Telemetry } from '../../telemetry/telemetry';
import type { Ledger } from './connect/ledger';
import { minutesFunction, minutesSql } from './minutesSql';

const KINDS = Object.keys(GAUGES) as LedgerKind[];

/** The value of one series of a gauge at a moment. */
export interface GaugeValue {
  /** Datadog metric. */
  readonly metric: string;
  /** `key:value` */
  readonly tags: readonly string[];
  readonly value: number;
}

/** One report of a pipeline. */
export interface Report {
  /** Call of a function of the schema, with `$1`, `$2` … */
  readonly sql: string;
  readonly values: readonly unknown[];
}

/**
 * A ledger whose clock is set by hand, in a database of its own.
 * @see {@link embeddedLedger} {@link scratchLedger}
 */
export class RehearsalLedger {
  private constructor(
    private readonly ledger: Ledger,
    private readonly timeZone: string,
    /** Ids of all of its pipelines. */
    readonly pipelines: readonly string[],
  ) {}

  /** Puts the schema and the team's data into an empty database. */
  static async open(ledger: Ledger, telemetry: Telemetry): Promise<RehearsalLedger> {
    await ledger.run(migrationSql(telemetry));
    await ledger.run('UPDATE watchbill.setting SET rehearsal = true');
    await ledger.run(KINDS.map(minutesSql).join('\n'));
    return new RehearsalLedger(ledger, telemetry.timeZone, telemetry.pipelines);
  }

  /**
   * Everything that happens in it is undone at its end, so that each rule is rehearsed
   * on the same ledger: empty, its pipelines known for a year, and complete up to the day
   * before the first business date.
   * @param pipelines those whose gauges are read; the others stay as they are
   */
  async within<T>(
    first: Temporal.PlainDate,
    pipelines: readonly string[],
    rehearse: () => Promise<T>,
  ): Promise<T> {
    const complete = first.subtract({ days: 1 });
    const known = first.subtract({ years: 1 }).toZonedDateTime(this.timeZone).toInstant();
    const own = `= ANY (ARRAY[${pipelines.map(literal).join(', ')}]::text[])`;
    await this.ledger.run(`BEGIN;
UPDATE watchbill.completeness SET complete_through = '${complete}' WHERE pipeline ${own};
UPDATE watchbill.pipeline SET known_since = '${known}' WHERE id ${own};`);
    try {
      return await rehearse();
    } finally {
      await this.ledger.run('ROLLBACK');
    }
  }

  /** Sets the clock. */
  async at(moment: Temporal.Instant): Promise<void> {
    await this.ledger.query("SELECT set_config('watchbill.now', $1, false)", [moment.toString()]);
  }

  /** Makes a report, as a pipeline does. */
  async report({ sql, values }: Report): Promise<void> {
    await this.ledger.query(sql, values);
  }

  /**
   * The series of a gauge of some pipelines, as the Agent would read them in each minute of a stretch.
   * Leaves the clock at the last minute.
   * @returns one list for each minute
   */
  async minutes(
    kind: LedgerKind,
    pipelines: readonly string[],
    from: Temporal.Instant,
    count: number,
  ): Promise<GaugeValue[][]> {
    const { name, tags } = GAUGES[kind];
    const rows = await this.ledger.query(`SELECT * FROM ${minutesFunction(kind)}($1, $2, $3)`, [
      from.toString(),
      count,
      pipelines,
    ]);
    const minutes: GaugeValue[][] = Array.from({ length: count }, () => []);
    for (const row of rows) {
      const series = { metric: name, tags: tags.map((tag) => `${tag}:${row[tag]}`) };
      for (const point of String(row['points']).split(',')) {
        const [minute, value] = point.split(' ');
        minutes[Number(minute)]?.push({ ...series, value: Number(value) });
      }
    }
    return minutes;
  }

  close(): Promise<void> {
    return this.ledger.close();
  }
}
