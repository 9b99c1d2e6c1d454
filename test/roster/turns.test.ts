import { HandOffs } from '../../src/roster/handOffs';
import { type Turn, Turns } from '../../src/roster/turns';
import { catalogOf, type FixtureSpec, instant, local, present } from './fixture';

const PEOPLE = { aidil: [], thiru: [], choo: [], spencer: [] };
const PROFIT = {
  id: 'profit',
  versions: [{ from: '2026-01-05', order: ['aidil', 'thiru', 'choo', 'spencer'] }],
};
const GROWTH = {
  id: 'growth',
  versions: [{ from: '2026-01-05', order: ['spencer', 'choo', 'aidil', 'thiru'] }],
};

function turnsOf(spec: Omit<FixtureSpec, 'people'>): Turns {
  const catalog = catalogOf({ people: PEOPLE, ...spec });
  const { timeZone } = catalog.organization;
  return new Turns(present(catalog.rotations[0]), (at) => new HandOffs(timeZone, at));
}

/** Some turns one after the other, as `local beginning, person`. */
function list(turns: Turns, count: number, first: Turn = turns.first(), timeZone?: string): string[] {
  const texts: string[] = [];
  for (let turn = first; texts.length < count; turn = turns.next(turn)) {
    texts.push(`${local(turn.span.from, timeZone)} ${turn.rostered.id}`);
  }
  return texts;
}

test("the weeks of the team's document", () => {
  expect(list(turnsOf({ rotations: [PROFIT] }), 5)).toEqual([
    '2026-01-05T09:00 aidil',
    '2026-01-12T09:00 thiru',
    '2026-01-19T09:00 choo',
    '2026-01-26T09:00 spencer',
    '2026-02-02T09:00 aidil',
  ]);
  expect(list(turnsOf({ rotations: [GROWTH] }), 5)).toEqual([
    '2026-01-05T09:00 spencer',
    '2026-01-12T09:00 choo',
    '2026-01-19T09:00 aidil',
    '2026-01-26T09:00 thiru',
    '2026-02-02T09:00 spencer',
  ]);
});

test.each([
  [1, ['2026-01-05T09:00 aidil', '2026-01-06T09:00 thiru', '2026-01-07T09:00 choo']],
  [3, ['2026-01-05T09:00 aidil', '2026-01-08T09:00 thiru', '2026-01-11T09:00 choo']],
  [14, ['2026-01-05T09:00 aidil', '2026-01-19T09:00 thiru', '2026-02-02T09:00 choo']],
])('turns of %s days', (turnDays, expected) => {
  expect(list(turnsOf({ rotations: [{ ...PROFIT, turnDays }] }), 3)).toEqual(expected);
});

test.each([
  ['2026-01-05T08:59', undefined],
  ['2026-01-05T09:00', 'aidil'],
  ['2026-01-12T08:59', 'aidil'],
  ['2026-01-12T09:00', 'thiru'],
  ['2026-01-19T00:30', 'thiru'],
  // 157 weeks after 5 January 2026: 157 = 39 * 4 + 1.
  ['2029-01-08T09:00', 'thiru'],
])('at %s the turn is of %s', (time, person) => {
  expect(turnsOf({ rotations: [PROFIT] }).at(instant(time))?.rostered.id).toBe(person);
});

describe('versions', () => {
  const versions = [
    { from: '2026-01-05', order: ['aidil', 'thiru', 'choo'] },
    { from: '2026-01-19', order: ['spencer', 'aidil'] },
    { from: '2026-02-02', order: ['choo'] },
  ];

  test('count their turns from their own beginning', () => {
    const turns = turnsOf({ rotations: [{ versions }] });
    expect(list(turns, 6)).toEqual([
      '2026-01-05T09:00 aidil',
      '2026-01-12T09:00 thiru',
      '2026-01-19T09:00 spencer',
      '2026-01-26T09:00 aidil',
      '2026-02-02T09:00 choo',
      '2026-02-09T09:00 choo',
    ]);
    expect(turns.at(instant('2026-01-19T08:59'))?.rostered.id).toBe('thiru');
    expect(turns.at(instant('2026-01-19T09:00'))).toMatchObject({ version: 1, number: 0 });
  });

  test('are followed across their boundary, for as many turns as the orders have people', () => {
    const turns = turnsOf({ rotations: [{ versions }] });
    const second = turns.at(instant('2026-01-12T09:00'));
    expect([...turns.peopleAfter(second)].map((person) => person.id)).toEqual([
      'spencer',
      'aidil',
      'choo',
      'choo',
      'choo',
      'choo',
    ]);
    expect([...turns.peopleAfter(undefined)].map((person) => person.id).slice(0, 3)).toEqual([
      'aidil',
      'thiru',
      'spencer',
    ]);
  });

  test('cut a turn in which the next one begins', () => {
    const turns = turnsOf({
      rotations: [
        {
          turnDays: 14,
          versions: [
            { from: '2026-01-05', order: ['aidil', 'thiru'] },
            { from: '2026-01-26', order: ['choo'] },
          ],
        },
      ],
    });
    expect(list(turns, 3)).toEqual([
      '2026-01-05T09:00 aidil',
      '2026-01-19T09:00 thiru',
      '2026-01-26T09:00 choo',
    ]);
    expect(local(present(turns.at(instant('2026-01-20'))).span.until)).toBe('2026-01-26T09:00');
  });
});

