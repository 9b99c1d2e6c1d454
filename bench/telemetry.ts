/**
 * On a PostgreSQL server: how long a scrape of all gauges takes with years of reports in
 * the ledger, what it grows with, and how many concurrent writers fare. Then the same for
 * the embedded database of rehearsals.
 * `npm run bench:telemetry`; `-- large` adds ten million runs
 */
import type { Temporal } from 'temporal-polyfill';
import { migrationSql } from '../src/telemetry';
import { embeddedLedger } from '../src/verbs/rehearse/connect/embedded';
import type { Ledger } from '../src/verbs/rehearse/connect/ledger';
import { whyNoPostgres } from '../test/support/postgres';
import { bound, SMALL } from './support/bounds';
import { printTable } from './support/figures';
import { FIRST, telemetryOf } from './telemetry/data';
import { reported, rowsIn, watchAt } from './telemetry/history';
import { type Scrape, scraped } from './telemetry/scrape';
import { Server, WRITERS } from './telemetry/server';
import { written } from './telemetry/writers';

const PIPELINES = SMALL ? 40 : 1000;
const FEWER = SMALL ? [10, 20] : [250, 500];
const YEARS = 3;

/** Milliseconds of all views, at the largest size. */
const LONGEST_SCRAPE = 500;

/** How many times as long a scrape may take with three years of reports as with one. */
const HIGHEST_BY_HISTORY = 1.3;

/** How many times as long a scrape may take per pipeline with four times as many pipelines. */
const HIGHEST_BY_PIPELINES = 1.3;

/** Business dates that each writer reports. */
const DAYS = 4;

/** Years before the first, for ten million runs in total. */
const LARGE_YEARS = 24;

const rows: (string | number)[][] = [];

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const begin = performance.now();
  const result = await work();
  console.error(`${what}: ${((performance.now() - begin) / 1000).toFixed(2)} s`);
  return result;
}

async function row(ledger: Ledger, pipelines: number, years: number, runs?: number): Promise<Scrape> {
  const [scrape, counts] = [await scraped(ledger, runs), await rowsIn(ledger)];
  const kinds = [...scrape.kinds].map(([kind, each]) => `${kind} ${each.toFixed(0)}`).join(', ');
  rows.push([
    pipelines,
    years,
    counts.runs,
    counts.values,
    scrape.series,
    scrape.milliseconds.toFixed(0),
    kinds,
  ]);
  console.error(`${pipelines} pipelines, ${years} years: ${scrape.milliseconds.toFixed(0)} ms`);
  return scrape;
}

/** Creates the schema for so many pipelines, with a clock that can be set. */
async function migrate(ledger: Ledger, pipelines: number): Promise<void> {
  await ledger.run(migrationSql(telemetryOf(pipelines)));
  await ledger.run('UPDATE watchbill.setting SET rehearsal = true');
  for (const table of ['rule', 'rule_metric']) await ledger.run(`VACUUM ANALYZE watchbill.${table}`);
}

const lastOf = (year: number): Temporal.PlainDate => FIRST.with({ year, month: 12, day: 31 });

async function onServer(server: Server): Promise<void> {
  const ledger = await server.connect();
  await timed(`migration for ${PIPELINES} pipelines`, () => migrate(ledger, PIPELINES));
  await ledger.query('UPDATE watchbill.completeness SET complete_through = $1', [
    FIRST.subtract({ days: 1 }).toString(),
  ]);
  const byHistory: Scrape[] = [];
  for (let years = 1; years <= YEARS; years += 1) {
    const year = FIRST.year + years - 1;
    await timed(`reports of ${year}`, () =>
      reported({ from: FIRST.with({ year }), until: lastOf(year) }, ledger),
    );
    byHistory.push(await row(ledger, PIPELINES, years));
  }
  const byPipelines: Scrape[] = [];
  for (const pipelines of FEWER) {
    await migrate(ledger, pipelines);
    byPipelines.push(await row(ledger, pipelines, YEARS));
  }
  await timed(`migration of ${PIPELINES} pipelines`, () => migrate(ledger, PIPELINES));
  const last = lastOf(FIRST.year + YEARS - 1);
  await writers(server, last);
  if (process.argv.includes('large')) await large(ledger, last);
  await ledger.close();
  printTable(['pipelines', 'years', 'runs', 'values', 'series', 'scrape ms', 'ms by kind'], rows);
  const [one, most] = [byHistory[0], byHistory.at(-1)];
  const [few] = byPipelines;
  if (one === undefined || most === undefined || few === undefined) throw new Error('nothing was scraped');
  bound('milliseconds of a scrape', most.milliseconds, LONGEST_SCRAPE);
  bound('three years against one', most.milliseconds / one.milliseconds, HIGHEST_BY_HISTORY);
  const factor = PIPELINES / (FEWER[0] ?? PIPELINES);
  bound(
    'time per pipeline, all pipelines against a quarter of them',
    most.milliseconds / few.milliseconds / factor,
    HIGHEST_BY_PIPELINES,
  );
}

/** Lets all writers report the days after the last one. */
async function writers(server: Server, last: Temporal.PlainDate): Promise<void> {
  const ledger = await server.connect();
  // The first of January is a holiday.
  const days = Array.from({ length: DAYS }, (_, index) => last.add({ days: 4 + index }));
  // Two percent of the last runs failed and were not repeated; the writers start from complete dates.
  await ledger.query('UPDATE watchbill.completeness SET complete_through = $1', [
    last.add({ days: 1 }).toString(),
  ]);
  await ledger.close();
  console.error(`${WRITERS} writers`);
  const clock = `${last.add({ days: 14 })}T10:00+08:00`;
  const { calls, seconds, median, slowest, wrong } = await written(server, days, clock);
  console.log(
    `${WRITERS} concurrent writers: ${calls} calls in ${seconds.toFixed(1)} s, ${(calls / seconds).toFixed(0)} per second; median ${median.toFixed(0)} ms, slowest ${slowest.toFixed(0)} ms`,
  );
  for (const each of wrong) console.error(each);
  if (wrong.length > 0) process.exitCode = 1;
}

async function large(ledger: Ledger, last: Temporal.PlainDate): Promise<void> {
  for (let ago = 1; ago <= LARGE_YEARS; ago += 1) {
    const year = FIRST.year - ago;
    const stretch = { from: FIRST.with({ year }), until: lastOf(year) };
    await timed(`runs of ${year}`, () => reported(stretch, ledger, 'runs only'));
  }
  await watchAt(last, ledger);
  await row(ledger, PIPELINES, YEARS + LARGE_YEARS);
}

async function embedded(): Promise<void> {
  const begin = performance.now();
  const ledger = await embeddedLedger();
  const started = performance.now();
  await migrate(ledger, 5);
  const migrated = performance.now();
  const { milliseconds, series } = await scraped(ledger);
  console.log(
    `embedded: ${((started - begin) / 1000).toFixed(1)} s to start, ${((migrated - started) / 1000).toFixed(1)} s to migrate, ${milliseconds.toFixed(1)} ms to scrape ${series} series`,
  );
  await ledger.close();
}

async function main(): Promise<void> {
  await embedded();
  const missing = whyNoPostgres();
  if (missing !== undefined) {
    console.error(`nothing was measured on a server: ${missing}`);
    process.exitCode = 1;
    return;
  }
  const server = new Server();
  try {
    await onServer(server);
  } finally {
    server.stop();
  }
}

void main();
