import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { migrationSql } from '../../src/telemetry';
import type { Ledger } from '../../src/verbs/rehearse/connect/ledger';
import { suiteUnless } from '../suite';
import { Postgres, whyNoPostgres } from '../support/postgres';
import { addressOf, connected, PASSWORD } from './engines';
import { completeThrough, emptied, migrated, NOW, say, setClock, TELEMETRY } from './fixture';

jest.setTimeout(120_000);

suiteUnless(whyNoPostgres(), 'a migration, while others are at work', () => {
  let server: Postgres;
  let owner: Ledger;

  beforeAll(async () => {
    server = Postgres.start(PASSWORD);
    owner = await connected(addressOf(server));
  });
  afterAll(async () => {
    await owner?.close();
    server?.stop();
  });

  test('two first ones at once: the second one waits, and both end well', async () => {
    const sessions = await Promise.all([0, 1, 2].map(() => connected(addressOf(server))));
    await Promise.all(sessions.map((session) => session.run(migrationSql(TELEMETRY))));
    expect(await owner.query('SELECT id FROM watchbill.pipeline ORDER BY id')).toEqual([
      { id: 'growth' },
      { id: 'profit' },
      { id: 'quiet' },
    ]);
    for (const session of sessions) await session.close();
  });

  test.each([['0'], ['1']])(
    'psql, which sends one statement after the other, leaves nothing half where ON_ERROR_STOP is %s',
    async (stop) => {
      await owner.run('DROP DATABASE IF EXISTS half');
      await owner.run('CREATE DATABASE half');
      const broken = migrationSql(TELEMETRY).replace('\n-- Rights:', '\nSELECT 1 / 0;\n-- Rights:');
      const address = addressOf(server, 'half');
      const args = [address, '-X', '-v', `ON_ERROR_STOP=${stop}`];
      const { stderr } = spawnSync(join(server.programs, 'psql'), args, { input: broken, encoding: 'utf8' });
      expect(stderr).toMatch('division by zero');
      const half = await connected(address);
      expect(await half.query("SELECT to_regnamespace('watchbill') AS schema")).toEqual([{ schema: null }]);
      await half.close();
    },
  );

  test('first ones in several databases at once, which share the roles', async () => {
    const names = ['one', 'two', 'three', 'four'];
    for (const name of names) await owner.run(`CREATE DATABASE ${name}`);
    const pipelines = Array.from({ length: 40 }, (_, index) => `shared-${index}`);
    const sql = migrationSql({ ...TELEMETRY, pipelines: [...TELEMETRY.pipelines, ...pipelines] });
    const sessions = await Promise.all(names.map((name) => connected(addressOf(server, name))));
    const ended = await Promise.allSettled(sessions.map((session) => session.run(sql)));
    expect(ended.map(({ status }) => status)).toEqual(names.map(() => 'fulfilled'));
    for (const session of sessions) await session.close();
  });

  test('migrations while writers write: writers wait, and no report is lost', async () => {
    await migrated(owner);
    const days = ['2026-11-10', '2026-11-11', '2026-11-12', '2026-11-13', '2026-11-16'];
    const writers = await Promise.all([0, 1, 2, 3].map(() => connected(addressOf(server))));
    const reader = await connected(addressOf(server));
    for (const session of [...writers, reader]) await setClock(session, NOW);
    await emptied(owner);
    let writing = true;
    let told = 0;
    const work = Promise.all(
      writers.map(async (session, index) => {
        for (let round = 0; writing; round += 1) {
          for (const day of days) {
            const run = `${index}/${round}/${day}`;
            await say(session, `run_started('profit', '${run}', '${day}')`);
            await say(session, `metric_reported('profit', 'total', '${day}', ${round})`);
            await say(
              session,
              `run_finished('profit', '${run}', '${round % 3 === 0 ? 'failed' : 'succeeded'}')`,
            );
            told += 1;
          }
        }
      }),
    );
    const reading = (async () => {
      while (writing) expect(await reader.query('SELECT * FROM watchbill.gauge_deadline')).toHaveLength(1);
    })();
    for (let times = 0; times < 5 || told < 100; times += 1) await owner.run(migrationSql(TELEMETRY));
    writing = false;
    await Promise.all([work, reading]);
    expect(
      await owner.query(
        'SELECT count(*)::integer AS runs, count(outcome)::integer AS ended FROM watchbill.run',
      ),
    ).toEqual([{ runs: told, ended: told }]);
    expect(await completeThrough(owner)).toBe('2026-11-16');
    for (const session of [...writers, reader]) await session.close();
  });

  test('a report that is not yet committed is not waited for, and counts', async () => {
    await migrated(owner);
    const writer = await connected(addressOf(server));
    await setClock(writer, NOW);
    await writer.run('BEGIN');
    await say(writer, "run_finished('profit', 'a', 'succeeded', '2026-11-10')");
    const migration = owner.run(migrationSql(TELEMETRY));
    await say(writer, "run_finished('profit', 'b', 'succeeded', '2026-11-11')");
    await writer.run('COMMIT');
    await migration;
    expect(await completeThrough(owner)).toBe('2026-11-11');
    await writer.close();
  });
});
