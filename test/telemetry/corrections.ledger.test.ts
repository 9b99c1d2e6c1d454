import { Temporal } from 'temporal-polyfill';
import type { Catalog, Holiday } from '../../src/catalog';
import { migrationSql, type Telemetry, telemetryOf } from '../../src/telemetry';
import { embeddedLedger } from '../../src/verbs/rehearse/connect/embedded';
import type { Ledger } from '../../src/verbs/rehearse/connect/ledger';
import { catalogOf, FILES } from '../stacks/xyzTech';
import { completeThrough, emptied, migrated, setClock, TELEMETRY } from './fixture';

jest.setTimeout(120_000);

const catalog = catalogOf(FILES);

/** The fixture's data with other days off, and a trend over two weeks. */
const withDaysOff = (...daysOff: string[]): Telemetry => ({
  ...TELEMETRY,
  calendar: { ...TELEMETRY.calendar, daysOff: daysOff.map((day) => Temporal.PlainDate.from(day)) },
  rules: [
    ...TELEMETRY.rules,
    { pipeline: 'quiet', alert: 'jump', kind: 'trend', metrics: ['net'], weeks: 2 },
  ],
});

describe('calendars and medians that are out of the ordinary', () => {
  let ledger: Ledger;

  beforeAll(async () => {
    ledger = await embeddedLedger();
    await migrated(ledger, withDaysOff('2026-11-09'));
  });
  beforeEach(async () => {
    await ledger.run(migrationSql(withDaysOff('2026-11-09')));
    await emptied(ledger);
  });
  afterAll(() => ledger?.close());

  const finished = async (date: string) => {
    await ledger.query('SELECT watchbill.run_finished($1, $2, $3, $4)', ['profit', date, 'succeeded', date]);
  };
  const overdueAt = async (moment: string) => {
    await setClock(ledger, moment);
    const [row] = await ledger.query("SELECT value FROM watchbill.gauge_deadline WHERE pipeline = 'profit'");
    return Number(row?.['value']);
  };

  test('a holiday before a weekend: what Thursday yields is due on Monday', async () => {
    await ledger.run(migrationSql(withDaysOff('2026-11-09', '2026-11-13')));
    for (const date of ['2026-11-10', '2026-11-11']) await finished(date);
    expect(await overdueAt('2026-11-16T09:00:00+08:00')).toBe(0);
    expect(await overdueAt('2026-11-16T09:01:00+08:00')).toBe(60);
    await finished('2026-11-12');
    // Friday was no business date, so Monday's is the next one, due on Tuesday.
    expect(await overdueAt('2026-11-17T09:00:00+08:00')).toBe(0);
    expect(await overdueAt('2026-11-17T09:00:30+08:00')).toBe(30);
  });

  test('a holiday on a rest day before the last day of the weekend moves to Sunday, in the ledger too', async () => {
    const onFriday: Holiday = {
      ...(catalog.holidays[0] as Holiday),
      id: 'friday',
      date: Temporal.PlainDate.from('2027-12-24'),
    };
    const of: Catalog = {
      ...catalog,
      holidays: [onFriday],
      organization: {
        ...catalog.organization,
        workingWeek: ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday'],
        restDays: ['friday'],
      },
    };
    await ledger.run(migrationSql(telemetryOf(of)));
    const rows = await ledger.query(
      "SELECT day::text FROM watchbill.working_day WHERE day BETWEEN '2027-12-23' AND '2027-12-28' ORDER BY day",
    );
    expect(rows.map(({ day }) => day)).toEqual(['2027-12-23', '2027-12-27', '2027-12-28']);
  });

  test('an expected holiday that was a day later: the days off change, and what is complete stays so', async () => {
    // Nobody worked on the 9th, which was expected to be off; the run of the 10th succeeded.
    await finished('2026-11-10');
    expect(await completeThrough(ledger)).toBe('2026-11-10');
    await ledger.run(migrationSql(withDaysOff('2026-11-10')));
    expect(await completeThrough(ledger)).toBe('2026-11-10');
    expect(await overdueAt('2026-11-11T12:00:00+08:00')).toBe(0);
    await finished('2026-11-11');
    expect(await completeThrough(ledger)).toBe('2026-11-11');
  });

  test('an expected holiday that was none: its date is due on the next working day, unless a later one is complete', async () => {
    expect(await overdueAt('2026-11-10T09:00:10+08:00')).toBe(0);
    await ledger.run(migrationSql(withDaysOff()));
    expect(await overdueAt('2026-11-10T09:00:10+08:00')).toBe(10);
    await finished('2026-11-09');
    expect(await overdueAt('2026-11-10T09:00:10+08:00')).toBe(0);
  });

  test('a day that became a holiday after the fact is not expected any more', async () => {
    await finished('2026-11-10');
    expect(await overdueAt('2026-11-12T09:00:10+08:00')).toBe(10);
    await ledger.run(migrationSql(withDaysOff('2026-11-09', '2026-11-11')));
    expect(await overdueAt('2026-11-12T09:00:10+08:00')).toBe(0);
  });

  test.each([
    [-5, -100],
    [5, 100],
    [0, 0],
  ])('%d after a median of zero is %d per cent', async (newest, expected) => {
    for (const [date, value] of [
      ['2026-11-09', 0],
      ['2026-11-16', 0],
      ['2026-11-23', newest],
    ] as const) {
      await ledger.query('SELECT watchbill.metric_reported($1, $2, $3, $4)', ['quiet', 'net', date, value]);
    }
    const [row] = await ledger.query("SELECT value FROM watchbill.gauge_trend WHERE pipeline = 'quiet'");
    expect(row?.['value']).toBe(expected);
  });
});
