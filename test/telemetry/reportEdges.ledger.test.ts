import { migrationSql } from '../../src/telemetry';
import { type Database, onEachEngine } from './engines';
import { emptied, migrated, refusalOf, say, TELEMETRY } from './fixture';

jest.setTimeout(120_000);

/** The clock stands at Monday 23 November 2026, 10:00. */
onEachEngine('a report at its edge', (open) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
    await migrated(database.owner);
  });
  beforeEach(() => emptied(database.owner));
  afterAll(() => database?.close());

  const row = async (sql: string) => (await database.owner.query(sql))[0];

  test('the name of a run has at most 1,000 bytes', async () => {
    const started = (run: string) => say(database.owner, `run_started('profit', '${run}', '2026-11-20')`);
    await started('x'.repeat(1000));
    expect((await refusalOf(started('x'.repeat(1001)))).code).toBe('WB005');
  });

  test('a value is at most 1e100', async () => {
    const value = (text: string) =>
      say(database.owner, `metric_reported('profit', 'total', '2026-11-20', ${text})`);
    await value('1e100');
    await value('-1e100');
    expect((await refusalOf(value('1.000001e100'))).code).toBe('WB009');
  });

  test('a value that is left out keeps what was reported before', async () => {
    await say(database.owner, "metric_reported('profit', 'total', '2026-11-20', 100)");
    await say(database.owner, "metric_reported('profit', 'total', '2026-11-20', NULL, 90)");
    await say(database.owner, "metric_reported('profit', 'total', '2026-11-20', 80)");
    expect(await row('SELECT actual, expected FROM watchbill.metric_value')).toEqual({
      actual: 80,
      expected: 90,
    });
    await say(database.owner, "metric_reported('profit', 'total', '2026-11-20', NULL, 70)");
    expect(await row('SELECT actual, expected FROM watchbill.metric_value')).toEqual({
      actual: 80,
      expected: 70,
    });
  });

  test('a run whose start nobody reported may have succeeded before the failure that told of it', async () => {
    const finished = (outcome: string, at: string) =>
      say(
        database.owner,
        `run_finished('profit', 'a', '${outcome}', '2026-11-20', '2026-11-23T${at}+08:00')`,
      );
    await finished('failed', '09:50');
    await finished('succeeded', '09:30');
    expect(
      await row(
        "SELECT outcome, started_at = '2026-11-23T09:30+08:00' AND finished_at = started_at AS at_once FROM watchbill.run",
      ),
    ).toEqual({ outcome: 'succeeded', at_once: true });
    // Of one whose start is known, such an end is a mistake.
    await say(database.owner, "run_started('profit', 'b', '2026-11-20', '2026-11-23T09:40+08:00')");
    const early = "run_finished('profit', 'b', 'succeeded', NULL, '2026-11-23T09:30+08:00')";
    expect((await refusalOf(say(database.owner, early))).code).toBe('WB004');
  });

  test('a right on a table that somebody gave to everybody is taken back', async () => {
    const mayRead = "SELECT has_table_privilege('wb_profit', 'watchbill.run', 'SELECT') AS may";
    await database.owner.run('GRANT SELECT ON watchbill.run TO PUBLIC');
    expect(await row(mayRead)).toEqual({ may: true });
    await database.owner.run(migrationSql(TELEMETRY));
    expect(await row(mayRead)).toEqual({ may: false });
  });
});
