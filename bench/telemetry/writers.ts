import type { Temporal } from 'temporal-polyfill';
import type { Ledger } from '../../src/verbs/rehearse/connect/ledger';
import { METRICS } from './data';
import { type Server, WRITERS } from './server';

/** Writers that report the same, as a scheduler that retries does. */
const PER_PIPELINE = 2;

/** What the concurrent writers did. */
export interface Written {
  readonly calls: number;
  readonly seconds: number;
  /** Milliseconds of the median call, and of the slowest. */
  readonly median: number;
  readonly slowest: number;
  /** What the ledger has wrong: lost, duplicated, or not counted as complete. */
  readonly wrong: readonly string[];
}

/**
 * Lets pairs of writers report the same about one pipeline at the same time, one pair per
 * pipeline, so that every report arrives twice.
 * @param clock the ledger's present, after the last of the days
 */
export async function written(
  server: Server,
  days: readonly Temporal.PlainDate[],
  clock: string,
): Promise<Written> {
  const sessions = await connected(server, clock);
  const times: number[] = [];
  const begin = performance.now();
  await Promise.all(
    sessions.map(async (session, index) => {
      const pipeline = `p-${index % (WRITERS / PER_PIPELINE)}`;
      for (const day of days) {
        for (const [call, ...values] of reportsOf(pipeline, day)) {
          const called = performance.now();
          await session.query(call, values);
          times.push(performance.now() - called);
        }
      }
    }),
  );
  const seconds = (performance.now() - begin) / 1000;
  const [first] = sessions;
  const wrong = first === undefined ? ['no writer'] : await wrongIn(first, days);
  for (const session of sessions) await session.close();
  times.sort((a, b) => a - b);
  return {
    calls: times.length,
    seconds,
    median: times[times.length >> 1] ?? Number.NaN,
    slowest: times.at(-1) ?? Number.NaN,
    wrong,
  };
}

/** Connects one after the other: PostgreSQL starts a process for each. */
async function connected(server: Server, clock: string): Promise<Ledger[]> {
  const sessions: Ledger[] = [];
  while (sessions.length < WRITERS) {
    const session = await server.connect();
    await session.run(`SET watchbill.now = '${clock}'`);
    sessions.push(session);
  }
  return sessions;
}

function reportsOf(pipeline: string, day: Temporal.PlainDate): [call: string, ...values: unknown[]][] {
  const date = day.toString();
  const run = `written/${date}`;
  return [
    ['SELECT watchbill.run_started($1, $2, $3)', pipeline, run, date],
    ...METRICS.map((metric): [string, ...unknown[]] => [
      'SELECT watchbill.metric_reported($1, $2, $3, $4, $5)',
      pipeline,
      metric,
      date,
      day.day,
      day.day,
    ]),
    ['SELECT watchbill.data_seen($1, $2)', pipeline, `${date}T23:00Z`],
    ['SELECT watchbill.run_finished($1, $2, $3)', pipeline, run, 'succeeded'],
  ];
}

/** Compares what the ledger has with what was reported. */
async function wrongIn(session: Ledger, days: readonly Temporal.PlainDate[]): Promise<string[]> {
  const pipelines = WRITERS / PER_PIPELINE;
  const last = days.at(-1)?.toString();
  const from = days[0]?.toString();
  const expected = {
    runs: pipelines * days.length,
    values: pipelines * days.length * METRICS.length,
    seen: pipelines,
    complete: pipelines,
  };
  const [found] = await session.query(
    `SELECT
      (SELECT count(*) FROM watchbill.run WHERE business_date >= $1 AND outcome = 'succeeded')::integer AS runs,
      (SELECT count(*) FROM watchbill.metric_value WHERE business_date >= $1
        AND actual = extract(day FROM business_date) AND expected = actual)::integer AS values,
      (SELECT count(*) FROM watchbill.data_seen WHERE newest = $2)::integer AS seen,
      (SELECT count(*) FROM watchbill.completeness WHERE complete_through = $3)::integer AS complete`,
    [from, `${last}T23:00Z`, last],
  );
  return Object.entries(expected).flatMap(([what, count]) =>
    found?.[what] === count ? [] : [`${what}: ${found?.[what]}, expected ${count}`],
  );
}
