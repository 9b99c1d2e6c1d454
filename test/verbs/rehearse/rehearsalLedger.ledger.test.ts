import { Temporal } from 'temporal-polyfill';
import { embeddedLedger } from '../../../src/verbs/rehearse/connect/embedded';
import type { Ledger } from '../../../src/verbs/rehearse/connect/ledger';
import { scratchLedger } from '../../../src/verbs/rehearse/connect/scratch';
import { RehearsalLedger } from '../../../src/verbs/rehearse/rehearsalLedger';
import { watchbill } from '../../cli/run';
import { suiteUnless } from '../../suite';
import { Postgres, whyNoPostgres } from '../../support/postgres';
import { addressOf, connected, PASSWORD } from '../../telemetry/engines';
import { reportedRows, TELEMETRY } from '../../telemetry/fixture';

jest.setTimeout(120_000);

const FIRST = Temporal.PlainDate.from('2026-11-10');
const at = (time: string) => Temporal.Instant.from(`${time}+08:00`);
const succeeded = {
  sql: 'SELECT watchbill.run_finished($1, $2, $3, $4)',
  values: ['profit', 'a', 'succeeded', '2026-11-10'],
};

/** What a rehearsal finds, and what it leaves, in a new database. */
function rehearsals(open: () => Promise<Ledger>): void {
  let connection: Ledger;
  let ledger: RehearsalLedger;
  beforeAll(async () => {
    connection = await open();
    ledger = await RehearsalLedger.open(connection, TELEMETRY);
  });
  afterAll(() => ledger?.close());

  const valuesAt = async (time: string) =>
    (await ledger.minutes('deadline', ['profit'], at(time), 1)).flat().map(({ value }) => value);
  /** Tuesday the 10th, reported on Wednesday at 9:30, which is half an hour late. */
  const rehearsed = () =>
    ledger.within(FIRST, ['profit'], async () => {
      const seen: (number | undefined)[] = [];
      for (const time of ['2026-11-11T09:00', '2026-11-11T09:30']) seen.push(...(await valuesAt(time)));
      await ledger.report(succeeded);
      seen.push(...(await valuesAt('2026-11-11T09:30')));
      return seen;
    });

  test('every rehearsal begins with the same ledger, and its clock stands where it is set', async () => {
    const before = await reportedRows(connection);
    for (let time = 0; time < 3; time += 1) expect(await rehearsed()).toEqual([0, 1800, 0]);
    expect(await reportedRows(connection)).toEqual(before);
  });

  test('one that throws, or whose report is refused, leaves nothing', async () => {
    const before = await reportedRows(connection);
    const broken = (work: () => Promise<void>) =>
      ledger.within(FIRST, ['profit'], async () => {
        await ledger.at(at('2026-11-11T09:00'));
        await ledger.report(succeeded);
        await work();
      });
    await expect(
      broken(() => {
        throw new Error('torn');
      }),
    ).rejects.toThrow('torn');
    await expect(
      broken(() => ledger.report({ ...succeeded, values: ['x', 'a', 'failed', null] })),
    ).rejects.toThrow("WB001: unknown pipeline 'x'");
    expect(await reportedRows(connection)).toEqual(before);
    expect(await rehearsed()).toEqual([0, 1800, 0]);
  });

  test('only the pipelines that are asked for are read; a minute without a series is empty', async () => {
    const read = (pipelines: readonly string[]) =>
      ledger.within(FIRST, pipelines, async () => {
        const before = await ledger.minutes('range', pipelines, at('2026-11-11T09:00'), 1);
        await ledger.report({
          sql: 'SELECT watchbill.metric_reported($1, $2, $3, $4)',
          values: ['growth', 'users', '2026-11-10', 7],
        });
        return [before, await ledger.minutes('range', pipelines, at('2026-11-11T09:01'), 2)];
      });
    const users = { metric: 'pipeline.metric.value', tags: ['pipeline:growth', 'metric:users'], value: 7 };
    expect(await read(['growth'])).toEqual([[[]], [[users], [users]]]);
    expect(await read(['profit', 'quiet'])).toEqual([[[]], [[], []]]);
    expect(await read([])).toEqual([[[]], [[], []]]);
  });

  test('a series has the tags of its gauge', async () => {
    const minutes = await ledger.within(FIRST, ['profit'], () =>
      ledger.minutes('deadline', ['profit'], at('2026-11-11T08:59:30'), 3),
    );
    const late = { metric: 'pipeline.deadline.overdue_seconds', tags: ['pipeline:profit', 'alert:late'] };
    expect(minutes).toEqual([[{ ...late, value: 0 }], [{ ...late, value: 30 }], [{ ...late, value: 90 }]]);
  });
}

