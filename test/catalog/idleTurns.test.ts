import { Temporal } from 'temporal-polyfill';
import type { Hours, Person, Rotation } from '../../src/catalog';
import { checkIdleTurns } from '../../src/catalog/read/idleTurns';
import { Reading } from '../../src/catalog/read/reading';

const source = { file: 'data/rotations.yaml', line: 5, column: 7 };
const DAYS: Hours['days'] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];

/** The ids of people whom the warning names; turns are handed off at nine, from Monday 5 January 2026 on. */
function idle(people: number, turnDays: number, days: Hours['days'], from: string, until: string): string[] {
  const order = Array.from({ length: people }, (_, index) => ({ id: `p${index}` }) as Person);
  const reading = new Reading(new Map(), 'data');
  const shape = {
    turnDays,
    hours: { days, from: Temporal.PlainTime.from(from), until: Temporal.PlainTime.from(until) },
    handOff: { day: 'monday', at: Temporal.PlainTime.from('09:00') },
  };
  const version = { from: Temporal.PlainDate.from('2026-01-05'), order, source };
  checkIdleTurns(reading, { ...shape, id: 'late', versions: [version] } as unknown as Rotation);
  // What the last version says itself counts as what its rotation says.
  const other = { turnDays: 7, handOff: { day: 'sunday', at: Temporal.PlainTime.from('00:00') } };
  checkIdleTurns(reading, {
    ...other,
    id: 'late',
    versions: [{ ...version, ...shape }],
  } as unknown as Rotation);
  const [told, again] = reading.problems.diagnostics;
  expect(told?.severity ?? 'warning').toBe('warning');
  expect(again).toEqual(told);
  return told?.message.match(/p\d+/g) ?? [];
}

test.each<[string, string[], Parameters<typeof idle>]>([
  ['seven with daily turns: the last two have the weekend', ['p5', 'p6'], [7, 1, DAYS, '09:00', '18:00']],
  // Friday's window ends on Saturday at nine, when the next turn begins.
  ['nights that end with the hand-off', ['p5', 'p6'], [7, 1, DAYS, '18:00', '09:00']],
  // And a minute later it reaches into the turn of Saturday.
  ['nights that last a minute longer', ['p6'], [7, 1, DAYS, '18:00', '09:01']],
  // Monday's early hours are within Sunday's turn.
  ['early hours before the hand-off', ['p4', 'p5'], [7, 1, DAYS, '06:00', '09:00']],
  ['four with daily turns have every weekday in turn', [], [4, 1, ['saturday'], '10:00', '12:00']],
  ['whole weeks always meet the hours', [], [3, 7, ['saturday'], '10:00', '12:00']],
  ['a hand-off outside the hours is as it should be', [], [3, 7, DAYS, '20:00', '22:00']],
  [
    'fourteen with daily turns and one day',
    ['p0', 'p1', 'p2', 'p3', 'p4', 'p6', 'p7', 'p8', 'p9', 'p10', 'p11', 'p13'],
    [14, 1, ['saturday'], '10:00', '12:00'],
  ],
])('%s', (_, expected, args) => {
  expect(idle(...args)).toEqual(expected);
});
