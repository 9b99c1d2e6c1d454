import { Temporal } from 'temporal-polyfill';
import { ticksOf } from '../../src/pictures/ticks';
import { timeScale } from '../../src/pictures/timeScale';

const ZONE = 'Asia/Kuala_Lumpur';

/** The labels of an axis from a local time on, with as many units as a day gets. */
function labels(from: string, hours: number, unitsPerDay: number) {
  const begin = Temporal.PlainDateTime.from(from).toZonedDateTime(ZONE).toInstant();
  const span = { from: begin, until: begin.add({ minutes: hours * 60 }) };
  const { upper, lower } = ticksOf(timeScale(span, 0, (hours / 24) * unitsPerDay), ZONE);
  return [upper, lower].map((ticks) => ticks.map(({ text }) => text).join(', '));
}

test.each([
  [200, '2026-12-31T20:00', 24, 'Thu 31 Dec 2026, Fri 1 Jan 2027', '00:00, 06:00, 12:00, 18:00'],
  [7200, '2026-12-08T03:00', 0.75, 'Tue 8 Dec 2026', '03:00, 03:10, 03:20, 03:30, 03:40'],
  [60, '2026-12-30T00:00', 72, 'Dec 2026, Jan 2027', 'Wed 30, Thu 31, Fri 1'],
  [30, '2026-11-30T09:00', 48, 'Nov 2026, Dec 2026', '30, 1, 2'],
  [10, '2026-12-21T00:00', 21 * 24, '2026, 2027', '21 Dec, 28 Dec, 4 Jan'],
  [5, '2026-12-21T00:00', 21 * 24, 'Dec 2026, Jan 2027', '21, 28, 4'],
])('days that are %i wide, from %s', (width, from, hours, upper, lower) => {
  expect(labels(from, hours, width)).toEqual([upper, lower]);
});
