import { Temporal } from 'temporal-polyfill';
import type { ShiftChange } from '../../../src/verbs/diff/changes';
import { seriesOf } from '../../../src/verbs/diff/series';

const ZONE = 'Europe/Berlin';
const at = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime(ZONE).toInstant();

/** A change from somebody to nobody, on a day in December 2026, or in another month. */
function change(day: string, from: string, until: string, id = 'ben', month = '2026-12'): ShiftChange {
  const span = { from: at(`${month}-${day}T${from}`), until: at(`${month}-${day}T${until}`) };
  const person = { id, name: id } as NonNullable<ShiftChange['before']>['onDuty'];
  const before = { ...span, onDuty: person, rostered: person, reason: 'rotation', absences: [] } as const;
  return { rotation: 'r', ...span, before, reason: 'nobody' };
}

/** Series as `first day, last day, every days, count`. */
const read = (changes: readonly ShiftChange[], why: (each: ShiftChange) => string = () => '') =>
  seriesOf(changes, ZONE, why).map(({ first, last, everyDays, count }) => {
    const day = (each: ShiftChange) => each.from.toZonedDateTimeISO(ZONE).toPlainDate().toString().slice(5);
    return `${day(first)} ${day(last)} ${everyDays} ${count}`;
  });

test('the same two people at the same time on following days are one; two days are two', () => {
  const days = ['01', '02', '03', '05', '06'].map((day) => change(day, '18:00', '19:00'));
  expect(read(days)).toEqual(['12-01 12-03 1 3', '12-05 12-05 undefined 1', '12-06 12-06 undefined 1']);
});

test('every week, and every day across the end of a year', () => {
  expect(read(['05', '12', '19'].map((day) => change(day, '10:00', '18:00')))).toEqual(['12-05 12-19 7 3']);
  expect(
    read([
      change('31', '18:00', '19:00'),
      change('01', '18:00', '19:00', 'ben', '2027-01'),
      change('02', '18:00', '19:00', 'ben', '2027-01'),
    ]),
  ).toEqual(['12-31 01-02 1 3']);
});

test('one that begins every day and one that ends every day lie between each other, in the order of their first', () => {
  const days = ['01', '02', '03'].flatMap((day) => [
    change(day, '11:00', '12:00', 'ann'),
    change(day, '17:00', '18:00'),
  ]);
  expect(read(days)).toEqual(['12-01 12-03 1 3', '12-01 12-03 1 3']);
  expect(seriesOf(days, ZONE, () => '').map(({ first }) => first.before?.onDuty.id)).toEqual(['ann', 'ben']);
});

test('what is no series stays in order of time; every second day is none', () => {
  const days = ['01', '02'].flatMap((day) => [
    change(day, '11:00', '12:00', 'ann'),
    change(day, '17:00', '18:00'),
  ]);
  expect(seriesOf(days, ZONE, () => '').map(({ first }) => first)).toEqual(days);
  expect(read(['01', '03', '05'].map((day) => change(day, '18:00', '19:00')))).toHaveLength(3);
});

test.each([
  ['another person', change('03', '18:00', '19:00', 'ann')],
  ['another beginning', change('03', '17:30', '19:00')],
  ['another end', change('03', '18:00', '19:30')],
])('%s ends a series', (_, third) => {
  const days = [change('01', '18:00', '19:00'), change('02', '18:00', '19:00'), third];
  expect(read([...days, change('04', '18:00', '19:00')])).toHaveLength(4);
});

test('another reason ends it, too', () => {
  const days = ['01', '02', '03'].map((day) => change(day, '18:00', '19:00'));
  expect(read(days, ({ from }) => (from.equals(days[2]?.from ?? from) ? 'a holiday' : ''))).toHaveLength(3);
});

test('a night is a series by its local times, across a change of the clocks', () => {
  const nights = ['23', '24', '25'].map((day, index) => ({
    ...change(day, '22:00', '23:00', 'ben', '2026-10'),
    until: at(`2026-10-${24 + index}T06:00`),
  }));
  expect(read(nights)).toEqual(['10-23 10-25 1 3']);
});
