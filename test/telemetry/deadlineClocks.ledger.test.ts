import { Temporal } from 'temporal-polyfill';
import { ownOffice, WEEKDAYS } from '../../src/catalog';
import { scenarioOf } from '../../src/verbs/rehearse/scenario/scenarioOf';
import { catalogOf, FILES } from '../stacks/xyzTech';
import { type Database, onEachEngine } from './engines';
import { emptied, migrated, setClock, TELEMETRY } from './fixture';

jest.setTimeout(120_000);

/** Local deadlines around changes of the clocks, and when they pass. */
const DEADLINES: readonly (readonly [zone: string, day: string, by: string, passes: string])[] = [
  // Clocks go back from 03:00 to 02:00: what occurs twice is due the first time.
  ['Europe/Berlin', '2026-10-25', '01:59', '2026-10-24T23:59:00Z'],
  ['Europe/Berlin', '2026-10-25', '02:00', '2026-10-25T00:00:00Z'],
  ['Europe/Berlin', '2026-10-25', '02:30', '2026-10-25T00:30:00Z'],
  ['Europe/Berlin', '2026-10-25', '03:00', '2026-10-25T02:00:00Z'],
  ['Europe/Berlin', '2026-10-25', '09:00', '2026-10-25T08:00:00Z'],
  ['Europe/Berlin', '2026-10-26', '02:30', '2026-10-26T01:30:00Z'],
  // And forward from 02:00 to 03:00: what is skipped is due at the change.
  ['Europe/Berlin', '2027-03-28', '01:59', '2027-03-28T00:59:00Z'],
  ['Europe/Berlin', '2027-03-28', '02:00', '2027-03-28T01:00:00Z'],
  ['Europe/Berlin', '2027-03-28', '02:30', '2027-03-28T01:00:00Z'],
  ['Europe/Berlin', '2027-03-28', '03:00', '2027-03-28T01:00:00Z'],
  ['Europe/Berlin', '2027-03-28', '03:30', '2027-03-28T01:30:00Z'],
  // Half an hour.
  ['Australia/Lord_Howe', '2026-10-04', '02:15', '2026-10-03T15:30:00Z'],
  ['Australia/Lord_Howe', '2027-04-04', '01:45', '2027-04-03T14:45:00Z'],
  // At midnight, and so back into the day before.
  ['Asia/Beirut', '2027-03-28', '00:00', '2027-03-27T22:00:00Z'],
  ['Asia/Beirut', '2027-03-28', '00:59', '2027-03-27T22:00:00Z'],
  ['Asia/Beirut', '2026-10-24', '23:30', '2026-10-24T20:30:00Z'],
  ['Asia/Beirut', '2026-10-25', '00:00', '2026-10-24T22:00:00Z'],
  ['America/New_York', '2026-11-01', '01:30', '2026-11-01T05:30:00Z'],
  ['America/New_York', '2027-03-14', '02:30', '2027-03-14T07:00:00Z'],
  ['Asia/Kuala_Lumpur', '2026-11-24', '09:00', '2026-11-24T01:00:00Z'],
];

onEachEngine('a deadline where clocks change', (open) => {
  let database: Database;

  beforeAll(async () => {
    database = await open();
    const calendar = {
      workingWeek: [1, 2, 3, 4, 5, 6, 7],
      from: Temporal.PlainDate.from('2026-01-01'),
      until: Temporal.PlainDate.from('2027-12-31'),
      daysOff: [],
    };
    await migrated(database.owner, { ...TELEMETRY, calendar });
    await emptied(database.owner);
  });
  afterAll(() => database?.close());

  /** By how many seconds it is overdue at a moment, in sessions of several zones. */
  const overdue = async (at: Temporal.Instant) => {
    await setClock(database.owner, at.toString());
    const seen: unknown[] = [];
    for (const session of ['UTC', 'Europe/Berlin', 'America/New_York']) {
      await database.owner.run(`SET TIME ZONE '${session}'`);
      seen.push((await database.owner.query('SELECT value FROM watchbill.gauge_deadline'))[0]?.['value']);
    }
    return [...new Set(seen)];
  };

  test.each(DEADLINES)('%s, %s by %s passes at %s', async (zone, day, by, passes) => {
    const through = Temporal.PlainDate.from(day).subtract({ days: 2 }).toString();
    await database.owner.query('UPDATE watchbill.setting SET time_zone = $1', [zone]);
    await database.owner.query('UPDATE watchbill.rule SET by_time = $1 WHERE by_time IS NOT NULL', [by]);
    await database.owner.query('UPDATE watchbill.completeness SET complete_through = $1', [through]);
    const moment = Temporal.Instant.from(passes);
    expect(await overdue(moment)).toEqual([0]);
    expect(await overdue(moment.add({ seconds: 1 }))).toEqual([1]);
    expect(await overdue(moment.add({ hours: 3 }))).toEqual([3 * 3600]);
  });

  test.each(DEADLINES)('%s, %s by %s: a rehearsal breaks it at %s', (timeZone, day, by, passes) => {
    const catalog = catalogOf(FILES);
    const organization = { ...catalog.organization, timeZone, workingWeek: WEEKDAYS };
    const rule = catalog.pipelines
      .flatMap(({ runbook }) => runbook?.alerts ?? [])
      .flatMap((each) => (each.kind === 'deadline' ? [{ ...each, by: Temporal.PlainTime.from(by) }] : []))[0];
    if (rule === undefined) throw new Error('no deadline');
    const from = Temporal.PlainDate.from(day).toZonedDateTime(timeZone).toInstant();
    const { begins } = scenarioOf(
      { pipeline: 'aggregate-profit', rule },
      ownOffice({ organization, holidays: [], holidayYears: [] }),
      from,
    );
    expect(begins.toString()).toBe(Temporal.Instant.from(passes).toString());
  });
});
