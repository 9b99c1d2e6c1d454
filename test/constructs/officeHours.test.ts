import { Temporal } from 'temporal-polyfill';
import { downtimeLength, firstOffHours, type IsoWeekday, offHours, weeklyRule } from '../../src/constructs';

const time = (text: string) => Temporal.PlainTime.from(text);
const stretches = (workingWeek: IsoWeekday[], from: string, until: string) =>
  offHours({ workingWeek, from: time(from), until: time(until) }).map(({ days, length }) => [
    weeklyRule(days),
    downtimeLength(length),
  ]);

test('Monday to Friday, nine to six: fifteen hours a night, and the weekend from Friday on', () => {
  expect(stretches([1, 2, 3, 4, 5], '09:00', '18:00')).toEqual([
    ['FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,TU,WE,TH', '15h'],
    ['FREQ=WEEKLY;INTERVAL=1;BYDAY=FR', '63h'],
  ]);
});

test('Sunday to Thursday in any order, half hours, a single working day, a whole week', () => {
  expect(stretches([7, 1, 2, 3, 4], '08:30', '17:00')).toEqual([
    ['FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,TU,WE,SU', '930m'],
    ['FREQ=WEEKLY;INTERVAL=1;BYDAY=TH', '3810m'],
  ]);
  expect(stretches([3], '09:00', '17:00')).toEqual([['FREQ=WEEKLY;INTERVAL=1;BYDAY=WE', '160h']]);
  expect(stretches([1, 2, 3, 4, 5, 6, 7], '09:00', '18:00')).toEqual([
    ['FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,TU,WE,TH,FR,SA,SU', '15h'],
  ]);
});

test('the first beginning is never before the earliest', () => {
  const first = (earliest: string) =>
    `${firstOffHours([5], time('18:00'), Temporal.PlainDateTime.from(earliest))}`;
  expect(first('2026-11-23T00:00')).toBe('2026-11-27T18:00:00');
  expect(first('2026-11-27T18:00')).toBe('2026-11-27T18:00:00');
  expect(first('2026-11-27T18:01')).toBe('2026-12-04T18:00:00');
});
