/**
 * How long a scrape of all gauges takes with years of reports in the ledger, what it
 * grows with, and what many writers at once do to it, on a PostgreSQL server; and what
 * the embedded one takes that rehearsals use.
 * `npm run bench:telemetry`, with `-- large` also on ten million runs
 */
import Table from 'cli-table3';
import type { Temporal } from 'temporal-polyfill';
import { migrationSql } from '../src/telemetry';
import { embeddedLedger } from '../src/verbs/rehearse/connect/embedded';
import type { Ledger } from '../src/verbs/rehearse/connect/ledger';
import { whyNoPostgres } from '../test/deploy/postgres';
import { FIRST, telemetryOf } from './telemetry/data';
import { reported, rowsIn, watchAt } from './telemetry/history';
import { type Scrape, scraped } from './telemetry/scrape';
import { Server, WRITERS } from './telemetry/server';
import { written } from './telemetry/writers';

const PIPELINES = 1000;
const FEWER = [250, 500];
const YEARS = 3;

/** In milliseconds, of all views at the largest size. */
const LONGEST_SCRAPE = 500;

/** By how much a scrape may be longer with three years of reports than with one. */
const HIGHEST_BY_HISTORY = 1.3;

/** By how much a scrape may be longer for each pipeline when there are four times as many. */
const HIGHEST_BY_PIPELINES = 1.3;

/** Business dates that each writer reports. */
const DAYS = 4;

/** For ten million runs in all: that many years before the first one. */
const LARGE_YEARS = 24;

const table = new Table({
  head: ['pipelines', 'years', 'runs', 'values', 'series', 'scrape ms', 'ms by kind'],
  style: { head: [], border: [] },
});

function bound(what: string, value: number, highest: number): void {
  console.log(`${what}: ${value.toFixed(2)}, at most ${highest}`);
  if (value <= highest) return;
  console.error(`${what} is over its bound`);
  process.exitCode = 1;
}

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const begin = performance.now();
  const result = await work();
  console.error(`${what}: ${((performance.now() - begin) / 1000).toFixed(2)} s`);
  return result;
}

async function row(ledger: Ledger, pipelines: number, years: number, runs?: number): Promise<Scrape> {
  const [scrape, rows] = [await scraped(ledger, runs), await rowsIn(ledger)];
  const kinds = [...scrape.kinds].map(([kind, each]) => `${kind} ${each.toFixed(0)}`).join(', ');
  table.push([
    pipelines,
    years,
    rows.runs,
    rows.values,
    scrape.series,
    scrape.milliseconds.toFixed(0),
    kinds,
  ]);
  console.error(`${pipelines} pipelines, ${years} years: ${scrape.milliseconds.toFixed(0)} ms`);
  return scrape;
}

/** The schema with so many pipelines, and a clock that can be set. */
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
  if (process.argv[2] === 'large') await large(ledger, last);
  await ledger.close();
  console.log(table.toString());
  const [one, most] = [byHistory[0], byHistory.at(-1)];
  const [few] = byPipelines;
  if (one === undefined || most === undefined || few === undefined) throw new Error('nothing was scraped');
  bound('ms a scrape', most.milliseconds, LONGEST_SCRAPE);
  bound('three years against one', most.milliseconds / one.milliseconds, HIGHEST_BY_HISTORY);
  const factor = PIPELINES / (FEWER[0] ?? PIPELINES);
  bound(
    'a pipeline of all against one of a quarter',
    most.milliseconds / few.milliseconds / factor,
    HIGHEST_BY_PIPELINES,
  );
}

/** Reports the working days after the last one. */
async function writers(server: Server, last: Temporal.PlainDate): Promise<void> {
  const ledger = await server.connect();
  // The first of January is off.
  const days = Array.from({ length: DAYS }, (_, index) => last.add({ days: 4 + index }));
  // Runs of 2% of the last days have not been repeated yet: the writers begin with all complete.
  await ledger.query('UPDATE watchbill.completeness SET complete_through = $1', [
    last.add({ days: 1 }).toString(),
  ]);
  await ledger.close();
  console.error(`${WRITERS} writers`);
  const clock = `${last.add({ days: 14 })}T10:00+08:00`;
  const { calls, seconds, median, slowest, wrong } = await written(server, days, clock);
  console.log(
    `${WRITERS} writers at once: ${calls} calls in ${seconds.toFixed(1)} s, ${(calls / seconds).toFixed(0)} a second; a call ${median.toFixed(0)} ms, the slowest ${slowest.toFixed(0)} ms`,
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
    `embedded: ${((started - begin) / 1000).toFixed(1)} s to start, ${((migrated - started) / 1000).toFixed(1)} s to migrate, ${milliseconds.toFixed(1)} ms a scrape of ${series} series`,
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
