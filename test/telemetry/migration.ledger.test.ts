import { Temporal } from 'temporal-polyfill';
import { migrationSql, type Telemetry } from '../../src/telemetry';
import type { Ledger } from '../../src/verbs/rehearse/connect/ledger';
import { type Database, onEachEngine, PASSWORD } from './engines';
import { completeThrough, migrated, refusalOf, reportedRows, say, setClock, TELEMETRY } from './fixture';

jest.setTimeout(120_000);

/** Without `profit` and its metric, and without one metric of `growth`. */
const REDUCED: Telemetry = {
  ...TELEMETRY,
  pipelines: ['growth', 'quiet'],
  rules: [{ pipeline: 'growth', alert: 'odd', kind: 'range', metrics: ['users'] }],
};

const withDaysOff = (...days: string[]): Telemetry => ({
  ...TELEMETRY,
  calendar: {
    ...TELEMETRY.calendar,
    daysOff: [...TELEMETRY.calendar.daysOff, ...days.map((day) => Temporal.PlainDate.from(day))],
  },
});

onEachEngine('a migration', (open) => {
  let database: Database;
  const migrate = (telemetry: Telemetry) => database.owner.run(migrationSql(telemetry));
  const reports = [
    "run_started('profit', 'late', '2026-11-19')",
    "metric_reported('growth', 'revenue', '2026-11-20', 1)",
  ];

  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database?.close());
  beforeEach(async () => {
    await database.owner.run('DROP SCHEMA IF EXISTS watchbill CASCADE');
    await migrated(database.owner);
    for (const call of [
      "run_finished('profit', 'a', 'succeeded', '2026-11-10')",
      "metric_reported('profit', 'total', '2026-11-10', 5, 6)",
      "metric_reported('growth', 'revenue', '2026-11-10', 7)",
      "data_seen('profit', '2026-11-23T05:00+08')",
    ])
      await say(database.owner, call);
  });

  /** Everything that is in the schema, but for when a pipeline became known. */
  const whole = async () => {
    const rows = await database.owner.query(`
      SELECT 'rule ' || row_to_json(each.*)::text AS row FROM watchbill.rule AS each
      UNION ALL SELECT 'rule_metric ' || row_to_json(each.*)::text FROM watchbill.rule_metric AS each
      UNION ALL SELECT 'metric ' || row_to_json(each.*)::text FROM watchbill.metric AS each
      UNION ALL SELECT 'pipeline ' || row_to_json(each.*)::text FROM watchbill.pipeline AS each
      UNION ALL SELECT 'setting ' || row_to_json(each.*)::text FROM watchbill.setting AS each
      UNION ALL SELECT 'working_day ' || row_to_json(each.*)::text FROM watchbill.working_day AS each
      UNION ALL SELECT concat_ws(' ', 'object', relname, relkind, relacl) FROM pg_class WHERE relnamespace = 'watchbill'::regnamespace
      UNION ALL SELECT concat_ws(' ', 'function', proname, prosrc, proacl) FROM pg_proc WHERE pronamespace = 'watchbill'::regnamespace`);
    return [...rows.map(({ row }) => String(row)).sort(), ...(await reportedRows(database.owner))];
  };

  test('a view that was changed by hand is made anew, an index that is missing too', async () => {
    const before = await whole();
    await database.owner.run(`DROP INDEX watchbill.run_failed;
      CREATE OR REPLACE VIEW watchbill.gauge_failure AS SELECT id AS pipeline, 1::double precision AS value FROM watchbill.pipeline`);
    await migrate(TELEMETRY);
    expect(await database.owner.query('SELECT * FROM watchbill.gauge_failure')).toEqual([]);
    expect(await whole()).toEqual(before);
  });

  test('a second time changes nothing', async () => {
    await migrate(TELEMETRY);
    const before = await whole();
    await migrate(TELEMETRY);
    expect(await whole()).toEqual(before);
    expect(before.length).toBeGreaterThan(300);
  });

  test('what the data no longer names keeps its rows and reports no more, until it is back', async () => {
    const before = (await reportedRows(database.owner)).filter((row) => !row.startsWith('completeness'));
    await migrate(REDUCED);
    expect(await reportedRows(database.owner)).toEqual(before);
    const [run = '', metric = ''] = reports;
    expect(await refusalOf(say(database.owner, run))).toMatchObject({ code: 'WB001' });
    expect(await refusalOf(say(database.owner, metric))).toMatchObject({
      code: 'WB008',
      hint: 'known: users',
    });
    expect(await database.owner.query('SELECT * FROM watchbill.gauge_deadline')).toEqual([]);
    await migrate(TELEMETRY);
    expect((await reportedRows(database.owner)).filter((row) => !row.startsWith('completeness'))).toEqual(
      before,
    );
    for (const call of reports) await say(database.owner, call);
  });

  test('nobody is late for the days on which the pipeline, or its deadline, was not known', async () => {
    const overdue = async () =>
      (await database.owner.query('SELECT value FROM watchbill.gauge_deadline')).map(({ value }) => value);
    // Wednesday the 11th was due on Thursday at 9:00.
    expect(await overdue()).toEqual([(11 * 24 + 1) * 3600]);
    await migrate({ ...TELEMETRY, rules: TELEMETRY.rules.filter(({ kind }) => kind !== 'deadline') });
    expect(await overdue()).toEqual([]);
    await migrate(TELEMETRY);
    expect(await overdue()).toEqual([0]);
    // Monday the 23rd is the first date that is asked for: on Tuesday at 9:00.
    await setClock(database.owner, '2026-11-24T09:01:00+08:00');
    expect(await overdue()).toEqual([60]);
  });

  test('a rule that gets another name does not begin anew', async () => {
    await migrate({
      ...TELEMETRY,
      rules: TELEMETRY.rules.map((rule) => ({ ...rule, alert: `${rule.alert}-2` })),
    });
    expect(await completeThrough(database.owner)).toBe('2026-11-10');
  });

  test('a holiday that becomes known is asked for no longer, and a run of the day after counts', async () => {
    await say(database.owner, "run_finished('profit', 'b', 'succeeded', '2026-11-12')");
    expect(await completeThrough(database.owner)).toBe('2026-11-10');
    await migrate(withDaysOff('2026-11-11', '2026-12-25'));
    expect(await completeThrough(database.owner)).toBe('2026-11-12');
    // A day that has become a working day after all was complete, and stays so.
    await migrate(TELEMETRY);
    expect(await completeThrough(database.owner)).toBe('2026-11-12');
    const days =
      "SELECT count(*)::integer AS days FROM watchbill.working_day WHERE day IN ('2026-11-11', '2026-12-25')";
    expect(await database.owner.query(days)).toEqual([{ days: 2 }]);
  });

  test('another time zone moves the deadline, and not what has been reported', async () => {
    const before = await reportedRows(database.owner);
    await migrate({ ...TELEMETRY, timeZone: 'Europe/Berlin' });
    expect(await reportedRows(database.owner)).toEqual(before);
    // 9:00 of the 12th in Berlin is seven hours after that in Kuala Lumpur.
    expect(await database.owner.query('SELECT value FROM watchbill.gauge_deadline')).toEqual([
      { value: (11 * 24 + 1 - 7) * 3600 },
    ]);
  });

  test.each([
    'CREATE SCHEMA',
    '-- What pipelines have reported',
    'CREATE OR REPLACE FUNCTION watchbill.advance',
    'UPDATE watchbill.setting',
    'WITH wanted AS (',
    'WITH wanted (pipeline, alert, kind, by_time, weeks) AS (',
    "IF to_regclass('watchbill.gauge_trend')",
    'DELETE FROM watchbill.completeness',
    'INSERT INTO watchbill.completeness',
    'GRANT SELECT',
    'COMMIT;',
  ])('one that fails before its %s leaves everything as it was', async (statement) => {
    await migrate(TELEMETRY);
    const before = await whole();
    const sql = migrationSql(withDaysOff('2026-11-11'));
    const at = sql.search(new RegExp(`^ *${statement.replace(/[()]/g, '\\$&')}`, 'm'));
    expect(at).toBeGreaterThan(0);
    const fails = sql[at] === ' ' ? 'PERFORM 1 / 0;' : 'SELECT 1 / 0;';
    const broken = `${sql.slice(0, at)}${fails}\n${sql.slice(at)}`;
    await expect(database.owner.run(broken)).rejects.toThrow('division by zero');
    await database.owner.run('ROLLBACK');
    expect(await whole()).toEqual(before);
  });

  test('a first one that fails leaves no schema and no role', async () => {
    await database.owner.run('DROP SCHEMA watchbill CASCADE');
    const first = { ...REDUCED, pipelines: ['new-one'], rules: [] };
    await expect(
      database.owner.run(migrationSql(first).replace('COMMIT;', 'SELECT 1 / 0;')),
    ).rejects.toThrow();
    await database.owner.run('ROLLBACK');
    expect(
      await database.owner.query(
        "SELECT to_regnamespace('watchbill') AS schema, to_regrole('wb_new-one') AS role",
      ),
    ).toEqual([{ schema: null, role: null }]);
  });

  test('a catalog with nothing but one pipeline, and one with none', async () => {
    const calendar = { ...TELEMETRY.calendar, daysOff: [] };
    await migrate({ ...TELEMETRY, calendar, pipelines: ['quiet'], rules: [] });
    await migrate({ ...TELEMETRY, calendar, pipelines: [], rules: [] });
    expect(await refusalOf(say(database.owner, reports[0] ?? ''))).toMatchObject({ code: 'WB001' });
  });

  test('a function that somebody has put into public, and that fits better, is not called', async () => {
    await database.owner.run(`CREATE FUNCTION public.generate_series(date, date, interval) RETURNS SETOF timestamptz
      LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''called as %'', current_user; END'`);
    await migrate(TELEMETRY);
    await database.owner.run('DROP FUNCTION public.generate_series');
  });

  test('whoever owns it need not be a superuser', async () => {
    const { owner } = database;
    await owner.run('DROP SCHEMA watchbill CASCADE');
    for (const role of ['watchbill_writer', 'watchbill_agent'])
      await owner.run(`DROP OWNED BY ${role}; DROP ROLE ${role}`);
    await owner.run(`CREATE ROLE steward LOGIN CREATEROLE PASSWORD '${PASSWORD}'`);
    await owner.run('GRANT CREATE ON DATABASE postgres TO steward');
    await database.as('steward', async (session: Ledger) => {
      for (const pipelines of [['mine'], ['mine'], ['mine', 'another']])
        await session.run(migrationSql({ ...TELEMETRY, pipelines, rules: [] }));
    });
    await owner.run("SET watchbill.now = ''");
    expect(await refusalOf(say(owner, "run_started('another', 'a', 'infinity')"))).toMatchObject({
      code: 'WB003',
    });
  });
});
