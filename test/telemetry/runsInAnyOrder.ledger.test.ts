import fc from 'fast-check';
import type { Telemetry } from '../../src/telemetry';
import { type Database, onEachEngine } from './engines';
import { completeThrough, emptied, migrated, say, TELEMETRY } from './fixture';

jest.setTimeout(240_000);

const RULES: Telemetry = {
  ...TELEMETRY,
  rules: [
    ...TELEMETRY.rules,
    { pipeline: 'profit', alert: 'failed', kind: 'failure', metrics: [] },
    { pipeline: 'profit', alert: 'slow', kind: 'duration', metrics: [] },
  ],
};

/** Working days one after the other; Friday the 6th is complete. */
const DATES = ['2026-11-10', '2026-11-11', '2026-11-12'];
/** Minutes of Monday 23 November 2026 in Kuala Lumpur, until the clock's 10:00. */
const NOW = 600;

/** What has happened to one run; moments in minutes of the day. */
interface Happened {
  readonly run: string;
  readonly date: string;
  /** Told, or lost; never lost where no end is told. */
  readonly started?: number;
  readonly failed?: number;
  readonly succeeded?: number;
}

const happened = (run: string) =>
  fc
    .record({
      date: fc.constantFrom(...DATES),
      // Of a few minutes, so that runs often begin and end at the same one.
      start: fc.integer({ min: 0, max: 12 }),
      failsAfter: fc.option(fc.integer({ min: -4, max: 8 }), { nil: undefined }),
      succeedsAfter: fc.option(fc.integer({ min: -4, max: 8 }), { nil: undefined }),
      isStartLost: fc.boolean(),
    })
    .map(({ date, start, failsAfter, succeedsAfter, isStartLost }): Happened => {
      const at = 400 + start;
      const failed = failsAfter === undefined ? undefined : at + failsAfter;
      // A success after a failure; clocks of two machines may differ by less than five minutes.
      const from = failed === undefined ? at : Math.max(at, failed) + 5;
      const succeeded = succeedsAfter === undefined ? undefined : from + succeedsAfter;
      const hasEnd = failed !== undefined || succeeded !== undefined;
      return {
        run,
        date,
        ...(isStartLost && hasEnd ? {} : { started: at }),
        ...(failed === undefined ? {} : { failed }),
        ...(succeeded === undefined ? {} : { succeeded }),
      };
    });

const clock = (minute: number) =>
  `2026-11-23T${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}+08`;

function reportsOf({ run, date, started, failed, succeeded }: Happened): string[] {
  const finished = (outcome: string, at: number) =>
    `run_finished('profit', '${run}', '${outcome}', '${date}', '${clock(at)}')`;
  return [
    ...(started === undefined ? [] : [`run_started('profit', '${run}', '${date}', '${clock(started)}')`]),
    ...(failed === undefined ? [] : [finished('failed', failed)]),
    ...(succeeded === undefined ? [] : [finished('succeeded', succeeded)]),
  ];
}

const ARRIVED = fc
  .tuple(fc.constantFrom(2, 3), happened('a'), happened('b'), happened('c'))
  .map(([count, ...runs]) => runs.slice(0, count))
  .chain((runs) => {
    const reports = runs.flatMap(reportsOf);
    // Some are told twice.
    const all = fc.subarray(reports).map((again) => [...reports, ...again]);
    const orders = all.chain((each) =>
      fc.shuffledSubarray(each, { minLength: each.length, maxLength: each.length }),
    );
    return orders.map((order) => ({ runs, order }));
  });

/** What follows from what has happened, in whatever order it was told. */
function modelOf(runs: readonly Happened[]) {
  const known = runs.map(({ run, date, started, failed, succeeded }) => {
    const told = [started, failed, succeeded].filter((minute) => minute !== undefined);
    return {
      run,
      date,
      start: Math.min(...told),
      end: succeeded ?? failed,
      isGood: succeeded !== undefined,
    };
  });
  const good = known.filter(({ isGood }) => isGood);
  const failing = known.filter(
    ({ date, end, isGood }) =>
      end !== undefined && !isGood && !good.some((each) => each.date >= date && (each.end ?? 0) >= end),
  );
  const running = known.filter(
    ({ date, start, end }) =>
      end === undefined && !good.some((each) => each.date >= date && each.start >= start),
  );
  const missing = DATES.filter((date) => !good.some((each) => each.date === date));
  const done = DATES.indexOf(missing[0] ?? '');
  return {
    rows: known.map(
      ({ run, start, end, isGood }) =>
        `${run} ${start} ${end ?? '-'} ${end === undefined ? '-' : isGood ? 'succeeded' : 'failed'}`,
    ),
    failure: failing.length > 0 ? 1 : 0,
    duration: Math.max(0, ...running.map(({ start }) => (NOW - start) * 60)),
    through: ['2026-11-06', ...DATES][done === -1 ? DATES.length : done],
  };
}

onEachEngine('reports of runs, in whatever order they arrive', (open) => {
  let database: Database;

  beforeAll(async () => {
    database = await open();
    await migrated(database.owner, RULES);
  });
  afterAll(() => database?.close());

  const minuteOf = (column: string) =>
    `coalesce((extract(epoch FROM ${column} - timestamptz '2026-11-23T00:00+08') / 60)::integer::text, '-')`;
  const gauge = async (kind: string) =>
    (await database.owner.query(`SELECT value FROM watchbill.gauge_${kind}`))[0]?.['value'];
  const found = async () => ({
    rows: (
      await database.owner.query(
        `SELECT concat_ws(' ', run, ${minuteOf('started_at')}, ${minuteOf('finished_at')}, coalesce(outcome, '-')) AS text
         FROM watchbill.run ORDER BY run`,
      )
    ).map(({ text }) => text),
    failure: await gauge('failure'),
    duration: await gauge('duration'),
    through: await completeThrough(database.owner),
  });

  test('what follows depends on what has happened, never on the order', async () => {
    await fc.assert(
      fc.asyncProperty(ARRIVED, async ({ runs, order }) => {
        await emptied(database.owner);
        for (const report of order) await say(database.owner, report);
        expect(await found()).toEqual(modelOf(runs));
      }),
      { seed: 20261123, numRuns: 60 },
    );
  });

  test('a run that died, and one after it whose start is told last: nothing is in progress', async () => {
    for (const order of [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ]) {
      await emptied(database.owner);
      const reports = [
        "run_started('profit', 'died', '2026-11-10', '2026-11-23T06:00+08')",
        "run_started('profit', 'good', '2026-11-10', '2026-11-23T07:00+08')",
        "run_finished('profit', 'good', 'succeeded', '2026-11-10', '2026-11-23T08:00+08')",
      ];
      for (const index of order) await say(database.owner, reports[index] ?? '');
      expect((await found()).rows).toEqual(['died 360 - -', 'good 420 480 succeeded']);
      expect(await gauge('duration')).toBe(0);
    }
  });
});
