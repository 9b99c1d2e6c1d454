import type { Temporal } from 'temporal-polyfill';
import { GAUGES } from '../../alerts';
import type { AlertKind } from '../../catalog';
import { viewName } from '../../telemetry/gauges/views';
import { migrationSql } from '../../telemetry/migration';
import type { Telemetry } from '../../telemetry/telemetry';
import type { Ledger } from './connect/ledger';

/** What one series of a gauge says at a moment. */
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
  ) {}

  /** Puts the schema and the team's data into an empty database. */
  static async open(ledger: Ledger, telemetry: Telemetry): Promise<RehearsalLedger> {
    await ledger.run(migrationSql(telemetry));
    await ledger.run('UPDATE watchbill.setting SET rehearsal = true');
    return new RehearsalLedger(ledger, telemetry.timeZone);
  }

  /**
   * Everything that happens in it is undone at its end, so that each rule is rehearsed
   * on the same ledger: empty, known for a year, complete up to the day before the first
   * business date.
   */
  async within<T>(first: Temporal.PlainDate, rehearse: () => Promise<T>): Promise<T> {
    await this.ledger.run('BEGIN');
    try {
      const before = first.subtract({ days: 1 }).toString();
      await this.ledger.query('UPDATE watchbill.completeness SET complete_through = $1', [before]);
      const known = first.subtract({ years: 1 }).toZonedDateTime(this.timeZone).toInstant().toString();
      await this.ledger.query('UPDATE watchbill.pipeline SET known_since = $1', [known]);
      return await rehearse();
    } finally {
      await this.ledger.run('ROLLBACK');
    }
  }

  /** Sets the clock. */
  async at(moment: Temporal.Instant): Promise<void> {
    await this.ledger.query("SELECT set_config('watchbill.now', $1, false)", [moment.toString()]);
  }

  /** Says something, as a pipeline does. */
  async report({ sql, values }: Report): Promise<void> {
    await this.ledger.query(sql, values);
  }

  /** Every series of the gauge of a kind of rule, as the Agent would read it now. */
  async scrape(kind: AlertKind): Promise<GaugeValue[]> {
    const { name, tags } = GAUGES[kind];
    const rows = await this.ledger.query(`SELECT * FROM watchbill.${viewName(kind)}`);
    return rows.map((row) => ({
      metric: name,
      tags: tags.map((tag) => `${tag}:${row[tag]}`),
      value: Number(row['value']),
    }));
  }

  close(): Promise<void> {
    return this.ledger.close();
  }
}
