import { Temporal } from 'temporal-polyfill';
import { repeatText, seriesOf } from '../../src/time/series';
import type { Span } from '../../src/time/span';

const ZONE = 'Europe/Berlin';
const at = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime(ZONE).toInstant();

interface Time extends Span {
  readonly id: string;
}

/** A time on a day in December 2026, or in another month. */
function time(day: string, from: string, until: string, id = 'ben', month = '2026-12'): Time {
  return { id, from: at(`${month}-${day}T${from}`), until: at(`${month}-${day}T${until}`) };
}

/** Series as `first day, last day, every days, count`. */
const read = (times: readonly Time[], kindOf: (each: Time) => string = ({ id }) => id) =>
  seriesOf(times, ZONE, kindOf).map(({ first, last, everyDays, count }) => {
    const day = (each: Time) => each.from.toZonedDateTimeISO(ZONE).toPlainDate().toString().slice(5);
    return `${day(first)} ${day(last)} ${everyDays} ${count}`;
  });

test('the same two people at the same time on following days are one; two days are two', () => {
  const days = ['01', '02', '03', '05', '06'].map((day) => time(day, '18:00', '19:00'));
  expect(read(days)).toEqual(['12-01 12-03 1 3', '12-05 12-05 undefined 1', '12-06 12-06 undefined 1']);
});

test('in words: how often and until when, with the year only if it is another', () => {
  const weeks = ['05', '12', '19'].map((day) => time(day, '10:00', '18:00'));
  const texts = (times: readonly Time[]) =>
    seriesOf(times, ZONE, () => '').map((each) => repeatText(each, ZONE));
  expect(texts(weeks)).toEqual(['each week to Sat 19 Dec']);
  expect(texts(weeks.slice(1))).toEqual(['', '']);
  const newYear = [
    time('31', '18:00', '19:00'),
    ...['01', '02'].map((day) => time(day, '18:00', '19:00', 'ben', '2027-01')),
  ];
  expect(texts(newYear)).toEqual(['each day to Sat 2 Jan 2027']);
});

test('every week, and every day across the end of a year', () => {
  expect(read(['05', '12', '19'].map((day) => time(day, '10:00', '18:00')))).toEqual(['12-05 12-19 7 3']);
  expect(
    read([
      time('31', '18:00', '19:00'),
      time('01', '18:00', '19:00', 'ben', '2027-01'),
      time('02', '18:00', '19:00', 'ben', '2027-01'),
    ]),
  ).toEqual(['12-31 01-02 1 3']);
});

test('one that begins every day and one that ends every day lie between each other, in the order of their first', () => {
  const days = ['01', '02', '03'].flatMap((day) => [
    time(day, '11:00', '12:00', 'ann'),
    time(day, '17:00', '18:00'),
  ]);
  expect(read(days)).toEqual(['12-01 12-03 1 3', '12-01 12-03 1 3']);
  expect(seriesOf(days, ZONE, ({ id }) => id).map(({ first }) => first.id)).toEqual(['ann', 'ben']);
});

test('what is no series stays in order of time; every second day is none', () => {
  const days = ['01', '02'].flatMap((day) => [
    time(day, '11:00', '12:00', 'ann'),
    time(day, '17:00', '18:00'),
  ]);
  expect(seriesOf(days, ZONE, ({ id }) => id).map(({ first }) => first)).toEqual(days);
  expect(read(['01', '03', '05'].map((day) => time(day, '18:00', '19:00')))).toHaveLength(3);
});

test.each([
  ['another person', time('03', '18:00', '19:00', 'ann')],
  ['another beginning', time('03', '17:30', '19:00')],
  ['another end', time('03', '18:00', '19:30')],
])('%s ends a series', (_, third) => {
  const days = [time('01', '18:00', '19:00'), time('02', '18:00', '19:00'), third];
  expect(read([...days, time('04', '18:00', '19:00')])).toHaveLength(4);
});

test('another reason ends it, too', () => {
  const days = ['01', '02', '03'].map((day) => time(day, '18:00', '19:00'));
  expect(read(days, ({ from }) => (from.equals(days[2]?.from ?? from) ? 'a holiday' : ''))).toHaveLength(3);
});

test('a night is a series by its local times, across a change of the clocks', () => {
  const nights = ['23', '24', '25'].map((day, index) => ({
    ...time(day, '22:00', '23:00', 'ben', '2026-10'),
    until: at(`2026-10-${24 + index}T06:00`),
  }));
  expect(read(nights)).toEqual(['10-23 10-25 1 3']);
});
