import type { Ledger } from '../../src/verbs/rehearse/connect/ledger';
import { type Database, onEachEngine, PASSWORD } from './engines';
import { emptied, migrated, NOW, refusalOf, reportedRows, say, setClock } from './fixture';

jest.setTimeout(120_000);

const LOGINS = {
  profit_job: ['wb_profit'],
  scheduler: ['watchbill_writer'],
  agent: ['watchbill_agent'],
  two_jobs: ['wb_profit', 'wb_growth'],
  stranger: [],
} as const;

/** One call of each function that reports. */
const REPORTS = (pipeline: string, metric: string) => [
  `run_started('${pipeline}', 'a', '2026-11-20')`,
  `run_finished('${pipeline}', 'a', 'failed')`,
  `metric_reported('${pipeline}', '${metric}', '2026-11-20', 1)`,
  `data_seen('${pipeline}', '2026-11-23T05:00+08')`,
];

onEachEngine('who may do what', (open) => {
  let database: Database;
  const denied = async (session: Ledger, sql: string) =>
    expect([sql, (await refusalOf(session.run(sql))).code]).toEqual([sql, '42501']);

  beforeAll(async () => {
    database = await open();
    await migrated(database.owner);
    for (const [login, groups] of Object.entries(LOGINS)) {
      await database.owner.run(`CREATE ROLE ${login} LOGIN PASSWORD '${PASSWORD}'`);
      for (const group of groups) await database.owner.run(`GRANT ${group} TO ${login}`);
    }
    await database.owner.run('GRANT CREATE ON SCHEMA public TO PUBLIC');
  });
  afterAll(() => database?.close());
  beforeEach(() => emptied(database.owner));

  test("a pipeline's login reports for its pipeline and for no other", async () => {
    await database.as('profit_job', async (session) => {
      await setClock(session, NOW);
      for (const call of REPORTS('profit', 'total')) await say(session, call);
      for (const call of REPORTS('growth', 'users'))
        expect(await refusalOf(say(session, call))).toEqual({
          code: 'WB002',
          message: `WB002: profit_job may not report for pipeline 'growth'`,
          hint: 'GRANT wb_growth TO profit_job',
        });
    });
    const rows = await reportedRows(database.owner);
    expect(rows).toHaveLength(4);
    expect(rows.filter((row) => row.includes('growth'))).toEqual([]);
  });

  test('the writer reports for all of them', async () => {
    await database.as('scheduler', async (session) => {
      await setClock(session, NOW);
      for (const call of [...REPORTS('profit', 'total'), ...REPORTS('growth', 'users')])
        await say(session, call);
    });
    expect(await reportedRows(database.owner)).toHaveLength(7);
  });

  test('who takes on one role reports as that role alone', async () => {
    await database.as('two_jobs', async (session) => {
      await setClock(session, NOW);
      await say(session, "data_seen('growth', '2026-11-23T05:00+08')");
      await session.run('SET ROLE wb_profit');
      await say(session, "data_seen('profit', '2026-11-23T05:00+08')");
      expect(await refusalOf(say(session, "data_seen('growth', '2026-11-23T06:00+08')"))).toMatchObject({
        code: 'WB002',
        message: `WB002: wb_profit may not report for pipeline 'growth'`,
      });
    });
  });

  test('the Agent reads every gauge and nothing else', async () => {
    await database.owner.run(
      "SELECT watchbill.run_finished('profit', 'a', 'succeeded', '2026-11-10', '2026-11-23T08:00+08')",
    );
    const views = await database.owner.query(
      "SELECT table_name FROM information_schema.views WHERE table_schema = 'watchbill'",
    );
    expect(views).toHaveLength(8);
    const tables = await database.owner.query(
      "SELECT table_name FROM information_schema.tables WHERE table_schema = 'watchbill' AND table_type = 'BASE TABLE'",
    );
    expect(tables).toHaveLength(13);
    await database.as('agent', async (session) => {
      await setClock(session, NOW);
      for (const { table_name } of views) await session.query(`SELECT * FROM watchbill.${table_name}`);
      expect(await session.query('SELECT * FROM watchbill.gauge_deadline')).toEqual([
        // Wednesday the 11th was due on Thursday the 12th at 9:00: eleven days and an hour ago.
        { pipeline: 'profit', alert: 'late', value: (11 * 24 + 1) * 3600 },
      ]);
      for (const { table_name } of tables) {
        await denied(session, `SELECT FROM watchbill.${table_name}`);
        await denied(session, `DELETE FROM watchbill.${table_name}`);
      }
      for (const call of [...REPORTS('profit', 'total'), "advance('profit')", "check_writer('profit')"])
        await denied(session, `SELECT watchbill.${call}`);
      await denied(session, 'CREATE TABLE watchbill.mine ()');
      await denied(session, 'CREATE FUNCTION watchbill.mine() RETURNS int LANGUAGE sql RETURN 1');
    });
  });

  test.each(['profit_job', 'scheduler', 'stranger'])(
    '%s touches no table and reads no gauge',
    async (login) => {
      const relations = await database.owner.query(
        "SELECT table_name FROM information_schema.tables WHERE table_schema = 'watchbill'",
      );
      expect(relations).toHaveLength(21);
      await database.as(login, async (session) => {
        for (const { table_name } of relations) {
          await denied(session, `SELECT FROM watchbill.${table_name}`);
        }
        for (const call of ['now()', "advance('profit')", "check_writer('profit')", 'local_date(now())'])
          await denied(session, `SELECT watchbill.${call}`);
      });
    },
  );

  test('nobody else has any right on anything', async () => {
    const rights = await database.owner.query(`
      SELECT name || ' ' || privilege_type AS granted, grantee::regrole::text FROM (
      SELECT relname::text AS name, (aclexplode(relacl)).* FROM pg_class
        WHERE relnamespace = 'watchbill'::regnamespace AND relkind <> 'i'
      UNION SELECT proname, (aclexplode(coalesce(proacl, acldefault('f', proowner)))).* FROM pg_proc
        WHERE pronamespace = 'watchbill'::regnamespace
      UNION SELECT 'schema', (aclexplode(nspacl)).* FROM pg_namespace WHERE nspname = 'watchbill'
      ) AS acl`);
    const others = new Map<string, string[]>();
    for (const { granted, grantee } of rights) {
      if (grantee === 'postgres') continue;
      others.set(String(grantee), [...(others.get(String(grantee)) ?? []), String(granted)].sort());
    }
    const writes = [
      'data_seen EXECUTE',
      'metric_reported EXECUTE',
      'run_finished EXECUTE',
      'run_started EXECUTE',
      'schema USAGE',
    ];
    expect(Object.fromEntries(others)).toEqual({
      watchbill_agent: [
        ...['deadline', 'discrepancy', 'duration', 'failure', 'freshness', 'missing', 'range', 'trend'].map(
          (kind) => `gauge_${kind} SELECT`,
        ),
        'local_date EXECUTE',
        'now EXECUTE',
        'schema USAGE',
      ],
      watchbill_writer: writes,
      wb_growth: writes,
      wb_profit: writes,
      wb_quiet: writes,
    });
    await database.as('stranger', async (session) => {
      for (const call of REPORTS('profit', 'total')) await denied(session, `SELECT watchbill.${call}`);
      await denied(session, 'SELECT watchbill.now()');
    });
  });

  test('the clock cannot be set where nothing is rehearsed', async () => {
    await database.owner.run('UPDATE watchbill.setting SET rehearsal = false');
    try {
      for (const login of ['scheduler', 'agent']) {
        await database.as(login, async (session) => {
          await setClock(session, '2999-01-01T00:00:00Z');
          await denied(session, 'UPDATE watchbill.setting SET rehearsal = true');
          const call = "run_started('profit', 'a', '2998-01-01')";
          if (login === 'scheduler')
            expect(await refusalOf(say(session, call))).toMatchObject({ code: 'WB003' });
          else
            expect(await session.query("SELECT watchbill.now() < '2999-01-01' AS real")).toEqual([
              { real: true },
            ]);
        });
      }
    } finally {
      await database.owner.run("UPDATE watchbill.setting SET rehearsal = true; SET watchbill.now = ''");
    }
  });

  test('what a caller puts into a schema of its own is not called', async () => {
    await database.as('profit_job', async (session) => {
      await setClock(session, NOW);
      await session.run(`
        CREATE TABLE IF NOT EXISTS public.pipeline (id text, role name, active boolean);
        INSERT INTO public.pipeline VALUES ('growth', 'wb_profit', true);
        CREATE TEMPORARY TABLE pipeline (id text, role name, active boolean);
        INSERT INTO pg_temp.pipeline VALUES ('growth', 'wb_profit', true);
        CREATE FUNCTION public.pg_has_role(name, name, text) RETURNS boolean LANGUAGE sql AS 'SELECT true';
        CREATE FUNCTION public.coalesce_date(date) RETURNS boolean LANGUAGE sql AS 'SELECT true';
        CREATE FUNCTION public.yes(text, text) RETURNS boolean LANGUAGE sql AS 'SELECT true';
        CREATE OPERATOR public.= (LEFTARG = text, RIGHTARG = text, FUNCTION = public.yes);
        SET search_path = public, pg_temp, watchbill, pg_catalog`);
      const call = "data_seen('growth', '2026-11-23T05:00+08')";
      expect(await refusalOf(session.query(`SELECT watchbill.${call}`))).toMatchObject({ code: 'WB002' });
      await say(session, "data_seen('profit', '2026-11-23T05:00+08')");
      await session.run('RESET search_path');
    });
    expect((await reportedRows(database.owner)).filter((row) => row.includes('growth'))).toEqual([]);
    await database.owner.run('DROP OWNED BY profit_job CASCADE; GRANT wb_profit TO profit_job');
  });
});
