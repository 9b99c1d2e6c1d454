import { Temporal } from 'temporal-polyfill';
import {
  checkedDays,
  checkedDuration,
  checkedList,
  checkedName,
  checkedNumber,
} from '../../src/constructs/checkedProps';
import { wholeDays } from '../../src/constructs/turnLength';

const duration = (text: string) => Temporal.Duration.from(text);

test('a name is as long as people see it, without blanks around it, and returned as it is', () => {
  expect(checkedName('name', ' a ', 1)).toBe(' a ');
  // Two halves of a surrogate pair are one character.
  expect(checkedName('name', '🙂', 1)).toBe('🙂');
  expect(() => checkedName('name', 'ab', 1)).toThrow(new Error("'name' ('ab') must have 1 to 1 characters"));
  expect(() => checkedName('owner', 'a'.repeat(256))).toThrow('must have 1 to 255 characters');
});

test.each(['\u0007', '\u200b', '\ue000', '\ud800', '\u2028', '\u2029'])('%j in a name is refused', (char) => {
  expect(() => checkedName('name', `a${char}b`)).toThrow(
    `'name' (${JSON.stringify(`a${char}b`)}) must be printable`,
  );
});

test('a number is whole and within its bounds, both included', () => {
  expect([checkedNumber('repeat', 0, 0, 9), checkedNumber('repeat', 9, 0, 9)]).toEqual([0, 9]);
  expect(() => checkedNumber('repeat', 10, 0, 9)).toThrow(new Error("'repeat' (10) must be between 0 and 9"));
  expect(() => checkedNumber('repeat', -1, 0, 9)).toThrow("'repeat' (-1) must be between 0 and 9");
  expect(() => checkedNumber('repeat', 0.5, 0, 9)).toThrow(
    new Error("'repeat' (0.5) must be a whole number"),
  );
});

test('a duration is a whole number of its unit, at least some', () => {
  expect(checkedDuration('waits', duration('PT1H'), 'minutes', 60)).toBe(60);
  expect(() => checkedDuration('waits', duration('PT90S'), 'minutes', 1)).toThrow(
    new Error("'waits' (PT90S) must be whole minutes"),
  );
  expect(() => checkedDuration('waits', duration('PT0S'), 'hours', 1)).toThrow(
    new Error("'waits' (PT0S) must be at least 1 hour"),
  );
  expect(() => checkedDuration('waits', duration('PT1H'), 'hours', 2)).toThrow(
    new Error("'waits' (PT1H) must be at least 2 hours"),
  );
});

test('days are different weekdays, at least one', () => {
  expect(() => checkedDays('days', [1, 7])).not.toThrow();
  for (const days of [[], [1, 1], [0], [8], [1, 2.5]]) {
    expect(() => checkedDays('days', days)).toThrow(
      new Error(`'days' ([${days.join(', ')}]) must be different weekdays from 1 to 7, at least one`),
    );
  }
});

test('a list has at least one entry and at most so many', () => {
  const list = ['a', 'b'];
  expect(checkedList('steps', list, 2)).toBe(list);
  expect(checkedList('steps', list)).toBe(list);
  expect(() => checkedList('steps', [])).toThrow(new Error("'steps' must not be empty"));
  expect(() => checkedList('steps', list, 1)).toThrow(new Error("'steps' (2) must have at most 1 entries"));
});

test.each([
  ['P1D', 1],
  ['P1W', 7],
  ['P1W3D', 10],
  ['P365D', 365],
])('a turn of %s is %d days', (turn, days) => {
  expect(wholeDays(duration(turn))).toBe(days);
});

test.each([
  ['PT24H', "'turn' (PT24H) must be whole days or weeks, at least one day"],
  ['P1DT1S', "'turn' (P1DT1S) must be whole days or weeks, at least one day"],
  ['P1M', "'turn' (P1M) must be whole days or weeks, at least one day"],
  ['PT0S', "'turn' (PT0S) must be whole days or weeks, at least one day"],
  ['P366D', "'turn' (366) must be between 1 and 365"],
])('a turn of %s is refused', (turn, message) => {
  expect(() => wholeDays(duration(turn))).toThrow(new Error(message));
});