test.each([
  [[], 'profit has no version 0'],
  [[{ from: '2026-01-05', order: [] }], 'version 0 of profit has no order'],
])('versions %j of a program are refused: %s', (versions, expected) => {
  expect(() => turnsOf({ rotations: [{ id: 'profit', versions }] }).first()).toThrow(
    new RangeError(expected),
  );
});

describe('daylight saving', () => {
  const from = (turns: Turns, at: string): string => present(turns.at(instant(at))).span.from.toString();

  test.each([
    ['Europe/London', '2026-03-24T00:00Z', '2026-03-23T09:00:00Z'],
    ['Europe/London', '2026-03-31T00:00Z', '2026-03-30T08:00:00Z'],
    ['Europe/London', '2026-10-20T00:00Z', '2026-10-19T08:00:00Z'],
    ['Europe/London', '2026-10-27T00:00Z', '2026-10-26T09:00:00Z'],
    ['America/New_York', '2026-03-03T00:00Z', '2026-03-02T14:00:00Z'],
    ['America/New_York', '2026-03-10T00:00Z', '2026-03-09T13:00:00Z'],
    ['America/New_York', '2026-10-27T00:00Z', '2026-10-26T13:00:00Z'],
    ['America/New_York', '2026-11-03T00:00Z', '2026-11-02T14:00:00Z'],
  ])('%s hands off at 09:00 local, %s', (timeZone, at, expected) => {
    expect(from(turnsOf({ timeZone, rotations: [PROFIT] }), at)).toBe(expected);
  });

  test('a hand-off that the clocks skip is the moment of the change, one that they repeat the first', () => {
    const spec = { timeZone: 'America/New_York', rotations: [{ ...PROFIT, turnDays: 1 }] };
    const spring = turnsOf({ ...spec, handOffAt: '02:30' });
    expect(from(spring, '2026-03-07T12:00Z')).toBe('2026-03-07T07:30:00Z');
    expect(from(spring, '2026-03-08T12:00Z')).toBe('2026-03-08T07:00:00Z');
    expect(from(spring, '2026-03-09T12:00Z')).toBe('2026-03-09T06:30:00Z');
    const autumn = turnsOf({ ...spec, handOffAt: '01:30' });
    expect(from(autumn, '2026-11-01T12:00Z')).toBe('2026-11-01T05:30:00Z');
    expect(from(autumn, '2026-11-02T12:00Z')).toBe('2026-11-02T06:30:00Z');
  });

  test('a hand-off that the clocks skip at midnight begins its turn on the next local day', () => {
    // Nuuk goes from 23:00 on Saturday 28 March 2026 to midnight, at 01:00 UTC: there is no 23:30.
    const turns = turnsOf({
      timeZone: 'America/Nuuk',
      handOffAt: '23:30',
      rotations: [{ ...PROFIT, turnDays: 1 }],
    });
    expect(from(turns, '2026-03-29T00:59Z')).toBe('2026-03-28T01:30:00Z');
    expect(from(turns, '2026-03-29T01:00Z')).toBe('2026-03-29T01:00:00Z');
    expect(from(turns, '2026-03-30T01:00Z')).toBe('2026-03-30T00:30:00Z');
  });

  test('a midnight that clocks go back over has begun its turn, though the evening comes again', () => {
    // St John's went from 00:01 on Sunday 7 November 2010 back to 23:01 on Saturday: midnight was 02:30 UTC.
    const turns = turnsOf({
      timeZone: 'America/St_Johns',
      handOffAt: '00:00',
      rotations: [{ turnDays: 1, versions: [{ from: '2010-11-01', order: ['aidil', 'thiru'] }] }],
    });
    expect(from(turns, '2010-11-07T02:29Z')).toBe('2010-11-06T02:30:00Z');
    expect(from(turns, '2010-11-07T02:45Z')).toBe('2010-11-07T02:30:00Z');
  });
});
