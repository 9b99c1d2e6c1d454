import { type Database, onEachEngine } from './engines';
import { completeThrough, emptied, migrated, refusalOf, reportedRows, say, setClock } from './fixture';
import { REFUSED } from './refusals';

jest.setTimeout(120_000);

onEachEngine('what a pipeline reports', (open) => {
  let database: Database;
  /** Some calls, one after the other. */
  const told = async (...calls: string[]) => {
    for (const call of calls) await say(database.owner, call);
  };
  const runs = async () =>
    (
      await database.owner.query(
        `SELECT concat_ws(' ', run, business_date, outcome, to_char(started_at, 'DD HH24:MI'), to_char(finished_at, 'DD HH24:MI')) AS text
         FROM watchbill.run ORDER BY run`,
      )
    ).map(({ text }) => text);
  const values = async () =>
    (
      await database.owner.query(
        "SELECT concat_ws(' ', metric, business_date, coalesce(actual::text, '-'), coalesce(expected::text, '-'), to_char(reported_at, 'DD HH24:MI')) AS text FROM watchbill.metric_value ORDER BY metric, business_date",
      )
    ).map(({ text }) => text);

  beforeAll(async () => {
    database = await open();
    await migrated(database.owner);
    await database.owner.run("SET TIME ZONE 'UTC'");
  });
  afterAll(() => database?.close());
  beforeEach(() => emptied(database.owner));

  test.each(REFUSED)('%s is refused, and changes nothing', async (_what, call, code, message, hint) => {
    await told(
      "run_started('profit', 'known', '2026-11-20', '2026-11-23T06:00+08')",
      "run_finished('profit', 'done', 'succeeded', '2026-11-20', '2026-11-23T07:00+08')",
      "metric_reported('profit', 'total', '2026-11-20', 5, 6)",
      "data_seen('profit', '2026-11-23T05:00+08')",
    );
    const before = await reportedRows(database.owner);
    expect(await refusalOf(say(database.owner, call))).toEqual({
      code,
      message: `${code}: ${message}`,
      hint,
    });
    expect(await reportedRows(database.owner)).toEqual(before);
  });

  test('every call that is repeated changes nothing, whatever the time is', async () => {
    const calls = [
      "run_started('profit', 'a', '2026-11-20')",
      "run_finished('profit', 'a', 'failed')",
      "run_finished('profit', 'b', 'succeeded', '2026-11-20')",
      "metric_reported('profit', 'total', '2026-11-20', 5, 6)",
      "metric_reported('profit', 'total', '2026-11-20', NULL, 6)",
      "data_seen('profit', '2026-11-23T05:00+08')",
    ];
    await told(...calls);
    const before = await reportedRows(database.owner);
    for (const moment of ['2026-11-23T10:01+08', '2026-11-25T00:00+08', '2026-11-23T09:00+08']) {
      await setClock(database.owner, moment);
      for (const call of calls) {
        await told(call, call);
        expect(await reportedRows(database.owner)).toEqual(before);
      }
    }
  });

  test('a lost start is made up for by the end, and one that comes after it counts where it is earlier', async () => {
    await told(
      "run_finished('profit', 'a', 'failed', '2026-11-20', '2026-11-23T09:00+08')",
      "run_started('profit', 'a', '2026-11-20')",
    );
    expect(await runs()).toEqual(['a 2026-11-20 failed 23 01:00 23 01:00']);
    await told(
      "run_started('profit', 'a', '2026-11-20', '2026-11-23T08:00+08')",
      "run_started('profit', 'a', '2026-11-20', '2026-11-23T08:30+08')",
    );
    expect(await runs()).toEqual(['a 2026-11-20 failed 23 00:00 23 01:00']);
  });

  test('a failure before the success of the same run may be told late', async () => {
    await told(
      "run_finished('profit', 'a', 'succeeded', '2026-11-20', '2026-11-23T09:00+08')",
      "run_finished('profit', 'a', 'failed', '2026-11-20', '2026-11-23T08:00+08')",
    );
    expect(await runs()).toEqual(['a 2026-11-20 succeeded 23 00:00 23 01:00']);
  });

  test('a success heals a failure of the same run, at its own time', async () => {
    await told(
      "run_started('profit', 'a', '2026-11-20', '2026-11-23T06:00+08')",
      "run_finished('profit', 'a', 'failed', at => '2026-11-23T07:00+08')",
      "run_finished('profit', 'a', 'succeeded', at => '2026-11-23T08:00+08')",
      "run_finished('profit', 'a', 'succeeded', at => '2026-11-23T09:00+08')",
    );
    expect(await runs()).toEqual(['a 2026-11-20 succeeded 22 22:00 23 00:00']);
  });

  test('a clock that is set back between start and end makes no negative run', async () => {
    await told("run_started('profit', 'a', '2026-11-20')");
    await setClock(database.owner, '2026-11-23T07:00+08');
    await told("run_finished('profit', 'a', 'succeeded')");
    expect(await runs()).toEqual(['a 2026-11-20 succeeded 23 02:00 23 02:00']);
  });

  test("a pipeline's clock may differ by five minutes, either way", async () => {
    await told(
      "run_started('profit', 'a', '2026-11-20', '2026-11-23T10:05+08')",
      "run_finished('profit', 'a', 'succeeded', at => '2026-11-23T10:00+08')",
      "data_seen('profit', '2026-11-23T10:05+08')",
    );
    expect(await runs()).toEqual(['a 2026-11-20 succeeded 23 02:00 23 02:00']);
  });

  test('a business date begins at midnight of the zone, not of UTC', async () => {
    await setClock(database.owner, '2026-11-23T23:59:59+08:00');
    expect(await refusalOf(say(database.owner, "run_started('profit', 'a', '2026-11-24')"))).toMatchObject({
      code: 'WB003',
    });
    await setClock(database.owner, '2026-11-24T00:00:00+08:00');
    await told("run_started('profit', 'a', '2026-11-24')");
    expect(await runs()).toEqual(['a 2026-11-24 23 16:00']);
  });

  test('two pipelines may give a run the same name', async () => {
    await told("run_started('profit', 'a', '2026-11-20')", "run_started('growth', 'a', '2026-11-19')");
    expect(await runs()).toHaveLength(2);
  });

  test('a metric is corrected, its two values come one by one, and expected may be zero', async () => {
    await told("metric_reported('profit', 'total', '2026-11-20', NULL, 0)");
    expect(await values()).toEqual(['total 2026-11-20 - 0 23 02:00']);
    await setClock(database.owner, '2026-11-23T11:00+08');
    await told("metric_reported('profit', 'total', '2026-11-20', 1e100)");
    expect(await values()).toEqual(['total 2026-11-20 1e+100 0 23 03:00']);
    await setClock(database.owner, '2026-11-23T12:00+08');
    await told("metric_reported('profit', 'total', '2026-11-20', -4, 5)");
    expect(await values()).toEqual(['total 2026-11-20 -4 5 23 04:00']);
  });

  test('the newest data counts, in whatever order it is told', async () => {
    for (const hour of ['05', '03', '04']) await told(`data_seen('profit', '2026-11-23T${hour}:00+08')`);
    const [row] = await database.owner.query(
      "SELECT to_char(newest, 'DD HH24:MI') AS newest FROM watchbill.data_seen",
    );
    expect(row).toEqual({ newest: '22 21:00' });
  });

  test('quotes, backslashes, semicolons and other scripts in a name are letters', async () => {
    const names = ["'; DROP TABLE watchbill.run; --", '\\', '%s %I $1', '"', '\n', '盈利 🏦', "E'\\x'"];
    for (const name of names) {
      await database.owner.query('SELECT watchbill.run_started($1, $2, $3)', ['profit', name, '2026-11-20']);
      await database.owner.query('SELECT watchbill.run_finished($1, $2, $3)', ['profit', name, 'failed']);
    }
    const rows = await database.owner.query("SELECT run FROM watchbill.run WHERE outcome = 'failed'");
    expect(rows.map(({ run }) => run).sort()).toEqual([...names].sort());
    const { message } = await refusalOf(
      database.owner.query('SELECT watchbill.run_finished($1, $2, $3)', ['profit', "%'\\", 'failed']),
    );
    expect(message).toBe("WB005: unknown run E'%''\\\\' of pipeline 'profit'");
  });

  test('a holiday, a weekend and a gap: complete_through goes as far as every working day has succeeded', async () => {
    const done = (day: string) => told(`run_finished('profit', '${day}', 'succeeded', '${day}')`);
    // Friday the 6th is complete. Monday the 9th is off.
    await done('2026-11-11');
    expect(await completeThrough(database.owner)).toBe('2026-11-06');
    await told("run_finished('profit', 'bad', 'failed', '2026-11-10')");
    expect(await completeThrough(database.owner)).toBe('2026-11-06');
    await done('2026-11-10');
    expect(await completeThrough(database.owner)).toBe('2026-11-11');
    await done('2026-11-14');
    await done('2026-11-13');
    expect(await completeThrough(database.owner)).toBe('2026-11-11');
    await done('2026-11-12');
    expect(await completeThrough(database.owner)).toBe('2026-11-13');
    await done('2026-11-16');
    expect(await completeThrough(database.owner)).toBe('2026-11-16');
  });
});
