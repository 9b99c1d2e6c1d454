import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { migrationSql, type Telemetry } from '../../src/telemetry';
import type { Ledger } from '../../src/verbs/rehearse/connect/ledger';
import { suiteUnless } from '../suite';
import { Postgres, whyNoPostgres } from '../support/postgres';
import { addressOf, connected, PASSWORD } from './engines';
import { completeThrough, emptied, migrated, NOW, say, setClock, TELEMETRY } from './fixture';

jest.setTimeout(120_000);

const DAY = '2026-11-10';
const WRITES = [
  `run_started('growth', 'open', '${DAY}')`,
  `run_finished('profit', 'open', 'succeeded', '${DAY}')`,
  `run_finished('growth', 'bad', 'failed', '${DAY}')`,
  `metric_reported('profit', 'total', '${DAY}', 1, 2)`,
  `metric_reported('growth', 'users', '${DAY}', 1)`,
  "data_seen('profit', '2026-11-23T09:00+08')",
  "data_seen('growth', '2026-11-23T09:00+08')",
] as const;

/** Without the deadline, and with one metric less. */
const REDUCED: Telemetry = {
  ...TELEMETRY,
  rules: TELEMETRY.rules
    .filter(({ kind }) => kind !== 'deadline')
    .map((rule) => ({ ...rule, metrics: rule.metrics.filter((metric) => metric !== 'revenue') })),
};

