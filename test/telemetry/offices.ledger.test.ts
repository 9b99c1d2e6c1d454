import { Temporal } from 'temporal-polyfill';
import { migrationSql, type Telemetry } from '../../src/telemetry';
import { type Database, onEachEngine } from './engines';
import { emptied, migrated, say, setClock, TELEMETRY } from './fixture';

jest.setTimeout(120_000);

const deadline = (pipeline: string): Telemetry['rules'][number] => ({
  pipeline,
  alert: 'late',
  kind: 'deadline',
  metrics: [],
  by: Temporal.PlainTime.from('09:00'),
});

/** `profit` belongs to Kuala Lumpur, where Monday 9 November is off; `west` to New York, with Wednesday the 11th off. */
const TWO_OFFICES: Telemetry = {
  ...TELEMETRY,
  pipelines: ['profit', 'west'],
  rules: [deadline('profit'), deadline('west')],
  offices: [
    {
      id: 'new-york',
      timeZone: 'America/New_York',
      calendar: { ...TELEMETRY.calendar, daysOff: [Temporal.PlainDate.from('2026-11-11')] },
      pipelines: ['west'],
    },
  ],
};

/** An office that works every day. */
const dubai = (pipeline: string) => ({
  id: 'dubai',
  timeZone: 'Asia/Dubai',
  calendar: { ...TELEMETRY.calendar, workingWeek: [1, 2, 3, 4, 5, 6, 7], daysOff: [] },
  pipelines: [pipeline],
});

onEachEngine('a pipeline of another office', (open) => {
  let database: Database;

  beforeAll(async () => {
    database = await open();
    await migrated(database.owner, TWO_OFFICES);
  });
  beforeEach(async () => {
    await database.owner.run(migrationSql(TWO_OFFICES));
    await emptied(database.owner);
  });
  afterAll(() => database?.close());

  const overdue = async (at: string) => {
    await setClock(database.owner, at);
    const rows = await database.owner.query(
      'SELECT pipeline, value FROM watchbill.gauge_deadline ORDER BY pipeline',
    );
    return rows.map(({ pipeline, value }) => `${pipeline} ${value}`);
  };

  test('is due on the working days and by the clock of its office', async () => {
    // Complete up to Friday 6 November. West's Monday the 9th is due on Tuesday at 09:00 in New York (14:00 UTC);
    // in Kuala Lumpur the 9th is off, so Tuesday's is due on Wednesday at 09:00 (01:00 UTC).
    expect(await overdue('2026-11-10T14:00:00Z')).toEqual(['profit 0', 'west 0']);
    expect(await overdue('2026-11-10T14:01:00Z')).toEqual(['profit 0', 'west 60']);
    expect(await overdue('2026-11-11T01:00:10Z')).toEqual(['profit 10', `west ${11 * 3600 + 10}`]);
  });

  test('what is complete moves on by the days of its office', async () => {
    await setClock(database.owner, '2026-11-12T20:00:00Z');
    for (const day of ['2026-11-09', '2026-11-10', '2026-11-12'])
      await say(database.owner, `run_finished('west', '${day}', 'succeeded', '${day}')`);
    const [row] = await database.owner.query(
      "SELECT complete_through::text FROM watchbill.completeness WHERE pipeline = 'west'",
    );
    expect(row).toEqual({ complete_through: '2026-11-12' });
  });

  test('takes a business date of its own day, and none of tomorrow', async () => {
    // 01:00 on the 24th in Kuala Lumpur is still noon of the 23rd in New York.
    await setClock(database.owner, '2026-11-23T17:00:00Z');
    await say(database.owner, "run_started('profit', 'a', '2026-11-24')");
    await expect(say(database.owner, "run_started('west', 'a', '2026-11-24')")).rejects.toThrow('WB003');
  });

  test('goes by the days of its own office, not by those on which another works', async () => {
    const offices = [...(TWO_OFFICES.offices ?? []), dubai('profit')];
    await database.owner.run(migrationSql({ ...TWO_OFFICES, offices }));
    // Saturday the 7th counts in Dubai, and is due there on Sunday at 09:00 (05:00 UTC), 57 hours before.
    expect(await overdue('2026-11-10T14:00:10Z')).toEqual([`profit ${57 * 3600 + 10}`, 'west 10']);
  });

  test('goes by its new office once it has moved', async () => {
    await database.owner.run(migrationSql({ ...TWO_OFFICES, offices: [dubai('west')] }));
    expect(await overdue('2026-11-10T14:00:10Z')).toEqual(['profit 0', `west ${57 * 3600 + 10}`]);
  });

  test('has no value once the calendar of its office has ended, whatever the other calendars know', async () => {
    const [office] = TWO_OFFICES.offices ?? [];
    if (office === undefined) throw new Error('there is an office');
    const until = Temporal.PlainDate.from('2026-11-13');
    const short = { ...office, calendar: { ...office.calendar, until } };
    await database.owner.run(migrationSql({ ...TWO_OFFICES, offices: [short] }));
    await setClock(database.owner, '2026-11-13T20:00:00Z');
    for (const day of ['2026-11-09', '2026-11-10', '2026-11-12', '2026-11-13'])
      await say(database.owner, `run_finished('west', '${day}', 'succeeded', '${day}')`);
    const west = async (at: string) => (await overdue(at)).filter((text) => text.startsWith('west'));
    // Midnight in New York is 05:00 UTC.
    expect(await west('2026-11-14T04:59:59Z')).toEqual(['west 0']);
    expect(await west('2026-11-14T05:00:00Z')).toEqual([]);
  });

  test("a second migration writes nothing, and one without the office goes back to the organization's", async () => {
    const rows = () =>
      database.owner.query(
        'SELECT office, count(*)::integer AS days, min(xmin::text) AS by FROM watchbill.office_day GROUP BY office',
      );
    const before = await rows();
    expect(before).toMatchObject([{ office: 'new-york', days: 260 }]);
    await database.owner.run(migrationSql(TWO_OFFICES));
    expect(await rows()).toEqual(before);
    const { offices: _gone, ...own } = TWO_OFFICES;
    await database.owner.run(migrationSql(own));
    expect(await rows()).toEqual([]);
    expect(await overdue('2026-11-10T14:01:00Z')).toEqual(['profit 0', 'west 0']);
  });
});
