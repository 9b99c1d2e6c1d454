import { ownOffice } from '../../src/catalog';
import { workingDayHolidays } from '../../src/roster';
import { catalogOf, instant } from './fixture';
import { MALAYSIA_2026, MALAYSIA_2027 } from './malaysia';

function days(asOf: string, horizonDays: number): string[] {
  const catalog = catalogOf({ people: {}, holidays: [...MALAYSIA_2026, ...MALAYSIA_2027], horizonDays });
  return workingDayHolidays(ownOffice(catalog), catalog.organization, instant(asOf)).map(String);
}

test("holidays and replacement days on days of the working week, today's included, the horizon's not", () => {
  // Saturday 21 and Sunday 22 March are no working days; the replacement, Monday 23, is one.
  expect(days('2026-02-18T15:00', 40)).toEqual(['2026-02-18', '2026-03-23']);
  expect(days('2026-02-18T15:00', 33)).toEqual(['2026-02-18']);
  expect(days('2026-02-19', 32)).toEqual([]);
  expect(days('2026-02-19', 33)).toEqual(['2026-03-23']);
  expect(days('2026-12-01', 60)).toEqual(['2026-12-25', '2027-01-01', '2027-01-22']);
});