suiteUnless(whyNoPostgres(), 'a migration beside transactions that stay open', () => {
  let server: Postgres;
  let owner: Ledger;
  let sessions: Ledger[] = [];

  /** A session whose transaction is open. */
  const opened = async (level: string) => {
    const session = await connected(addressOf(server));
    sessions.push(session);
    await setClock(session, NOW);
    await session.run(`BEGIN ISOLATION LEVEL ${level}`);
    return session;
  };
  /** What a migration says to whoever runs it. */
  const migration = (sql = migrationSql(TELEMETRY)) => owner.run(sql);
  const isWaiting = async (call: Promise<unknown>) => {
    const ended = call.then(() => true);
    const looked = connected(addressOf(server)).then(async (session) => {
      for (;;) {
        const rows = await session.query(
          "SELECT FROM pg_stat_activity WHERE wait_event IN ('PgSleep', 'relation', 'transactionid')",
        );
        if (rows.length > 0) break;
      }
      await session.close();
      return false;
    });
    return !(await Promise.race([ended, looked]));
  };

  beforeAll(async () => {
    server = Postgres.start(PASSWORD);
    owner = await connected(addressOf(server));
    await migrated(owner);
  });
  beforeEach(async () => {
    await migration();
    await emptied(owner);
  });
  afterEach(async () => {
    for (const session of sessions) await session.close();
    sessions = [];
  });
  afterAll(async () => {
    await owner?.close();
    server?.stop();
  });

  test.each(['READ COMMITTED', 'REPEATABLE READ', 'SERIALIZABLE'])(
    '%s: nobody waits: a job that has written goes on to write, and a reader to read',
    async (level) => {
      // Whatever it has written to, it goes on to all the others.
      for (const first of WRITES) {
        await emptied(owner);
        const [writer, reader] = [await opened(level), await opened(level)];
        await say(writer, first);
        await reader.query('SELECT * FROM watchbill.gauge_deadline, watchbill.gauge_range');
        // One that waits would not end: neither has committed.
        await migration();
        for (const call of WRITES) await say(writer, call);
        await reader.query('SELECT * FROM watchbill.gauge_trend, watchbill.gauge_deadline');
        await writer.run('COMMIT');
        await reader.run('COMMIT');
        expect(await owner.query('SELECT run FROM watchbill.run ORDER BY run')).toEqual([
          { run: 'bad' },
          { run: 'open' },
          { run: 'open' },
        ]);
        expect(await completeThrough(owner)).toBe(DAY);
      }
    },
  );

  /** Every row of what the data says, and which transactions have written or locked it. */
  const versions = async () => {
    const tables = ['setting', 'working_day', 'pipeline', 'metric', 'rule', 'rule_metric', 'completeness'];
    const rows = await owner.query(
      tables
        .map((table) => `SELECT concat_ws(' ', '${table}', ctid, xmin, xmax) AS row FROM watchbill.${table}`)
        .join(' UNION ALL '),
    );
    return rows.map(({ row }) => String(row)).sort();
  };

  test("a second one holds no lock that is in anybody's way, and writes no row", async () => {
    const before = await versions();
    expect(before.length).toBeGreaterThan(250);
    await owner.run(migrationSql(TELEMETRY).replace(/COMMIT;\s*$/, ''));
    const locks = await owner.query(
      "SELECT DISTINCT mode FROM pg_locks JOIN pg_class ON pg_class.oid = relation WHERE relnamespace = 'watchbill'::regnamespace AND pid = pg_backend_pid() ORDER BY mode",
    );
    const after = await versions();
    await owner.run('COMMIT');
    expect(locks.map(({ mode }) => mode)).toEqual(['AccessShareLock', 'RowExclusiveLock', 'RowShareLock']);
    expect(after).toEqual(before);
  });

  test('a day that is declared a holiday meanwhile: the gauge counts what the migration did not see', async () => {
    const writer = await opened('READ COMMITTED');
    await say(writer, `run_finished('profit', 'a', 'succeeded', '${DAY}')`);
    await say(writer, "run_finished('profit', 'c', 'succeeded', '2026-11-12')");
    const { calendar } = TELEMETRY;
    const daysOff = [...calendar.daysOff, calendar.from.with({ month: 11, day: 11 })];
    await migration(migrationSql({ ...TELEMETRY, calendar: { ...calendar, daysOff } }));
    await writer.run('COMMIT');
    // Friday the 13th, due on Monday at 9:00; it was the 11th before.
    expect(await owner.query('SELECT value FROM watchbill.gauge_deadline')).toEqual([
      { value: (7 * 24 + 1) * 3600 },
    ]);
  });

  test.each([
    ['an index that is missing', 'DROP INDEX watchbill.run_failed', TELEMETRY],
    [
      'a view that is another one',
      'CREATE OR REPLACE VIEW watchbill.gauge_failure AS SELECT id AS pipeline, 1::double precision AS value FROM watchbill.pipeline',
      TELEMETRY,
    ],
    ['a deadline that is gone', 'SELECT 1', REDUCED],
  ])('%s: it waits, and others go on meanwhile; then it is done', async (_, change, telemetry) => {
    await owner.run(change);
    const [writer, other] = [await opened('READ COMMITTED'), await opened('READ COMMITTED')];
    for (const call of WRITES.slice(0, 3)) await say(writer, call);
    await writer.query('SELECT * FROM watchbill.gauge_failure');
    const migrating = migration(migrationSql(telemetry));
    expect(await isWaiting(migrating)).toBe(true);
    await say(other, "run_finished('growth', 'another', 'succeeded', '2026-11-11')");
    await other.query('SELECT * FROM watchbill.gauge_failure');
    await other.run('COMMIT');
    for (const call of WRITES) await say(writer, call);
    await writer.run('COMMIT');
    await migrating;
    expect(await owner.query("SELECT to_regclass('watchbill.run_failed') IS NOT NULL AS there")).toEqual([
      { there: true },
    ]);
    const failing = await owner.query('SELECT pipeline, value FROM watchbill.gauge_failure');
    expect(failing).toEqual([]);
    expect(await owner.query('SELECT pipeline FROM watchbill.completeness')).toEqual(
      telemetry === REDUCED ? [] : [{ pipeline: 'profit' }],
    );
  });

  test('whoever never commits is told by name, and nothing is changed', async () => {
    await owner.run('DROP INDEX watchbill.run_failed');
    const writer = await opened('READ COMMITTED');
    await say(writer, WRITES[0]);
    const impatient = migrationSql(TELEMETRY).replace("interval '10 seconds'", "interval '1 second'");
    const args = [addressOf(server), '-X', '-q', '-v', 'ON_ERROR_STOP=1', '-v', 'VERBOSITY=verbose'];
    const { status, stderr } = spawnSync(join(server.programs, 'psql'), args, {
      input: impatient,
      encoding: 'utf8',
    });
    const who = 'postgres \\(process \\d+\\)';
    expect(status).toBe(3);
    expect(stderr).toMatch(
      new RegExp(
        `WARNING: {2}\\w+: the ledger is in use: waiting up to 10 seconds for an open transaction to end: ${who}\\n`,
      ),
    );
    expect(stderr).toMatch(
      new RegExp(
        `ERROR: {2}55P03: the ledger is in use: .*: ${who}\\nHINT: {2}nothing was changed; run the SQL again once it has ended\\n`,
      ),
    );
    await writer.run('ROLLBACK');
    expect(await owner.query("SELECT to_regclass('watchbill.run_failed') AS index")).toEqual([
      { index: null },
    ]);
  });
});
