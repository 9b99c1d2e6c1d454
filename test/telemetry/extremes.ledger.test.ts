import type { LedgerKind } from '../../src/catalog';
import { GAUGE_QUERIES, type Telemetry, viewName } from '../../src/telemetry';
import { type Database, onEachEngine } from './engines';
import { emptied, migrated, say, TELEMETRY } from './fixture';

jest.setTimeout(240_000);

const KINDS = Object.keys(GAUGE_QUERIES) as LedgerKind[];

/** Two pipelines with a rule of each kind. */
const RULES: Telemetry = {
  ...TELEMETRY,
  pipelines: ['wild', 'calm'],
  rules: ['wild', 'calm'].flatMap((pipeline) =>
    KINDS.map((kind) => ({
      pipeline,
      alert: kind,
      kind,
      metrics: ['discrepancy', 'trend', 'range', 'missing'].includes(kind) ? ['total'] : [],
      ...(kind === 'deadline' ? { by: TELEMETRY.rules[0]?.by } : {}),
      ...(kind === 'trend' ? { weeks: pipeline === 'wild' ? 2 : 52 } : {}),
    })),
  ) as Telemetry['rules'],
};

const DATES = [
  'NULL',
  ...[
    '4714-11-24 BC',
    '4713-11-24 BC',
    '4713-01-01 BC',
    '0001-01-01',
    '1899-12-31',
    '1900-01-01',
    '1970-01-01',
    '2026-11-23',
    '9999-12-31',
    '5874897-12-31',
    'infinity',
    '-infinity',
  ].map((date) => `date '${date}'`),
];
const MOMENTS = [
  'NULL',
  ...[
    '4714-11-24 00:00:00+00 BC',
    '0001-01-01T00:00Z',
    '1899-12-31T23:59:59Z',
    '1900-01-01T00:00Z',
    '2026-11-23T10:00+08',
    '294276-12-31T23:59:59Z',
    'infinity',
    '-infinity',
  ].map((moment) => `timestamptz '${moment}'`),
];
const NUMBERS = [
  'NULL',
  '0',
  "'-0'",
  '1',
  '5e-324',
  '-2.3e-308',
  '1e-101',
  '1e-100',
  '-1e100',
  '1e100',
  '1.0000000000000002e100',
  '1.7976931348623157e308',
  "'infinity'",
  "'-infinity'",
  "'NaN'",
  // As the type of money is in the databases of jobs; an overflow of the cast.
  "numeric 'NaN'",
  "numeric '1e400'",
  "numeric '1e-400'",
  '9223372036854775807',
];
const TEXTS = [
  "''",
  'NULL',
  "'a'",
  "repeat('x', 1000)",
  "repeat('界', 333)",
  "repeat('x', 1000000)",
  "E'\\n\\t\\u202e'",
];

const every = <T>(...lists: readonly (readonly T[])[]): T[][] =>
  lists.reduce<T[][]>((rows, list) => rows.flatMap((row) => list.map((each) => [...row, each])), [[]]);

/** What the ledger takes, and what a view calculates with. */
const TAKEN = ['0', '5e-324', '-2.3e-308', '1e-101', '-1e-100', '1e-100', '-1e100', '1e100'];

const CALLS: Readonly<Record<string, readonly string[]>> = {
  run_started: [
    ...TEXTS.map((run) => [run, "'2026-11-20'", 'NULL']),
    ...DATES.map((date) => ["'a'", date, 'NULL']),
    ...MOMENTS.map((at) => ["'a'", "'2026-11-20'", at]),
  ].map((values) => `run_started('wild', ${values.join(', ')})`),
  run_finished: [
    ...TEXTS.map((run) => [run, "'failed'", "'2026-11-20'", 'NULL']),
    ...TEXTS.map((outcome) => ["'a'", outcome, "'2026-11-20'", 'NULL']),
    ...every(["'a'"], ["'succeeded'", "'failed'"], DATES, ['NULL']),
    ...every(["'a'"], ["'succeeded'", "'failed'"], ["'2026-11-20'"], MOMENTS),
  ].map((values) => `run_finished('wild', ${values.join(', ')})`),
  metric_reported: [
    ...TEXTS.map((metric) => [metric, "'2026-11-20'", '1', '1']),
    ...every(["'total'"], DATES, ['1'], ['1']),
    ...every(["'total'"], ["'2026-11-20'"], NUMBERS, ['1']),
    ...every(["'total'"], ["'2026-11-20'"], ['1'], NUMBERS),
    ...every(["'total'"], ["'2026-11-20'"], TAKEN, TAKEN),
    // The history of a trend, which is a median of two of them.
    ...every(["'total'"], ["'2026-11-13'", "'2026-11-06'"], TAKEN, ['NULL']),
  ].map((values) => `metric_reported('wild', ${values.join(', ')})`),
  data_seen: [
    ...TEXTS.map((pipeline) => [pipeline, 'NULL']),
    ...MOMENTS.map((newest) => ["'wild'", newest]),
  ].map((values) => `data_seen(${values.join(', ')})`),
};

