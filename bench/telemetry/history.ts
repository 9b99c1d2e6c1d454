import type { Temporal } from 'temporal-polyfill';
import type { Ledger } from '../../src/verbs/rehearse/connect/ledger';
import { METRICS } from './data';

/** A stretch of business dates, the last one included. */
export interface Stretch {
  readonly from: Temporal.PlainDate;
  readonly until: Temporal.PlainDate;
}

/**
 * Years of daily reports, in the order in which they would have come: of a hundred runs two
 * fail and are run again, and one dies without a word; a thousandth of the values is missing.
 * Written past the functions, which take a hundred times as long; the table's own checks hold.
 */
export async function reported({ from, until }: Stretch, ledger: Ledger, which?: 'runs only'): Promise<void> {
  const days = `generate_series('${from}'::date, '${until}'::date, interval '1 day') AS at
    CROSS JOIN (SELECT id, substr(id, 3)::integer AS number FROM watchbill.pipeline) AS pipeline
    CROSS JOIN LATERAL (SELECT at::date AS day, (at::date - '2000-01-01'::date) * 7919 + number * 104729 AS dice) AS thrown`;
  // Foreign keys hold by the way the rows are made; checking six million takes minutes.
  await ledger.run('SET session_replication_role = replica');
  await ledger.run(`INSERT INTO watchbill.run
    SELECT id, day || '/' || try, day, day + interval '27 hours' + try * interval '1 hour',
      CASE WHEN outcome IS NOT NULL THEN day + interval '27 hours 40 minutes' + try * interval '1 hour' END, outcome
    FROM ${days}
    CROSS JOIN LATERAL (
      SELECT 0 AS try, CASE WHEN dice % 100 < 2 THEN 'failed' WHEN dice % 100 > 2 THEN 'succeeded' END AS outcome
      UNION ALL SELECT 1, 'succeeded' WHERE dice % 100 <= 2
    ) AS tries ORDER BY at`);
  if (which === undefined) {
    await ledger.run(`INSERT INTO watchbill.metric_value
      SELECT id, metric, day, 1000 + dice % 100, CASE WHEN metric = 'm-0' THEN 1000 + dice % 99 END, day + interval '28 hours'
      FROM ${days} CROSS JOIN unnest(ARRAY['${METRICS.join("', '")}']) WITH ORDINALITY AS metrics (metric, place)
      WHERE (dice + place * 13) % 1000 > 0 ORDER BY at`);
    await ledger.run(`INSERT INTO watchbill.data_seen SELECT id, '${until}'::date + interval '26 hours' FROM watchbill.pipeline
      ON CONFLICT (pipeline) DO UPDATE SET newest = excluded.newest`);
  }
  await ledger.run('SET session_replication_role = origin');
  await ledger.run('SELECT watchbill.advance(id) FROM watchbill.pipeline');
  for (const table of ['run', 'metric_value', 'data_seen', 'completeness'])
    await ledger.run(`VACUUM ANALYZE watchbill.${table}`);
  await watchAt(until, ledger);
}

/** How much has been reported. */
export async function rowsIn(ledger: Ledger): Promise<{ runs: number; values: number }> {
  const count = async (table: string) =>
    Number((await ledger.query(`SELECT count(*) AS rows FROM watchbill.${table}`))[0]?.['rows']);
  return { runs: await count('run'), values: await count('metric_value') };
}

/** 10:00 on the day after the last business date. */
export async function watchAt(last: Temporal.PlainDate, ledger: Ledger): Promise<void> {
  await ledger.run(`SET watchbill.now = '${last.add({ days: 1 })}T10:00+08:00'`);
}
