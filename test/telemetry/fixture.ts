import { Temporal } from 'temporal-polyfill';
import { migrationSql, type Telemetry } from '../../src/telemetry';
import type { Ledger } from '../../src/verbs/rehearse/connect/ledger';

/** A deadline and a discrepancy for `profit`, a range for `growth`; Monday 9 November 2026 is off. */
export const TELEMETRY: Telemetry = {
  timeZone: 'Asia/Kuala_Lumpur',
  calendar: {
    workingWeek: [1, 2, 3, 4, 5],
    from: Temporal.PlainDate.from('2026-01-01'),
    until: Temporal.PlainDate.from('2026-12-31'),
    daysOff: [Temporal.PlainDate.from('2026-11-09')],
  },
  pipelines: ['profit', 'growth', 'quiet'],
  rules: [
    {
      pipeline: 'profit',
      alert: 'late',
      kind: 'deadline',
      metrics: [],
      by: Temporal.PlainTime.from('09:00'),
    },
    { pipeline: 'profit', alert: 'wrong', kind: 'discrepancy', metrics: ['total'] },
    { pipeline: 'growth', alert: 'odd', kind: 'range', metrics: ['users', 'revenue'] },
  ],
};

/** Monday 23 November 2026, 10:00 in Kuala Lumpur. */
export const NOW = '2026-11-23T10:00:00+08:00';

/** Puts the ledger into an empty database, with a clock that stands at {@link NOW}. */
export async function migrated(owner: Ledger, telemetry = TELEMETRY): Promise<void> {
  await owner.run(migrationSql(telemetry));
  await owner.run('UPDATE watchbill.setting SET rehearsal = true');
  await emptied(owner);
}

/** As if nothing had been reported yet: complete up to Friday 6 November, known for a year. */
export async function emptied(owner: Ledger): Promise<void> {
  await setClock(owner, NOW);
  await owner.run(`TRUNCATE watchbill.run, watchbill.metric_value, watchbill.data_seen;
    UPDATE watchbill.completeness SET complete_through = '2026-11-06';
    UPDATE watchbill.pipeline SET known_since = '2025-11-23T00:00Z'`);
}

export async function setClock(session: Ledger, moment: string): Promise<void> {
  await session.query("SELECT set_config('watchbill.now', $1, false)", [moment]);
}

/** Calls a function of the schema: `say(session, "data_seen('profit', …)")`. */
export async function say(session: Ledger, call: string): Promise<void> {
  await session.query(`SELECT watchbill.${call}`);
}

/** Every row that has been reported, and what follows from it, as text. */
export async function reportedRows(owner: Ledger): Promise<string[]> {
  const tables = ['run', 'metric_value', 'data_seen', 'completeness'];
  const rows = await owner.query(
    tables
      .map(
        (table) => `SELECT '${table} ' || row_to_json(each.*)::text AS row FROM watchbill.${table} AS each`,
      )
      .join(' UNION ALL '),
  );
  return rows.map(({ row }) => String(row)).sort();
}

export async function completeThrough(owner: Ledger, pipeline = 'profit'): Promise<string> {
  const [row] = await owner.query(
    'SELECT complete_through::text AS day FROM watchbill.completeness WHERE pipeline = $1',
    [pipeline],
  );
  return String(row?.['day']);
}

/** How the database refuses something. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly hint: string | undefined;
}

/** @throws Error where it is not refused */
export async function refusalOf(call: Promise<unknown>): Promise<Refusal> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason as Refusal,
  );
  if (error === undefined) throw new Error('it was not refused');
  const { code, message, hint } = error;
  return { code, message, hint };
}
