import type { Telemetry } from '../../src/telemetry';
import { type Database, onEachEngine } from './engines';
import { emptied, migrated, say, TELEMETRY } from './fixture';

jest.setTimeout(120_000);

const EDGES: Telemetry = {
  ...TELEMETRY,
  rules: [
    { pipeline: 'growth', alert: 'sudden', kind: 'trend', metrics: ['users'], weeks: 2 },
    { pipeline: 'growth', alert: 'slow', kind: 'duration', metrics: [] },
  ],
};

/** The clock stands at Monday 23 November 2026, 10:00. */
onEachEngine('a gauge at its edge', (open) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
    await migrated(database.owner, EDGES);
  });
  beforeEach(() => emptied(database.owner));
  afterAll(() => database?.close());

  const value = async (gauge: string) => {
    const rows = await database.owner.query(`SELECT value FROM watchbill.gauge_${gauge}`);
    return rows.map((row) => row['value']);
  };

  test('the median of an even number of weeks lies between the two in the middle', async () => {
    for (const [day, users] of [
      ['2026-11-09', 10],
      ['2026-11-16', 20],
      ['2026-11-23', 18],
    ])
      await say(database.owner, `metric_reported('growth', 'users', '${day}', ${users})`);
    // 18 is a fifth more than 15.
    expect(await value('trend')).toEqual([expect.closeTo(20, 9)]);
  });

  test('a fall below a median that is negative is a fall', async () => {
    for (const [day, users] of [
      ['2026-11-09', -10],
      ['2026-11-16', -10],
      ['2026-11-23', -15],
    ])
      await say(database.owner, `metric_reported('growth', 'users', '${day}', ${users})`);
    expect(await value('trend')).toEqual([expect.closeTo(-50, 9)]);
  });

  test('a run that died is healed by one that started in the same moment', async () => {
    const started = (run: string, day: string, at: string) =>
      say(database.owner, `run_started('growth', '${run}', '${day}', '2026-11-23T${at}+08:00')`);
    const succeeded = (run: string) => say(database.owner, `run_finished('growth', '${run}', 'succeeded')`);
    await started('died', '2026-11-20', '08:00');
    expect(await value('duration')).toEqual([7200]);
    // The newest date's run began earlier, so that it cannot heal.
    await started('newest', '2026-11-23', '07:00');
    await succeeded('newest');
    expect(await value('duration')).toEqual([7200]);
    await started('again', '2026-11-20', '08:00');
    await succeeded('again');
    expect(await value('duration')).toEqual([0]);
  });
});
