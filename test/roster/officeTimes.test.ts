import { Temporal } from 'temporal-polyfill';
import { ownOffice, WEEKDAYS } from '../../src/catalog';
import { isOfficeTime, officeTimes } from '../../src/roster';
import { catalogOf, FILES } from '../stacks/xyzTech';

const OFFICE = ownOffice(catalogOf(FILES));
const at = (local: string) => Temporal.ZonedDateTime.from(`${local}[Asia/Kuala_Lumpur]`).toInstant();

test('working days alone, in local time, without holidays', () => {
  // Friday 25 December 2026 is Christmas.
  const spans = officeTimes(OFFICE, { from: at('2026-12-24T12:00'), until: at('2026-12-29T09:00') });
  expect(spans.map(({ from, until }) => `${from} ${until}`)).toEqual([
    '2026-12-24T01:00:00Z 2026-12-24T10:00:00Z',
    '2026-12-28T01:00:00Z 2026-12-28T10:00:00Z',
  ]);
});

test.each([
  ['2026-11-27T08:59:59', false],
  ['2026-11-27T09:00', true],
  ['2026-11-27T17:59:59', true],
  ['2026-11-27T18:00', false],
  ['2026-11-28T12:00', false],
  ['2026-12-25T12:00', false],
])('%s: %s', (local, expected) => {
  expect(isOfficeTime(OFFICE, at(local))).toBe(expected);
});

describe('where the clocks skip the beginning or the end', () => {
  const office = (timeZone: string, from: string, until: string) => ({
    ...OFFICE,
    timeZone,
    workingWeek: WEEKDAYS,
    calendar: { holidays: [], years: [] },
    officeHours: { from: Temporal.PlainTime.from(from), until: Temporal.PlainTime.from(until) },
  });
  // In London 01:00 becomes 02:00 on 28 March 2027 at 01:00Z, in Beirut 00:00 becomes 01:00 on the same day at 22:00Z before.
  test.each([
    ['Europe/London', '01:30', '09:00', '2027-03-28', ['2027-03-28T01:00:00Z 2027-03-28T08:00:00Z']],
    ['Europe/London', '00:15', '01:30', '2027-03-28', ['2027-03-28T00:15:00Z 2027-03-28T01:00:00Z']],
    ['Europe/London', '01:15', '01:45', '2027-03-28', []],
    ['Europe/London', '01:30', '09:00', '2027-03-29', ['2027-03-29T00:30:00Z 2027-03-29T08:00:00Z']],
    ['Asia/Beirut', '00:30', '08:00', '2027-03-28', ['2027-03-27T22:00:00Z 2027-03-28T05:00:00Z']],
  ])('%s, %s to %s on %s: the moment of the change', (zone, from, until, day, expected) => {
    const noon = Temporal.PlainDate.from(day)
      .toZonedDateTime({ timeZone: zone, plainTime: '00:00' })
      .toInstant();
    const span = { from: noon.subtract({ hours: 3 }), until: noon.add({ hours: 12 }) };
    const own = officeTimes(office(zone, from, until), span).filter(
      (each) => each.from.toZonedDateTimeISO(zone).toPlainDate().toString() === day,
    );
    expect(own.map((each) => `${each.from} ${each.until}`)).toEqual(expected);
  });
});