describe('a rehearsal, embedded', () => rehearsals(embeddedLedger));

describe('a server that cannot be used is told in a line, and its password is not', () => {
  const rehearse = (address: string) => watchbill(['rehearse', 'aggregate-profit', '--database', address]);

  test('nobody listens', async () => {
    expect(await rehearse('postgresql://me:canary@127.0.0.1:1/team')).toEqual({
      code: 1,
      out: '',
      err: '--database: connect ECONNREFUSED 127.0.0.1:1\n  nothing was rehearsed\n',
    });
  });

  test.each(['canary', 'mysql://me:canary@127.0.0.1/team'])('no address: %s', async (address) => {
    const { code, out, err } = await rehearse(address);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^--database is not a PostgreSQL address .*\n {2}use postgresql:/);
    expect(err).not.toContain('canary');
  });

  test.each([
    ['postgres://me:canary@[/team', 'Invalid URL'],
    ['postgres://me:%ffcanary@127.0.0.1/team', 'URI malformed'],
  ])('an address that cannot be read: %s', async (address, why) => {
    const { code, out, err } = await rehearse(address);
    expect([code, out, err]).toEqual([1, '', `--database: ${why}\n  nothing was rehearsed\n`]);
  });
});

suiteUnless(whyNoPostgres(), 'a rehearsal, on a server', () => {
  let server: Postgres;
  let owner: Ledger;
  const databases = async () =>
    (await owner.query('SELECT datname FROM pg_database ORDER BY datname')).map(({ datname }) => datname);
  const own = ['postgres', 'team', 'template0', 'template1'];

  beforeAll(async () => {
    server = Postgres.start(PASSWORD);
    owner = await connected(addressOf(server));
    await owner.run('CREATE DATABASE team');
  });
  afterAll(async () => {
    try {
      expect(await databases()).toEqual(own);
    } finally {
      await owner?.close();
      server?.stop();
    }
  });

  describe('in a database of its own', () => rehearsals(() => scratchLedger(addressOf(server, 'team'))));

  test('the database that it is pointed at is not touched, and no other is left behind', async () => {
    const ledger = await scratchLedger(addressOf(server, 'team'));
    await RehearsalLedger.open(ledger, TELEMETRY);
    expect(await databases()).toHaveLength(own.length + 1);
    await ledger.close();
    const team = await connected(addressOf(server, 'team'));
    expect(await team.query("SELECT to_regnamespace('watchbill') AS schema")).toEqual([{ schema: null }]);
    await team.close();
    expect(await databases()).toEqual(own);
  });

  test('somebody who looks into it does not keep it', async () => {
    const ledger = await scratchLedger(addressOf(server, 'team'));
    const [row] = await ledger.query('SELECT current_database() AS name');
    const onlooker = await connected(addressOf(server, String(row?.['name'])));
    const gone = onlooker.query('SELECT pg_sleep(60)').catch((error: Error) => error.message);
    await ledger.close();
    expect(await gone).toMatch(/terminat/);
    expect(await databases()).toEqual(own);
  });

  test('whoever may not make a database is told so, and leaves nothing', async () => {
    await owner.run(`CREATE ROLE guest LOGIN PASSWORD '${PASSWORD}'`);
    await expect(scratchLedger(addressOf(server, 'team', 'guest'))).rejects.toThrow(
      'permission denied to create database',
    );
    await expect(scratchLedger(addressOf(server, 'nowhere'))).rejects.toThrow(
      'database "nowhere" does not exist',
    );
    expect(await databases()).toEqual(own);
  });

  test('watchbill rehearse says the same on a server as in its own process', async () => {
    const args = ['rehearse', 'aggregate-profit', 'not-complete-by-nine', '--json'];
    const [embedded, onServer] = [
      await watchbill(args),
      await watchbill([...args, '--database', addressOf(server, 'team')]),
    ];
    expect(onServer).toEqual(embedded);
    expect(JSON.parse(embedded.out)).toMatchObject({ rules: [{ alert: 'not-complete-by-nine' }] });
    expect(await databases()).toEqual(own);
  });

  describe('a connection that the server ends', () => {
    const end = (name: unknown) =>
      owner.query('SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = $1', [name]);
    const nameOf = async (ledger: Ledger) =>
      (await ledger.query('SELECT current_database() AS name'))[0]?.['name'];

    test('while it works on a statement: in the words of the server', async () => {
      const ledger = await scratchLedger(addressOf(server, 'team'));
      const name = await nameOf(ledger);
      const slept = ledger.query('SELECT pg_sleep(60)').catch((error: unknown) => error);
      const sleeping = "SELECT 1 FROM pg_stat_activity WHERE datname = $1 AND wait_event = 'PgSleep'";
      while ((await owner.query(sleeping, [name])).length === 0);
      await end(name);
      expect(await slept).toMatchObject({
        name: 'LedgerError',
        message: 'the connection was lost: terminating connection due to administrator command',
      });
      await ledger.close();
    });

    test('between two statements: the next one fails, whoever tells it', async () => {
      const ledger = await scratchLedger(addressOf(server, 'team'));
      // It waits until the other one is gone.
      expect(await end(await nameOf(ledger))).toEqual([{ pg_terminate_backend: true }]);
      await expect(ledger.run('SELECT 1')).rejects.toThrow(/^the connection was lost: ./);
      await ledger.close();
      expect(await databases()).toEqual(own);
    });

    test('a statement that is refused loses nothing', async () => {
      const ledger = await scratchLedger(addressOf(server, 'team'));
      await expect(ledger.run('SELECT 1 / 0')).rejects.toThrow(/^division by zero$/);
      expect(await ledger.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
      await ledger.close();
    });
  });

  test('a server that goes away in the middle of it is told in a line', async () => {
    let gone: Promise<void> | undefined;
    const { code, out, err } = await watchbill(
      ['rehearse', '--database', addressOf(server, 'team')],
      {},
      {
        progress: (text) => {
          if (!text.startsWith('2 of')) return;
          gone = owner.run(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname LIKE 'watchbill_rehearsal%'",
          );
        },
      },
    );
    await gone;
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^--database: the connection was lost: .+\n {2}nothing was rehearsed\n$/);
    expect(await databases()).toEqual(own);
  });

  test('Ctrl-C in the middle of it: the database is removed, and a second one would not be waited for', async () => {
    const seen: string[] = [];
    let press = () => {};
    let listens = false;
    const { code, out, err } = await watchbill(
      ['rehearse', 'aggregate-engagement', '--database', addressOf(server, 'team')],
      {},
      {
        onInterrupt: (listener) => {
          listens = true;
          press = listener;
          return () => {
            listens = false;
          };
        },
        progress: (text) => {
          seen.push(text);
          if (text.startsWith('2 of')) press();
        },
      },
    );
    expect([code, out, err]).toEqual([1, '', 'interrupted\n  nothing was rehearsed\n']);
    // Two of five were begun, and the line of progress is taken away.
    expect(seen.map((text) => text.slice(0, 4))).toEqual(['star', '1 of', '2 of', '']);
    expect(listens).toBe(false);
    expect(await databases()).toEqual(own);
  });
});
