import { Temporal } from 'temporal-polyfill';
import type { Catalog, Holiday } from '../../src/catalog';
import { holidayDays, isWorkingDay } from '../../src/roster';
import { migrationSql, telemetryOf } from '../../src/telemetry';
import { embeddedLedger } from '../../src/verbs/rehearse/connect/embedded';
import type { Ledger } from '../../src/verbs/rehearse/connect/ledger';
import { catalogOf, FILES } from '../stacks/xyzTech';

jest.setTimeout(120_000);

const catalog = catalogOf(FILES);
const christmas = ['2027-12-25', '2027-12-26'].map(
  (date): Holiday => ({
    ...(catalog.holidays[0] as Holiday),
    id: date,
    date: Temporal.PlainDate.from(date),
  }),
);

const variant = (restDays: Catalog['organization']['restDays'], holidays = catalog.holidays): Catalog => ({
  ...catalog,
  holidays,
  organization: { ...catalog.organization, restDays },
});

describe('working days in the ledger', () => {
  let ledger: Ledger;
  beforeAll(async () => {
    ledger = await embeddedLedger();
  });
  afterAll(() => ledger?.close());

  const workingDays = async (of: Catalog) => {
    await ledger.run(migrationSql(telemetryOf(of)));
    const rows = await ledger.query('SELECT day::text FROM watchbill.working_day ORDER BY day');
    return rows.map(({ day }) => String(day));
  };

  test.each([
    ['sunday', variant(['sunday'])],
    ['none', variant([])],
    ['both days of the weekend', variant(['saturday', 'sunday'])],
  ])('rest days: %s: the same days as in the roster, replacement days too', async (_, of) => {
    const { calendar } = telemetryOf(of);
    const off = holidayDays(of.holidays, of.organization);
    const expected: string[] = [];
    for (
      let day = calendar.from;
      Temporal.PlainDate.compare(day, calendar.until) <= 0;
      day = day.add({ days: 1 })
    ) {
      if (isWorkingDay(day, of.organization, off)) expected.push(day.toString());
    }
    expect(await workingDays(of)).toEqual(expected);
  });

  test('Christmas on a weekend in London: Monday and Tuesday are off', async () => {
    const days = await workingDays(variant(['saturday', 'sunday'], christmas));
    expect(days.filter((day) => day > '2027-12-23')).toEqual([
      '2027-12-24',
      '2027-12-29',
      '2027-12-30',
      '2027-12-31',
    ]);
  });
});
