import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { suiteUnless } from '../suite';
import { Postgres, whyNoPostgres } from '../support/postgres';
import { addressOf, connected, type Database, onEachEngine, PASSWORD } from './engines';
import { completeThrough, emptied, migrated, setClock } from './fixture';

jest.setTimeout(240_000);

const FIRST = Temporal.PlainDate.from('2026-11-06');

/** Days after Friday 6 November 2026, for two weeks and a half. */
const DAYS = Array.from({ length: 17 }, (_, index) => FIRST.add({ days: index + 1 }).toString());

/** Weekends and the holiday of the fixture, as a calendar on the wall shows them. */
const FREE = [
  '2026-11-07',
  '2026-11-08',
  '2026-11-09',
  '2026-11-14',
  '2026-11-15',
  '2026-11-21',
  '2026-11-22',
];

/** Walks from the first day on, and knows nothing of what was there before. */
function scanned(succeeded: ReadonlySet<string>): string {
  let through = FIRST.toString();
  for (const day of DAYS) {
    if (FREE.includes(day)) continue;
    if (!succeeded.has(day)) break;
    through = day;
  }
  return through;
}

const finished = fc.array(
  fc.record({
    day: fc.constantFrom(...DAYS),
    outcome: fc.constantFrom('succeeded', 'succeeded', 'succeeded', 'failed'),
  }),
  { maxLength: 40 },
);

onEachEngine('complete_through', (open) => {
  let database: Database;

  beforeAll(async () => {
    database = await open();
    await migrated(database.owner);
  });
  afterAll(() => database?.close());

  test('it is where a scan of all working days ends, after every single report', async () => {
    await fc.assert(
      fc.asyncProperty(finished, async (reports) => {
        await emptied(database.owner);
        const succeeded = new Set<string>();
        for (const [index, { day, outcome }] of reports.entries()) {
          await database.owner.query('SELECT watchbill.run_finished($1, $2, $3, $4)', [
            'profit',
            `run-${index}`,
            outcome,
            day,
          ]);
          if (outcome === 'succeeded') succeeded.add(day);
          expect(await completeThrough(database.owner)).toBe(scanned(succeeded));
        }
      }),
      { numRuns: 40 },
    );
  });

  test('where it is behind, since what moves it is not visible yet, the deadline looks past what is complete', async () => {
    await emptied(database.owner);
    for (const day of ['2026-11-10', '2026-11-11'])
      await database.owner.query("SELECT watchbill.run_finished('profit', $1, 'succeeded', $2)", [day, day]);
    await database.owner.run("UPDATE watchbill.completeness SET complete_through = '2026-11-06'");
    const overdue = async (at: string) => {
      await setClock(database.owner, at);
      const rows = await database.owner.query('SELECT value FROM watchbill.gauge_deadline');
      return rows.map(({ value }) => value);
    };
    // Tuesday's and Wednesday's are there; Thursday's is due on Friday at 09:00.
    expect(await overdue('2026-11-13T08:59:00+08:00')).toEqual([0]);
    expect(await overdue('2026-11-13T10:00:00+08:00')).toEqual([3600]);
  });
});

suiteUnless(whyNoPostgres(), 'complete_through with many sessions', () => {
  let server: Postgres;

  beforeAll(async () => {
    server = Postgres.start(PASSWORD);
    const owner = await connected(addressOf(server));
    await migrated(owner);
    await owner.close();
  });
  afterAll(() => server?.stop());

  test.each(['READ COMMITTED', 'REPEATABLE READ', 'SERIALIZABLE'])(
    'sessions that finish all dates at once, in %s and in whatever order, leave none out',
    async (level) => {
      const owner = await connected(addressOf(server));
      const sessions = await Promise.all(DAYS.map(() => connected(addressOf(server))));
      for (const session of sessions) {
        await setClock(session, '2026-11-23T10:00:00+08:00');
        await session.run(`SET default_transaction_isolation = '${level}'`);
      }
      for (let round = 0; round < 10; round += 1) {
        await emptied(owner);
        const left = new Set([DAYS[round + 4]]);
        await Promise.all(
          sessions.map(async (session, index) => {
            const day = DAYS[index] ?? '';
            if (left.has(day)) return;
            await untilDone(() =>
              session.query('SELECT watchbill.run_finished($1, $2, $3, $4)', [
                'profit',
                day,
                'succeeded',
                day,
              ]),
            );
          }),
        );
        expect(await completeThrough(owner)).toBe(scanned(new Set(DAYS.filter((day) => !left.has(day)))));
      }
      for (const session of [...sessions, owner]) await session.close();
    },
  );

  test('a session that saw nothing of the other is told to try again, and then counts both', async () => {
    const [owner, slow] = [await connected(addressOf(server)), await connected(addressOf(server))];
    await emptied(owner);
    await setClock(slow, '2026-11-23T10:00:00+08:00');
    await slow.run('BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT 1');
    await owner.query("SELECT watchbill.run_finished('profit', 'b', 'succeeded', '2026-11-11')");
    const finish = "SELECT watchbill.run_finished('profit', 'a', 'succeeded', '2026-11-10')";
    await expect(slow.query(finish)).rejects.toMatchObject({ code: '40001' });
    await slow.run('ROLLBACK');
    await slow.query(finish);
    expect(await completeThrough(owner)).toBe('2026-11-11');
    for (const session of [slow, owner]) await session.close();
  });
});

/** As every client of a serializable database does. */
async function untilDone(call: () => Promise<unknown>): Promise<void> {
  for (;;) {
    try {
      await call();
      return;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === '40001')) throw error;
    }
  }
}