onEachEngine('whatever one pipeline reports', (open) => {
  let database: Database;

  beforeAll(async () => {
    database = await open();
    await migrated(database.owner, RULES);
  });
  afterAll(() => database?.close());
  beforeEach(async () => {
    await emptied(database.owner);
    for (const call of [
      "run_started('calm', 'dies', '2026-11-20', '2026-11-23T06:00+08')",
      "run_finished('calm', 'a', 'failed', '2026-11-19')",
      "metric_reported('calm', 'total', '2026-11-20', 90, 100)",
      "data_seen('calm', '2026-11-23T05:00+08')",
    ])
      await say(database.owner, call);
    await database.owner.run(
      "SELECT watchbill.metric_reported('calm', 'total', date '2026-11-20' - 7 * week, 60) FROM generate_series(1, 52) AS week",
    );
  });

  /** What all gauges say of the other one. @throws Error where a view cannot be read */
  const calm = async () => {
    const query = KINDS.map(
      (kind) =>
        `SELECT '${kind} ' || each.value AS text, value = value AND abs(value) < 'infinity' AS finite, pipeline FROM watchbill.${viewName(kind)} AS each`,
    ).join(' UNION ALL ');
    const rows = await database.owner.query(query);
    expect(rows.filter(({ finite }) => finite !== true)).toEqual([]);
    return rows
      .filter(({ pipeline }) => pipeline === 'calm')
      .map(({ text }) => text)
      .sort();
  };

  /** Says it; whatever is refused has a code of ours, or is no value of the type. */
  const told = async (call: string) => {
    await database.owner.run('SAVEPOINT before');
    try {
      await say(database.owner, call);
    } catch (error) {
      expect([call.slice(0, 200), (error as { code: string }).code]).toEqual([
        call.slice(0, 200),
        expect.stringMatching(/^(WB\d{3}|22003)$/),
      ]);
      await database.owner.run('ROLLBACK TO before');
    }
  };

  test('the other one is in every view', async () => {
    expect(await calm()).toEqual([
      // Monday the 9th is off; Tuesday the 10th was due on Wednesday at 9:00.
      `deadline ${(12 * 24 + 1) * 3600}`,
      'discrepancy 10',
      `duration ${4 * 3600}`,
      'failure 1',
      `freshness ${5 * 3600}`,
      'missing 1',
      'range 90',
      'trend 50',
    ]);
  });

  test.each(Object.keys(CALLS))(
    '%s: every view can be read, and says of the other one what it said',
    async (name) => {
      const before = await calm();
      const calls = CALLS[name] ?? [];
      await database.owner.run('BEGIN');
      try {
        for (const call of calls) {
          await told(call);
          expect([call.slice(0, 200), await calm()]).toEqual([call.slice(0, 200), before]);
          // Each on its own first.
          await database.owner.run('ROLLBACK TO before');
        }
        for (const call of calls) await told(call);
        expect(await calm()).toEqual(before);
      } finally {
        await database.owner.run('ROLLBACK');
      }
    },
  );

  test('what a ledger took before it refused dates out of reason breaks no view', async () => {
    const before = await calm();
    await database.owner.run(`BEGIN;
      INSERT INTO watchbill.metric_value VALUES
        ('wild', 'total', '4714-11-24 BC', 1, 2, '2026-11-23'), ('wild', 'total', '4714-11-25 BC', 1e100, 1e-100, '2026-11-23');
      INSERT INTO watchbill.run VALUES
        ('wild', 'a', '4714-11-24 BC', '4714-11-24 00:00+00 BC', NULL, NULL),
        ('wild', 'b', '4714-11-24 BC', '4714-11-24 00:00+00 BC', '4714-11-25 00:00+00 BC', 'failed'),
        ('wild', 'c', '4714-11-24 BC', '4714-11-24 00:00+00 BC', '4714-11-25 00:00+00 BC', 'succeeded');
      INSERT INTO watchbill.data_seen VALUES ('wild', '4714-11-24 00:00+00 BC')`);
    try {
      expect(await calm()).toEqual(before);
    } finally {
      await database.owner.run('ROLLBACK');
    }
  });
});
