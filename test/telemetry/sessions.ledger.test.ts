import type { Ledger } from '../../src/verbs/rehearse/connect/ledger';
import { suiteUnless } from '../suite';
import { Postgres, whyNoPostgres } from '../support/postgres';
import { addressOf, connected, PASSWORD } from './engines';
import { completeThrough, emptied, migrated, NOW, setClock } from './fixture';

jest.setTimeout(120_000);

suiteUnless(whyNoPostgres(), 'two sessions that report at once', () => {
  let server: Postgres;
  let [owner, first, second]: Ledger[] = [];

  const session = async () => {
    const opened = await connected(addressOf(server));
    await setClock(opened, NOW);
    return opened;
  };
  beforeAll(async () => {
    server = Postgres.start(PASSWORD);
    owner = await connected(addressOf(server));
    await migrated(owner);
    [first, second] = [await session(), await session()];
  });
  afterAll(async () => {
    for (const each of [owner, first, second]) await each?.close();
    server?.stop();
  });

  /** The first call in a transaction; the second one while it is open; then how the second ended. */
  async function overlapping(one: string, other: string, known: string): Promise<unknown> {
    if (owner === undefined || first === undefined || second === undefined) throw new Error('no sessions');
    await emptied(owner);
    if (known !== '') await owner.query(`SELECT watchbill.${known}`);
    await first.run('BEGIN');
    await first.query(`SELECT watchbill.${one}`);
    const waiting = second.query(`SELECT watchbill.${other}`).then(
      () => 'done',
      (error: { code: string }) => error.code,
    );
    await untilOneWaits(owner);
    await first.run('COMMIT');
    return waiting;
  }

  const started = "run_started('profit', 'a', '2026-11-10', '2026-11-23T08:00+08')";
  const ends = (outcome: string, date: string) =>
    `run_finished('profit', 'a', '${outcome}', ${date === '' ? 'NULL' : `'${date}'`}, '2026-11-23T09:00+08')`;

  test.each([
    ['succeeded', 'succeeded', 'done', 'succeeded', '2026-11-10'],
    ['failed', 'failed', 'done', 'failed', '2026-11-06'],
    ['failed', 'succeeded', 'done', 'succeeded', '2026-11-10'],
    ['succeeded', 'failed', 'WB007', 'succeeded', '2026-11-10'],
  ])('%s, and meanwhile %s: the second one waits, and is %s', async (one, other, end, outcome, through) => {
    for (const [known, date] of [
      [started, ''],
      ['', '2026-11-10'],
    ] as const) {
      expect(await overlapping(ends(one, date), ends(other, date), known)).toBe(end);
      expect(await owner?.query('SELECT run, outcome FROM watchbill.run')).toEqual([{ run: 'a', outcome }]);
      if (owner !== undefined) expect(await completeThrough(owner)).toBe(through);
    }
  });

  test('a run that another session is just starting is not told twice, and keeps its date', async () => {
    expect(await overlapping(started, started, '')).toBe('done');
    expect(await overlapping(started, "run_started('profit', 'a', '2026-11-11')", '')).toBe('WB005');
    expect(await owner?.query('SELECT business_date::text FROM watchbill.run')).toEqual([
      { business_date: '2026-11-10' },
    ]);
  });

  test('of two that see data at once the newest counts, in both orders', async () => {
    const [early, late] = ['07', '08'].map((hour) => `data_seen('profit', '2026-11-23T${hour}:00+08')`);
    for (const [one = '', other = ''] of [
      [early, late],
      [late, early],
    ]) {
      expect(await overlapping(one, other, '')).toBe('done');
      expect(
        await owner?.query(
          "SELECT to_char(newest AT TIME ZONE 'UTC', 'HH24') AS hour FROM watchbill.data_seen",
        ),
      ).toEqual([{ hour: '00' }]);
    }
  });

  test('an expected and an actual value that come at once are both kept', async () => {
    const one = "metric_reported('profit', 'total', '2026-11-10', NULL, 6)";
    expect(await overlapping(one, "metric_reported('profit', 'total', '2026-11-10', 5)", '')).toBe('done');
    expect(await owner?.query('SELECT actual, expected FROM watchbill.metric_value')).toEqual([
      { actual: 5, expected: 6 },
    ]);
  });

  test('what is rolled back was never said', async () => {
    await first?.run('BEGIN');
    await first?.query(`SELECT watchbill.${ends('succeeded', '2026-11-11')}`);
    await first?.run('ROLLBACK');
    expect(await owner?.query("SELECT FROM watchbill.run WHERE business_date = '2026-11-11'")).toEqual([]);
  });
});

/** @throws Error where nobody waits for a lock in ten seconds */
async function untilOneWaits(owner: Ledger): Promise<void> {
  const end = performance.now() + 10_000;
  while (performance.now() < end) {
    const waiting = await owner.query("SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock'");
    if (waiting.length > 0) return;
  }
  throw new Error('nobody waits');
}
