import { type RotationRoster, rosterOfCatalog } from '../../src/roster';
import { catalogOf, type FixtureSpec, lines, local, present, window } from './fixture';

const PEOPLE = { aidil: [], thiru: [], choo: [], spencer: [] };
const PROFIT = { versions: [{ from: '2026-01-05', order: ['aidil', 'thiru', 'choo', 'spencer'] }] };

type Leave = NonNullable<FixtureSpec['leave']>;

/** The only rotation's roster in Thiru's week, 12 to 19 January, unless told otherwise. */
function rosterWith(
  leave: Leave,
  spec: Partial<FixtureSpec> = {},
  span = window('2026-01-12T09:00', '2026-01-19T09:00'),
): RotationRoster {
  const catalog = catalogOf({ people: PEOPLE, rotations: [PROFIT], leave, ...spec });
  return present(rosterOfCatalog(catalog, span)[0]);
}

const away = (person: string, from: string, until = from) => ({ person, from, until });

test("the next week's member covers, for exactly the absence", () => {
  expect(lines(rosterWith([away('thiru', '2026-01-13', '2026-01-14')]))).toEqual([
    '2026-01-12T09:00 2026-01-13T00:00 thiru',
    '2026-01-13T00:00 2026-01-15T00:00 choo cover for thiru',
    '2026-01-15T00:00 2026-01-19T09:00 thiru',
  ]);
});

test('a part of a day is covered to the minute', () => {
  expect(lines(rosterWith([away('thiru', '2026-01-13T14:00', '2026-01-14T09:15')]))).toEqual([
    '2026-01-12T09:00 2026-01-13T14:00 thiru',
    '2026-01-13T14:00 2026-01-14T09:15 choo cover for thiru',
    '2026-01-14T09:15 2026-01-19T09:00 thiru',
  ]);
});

test('an observed holiday and its replacement day are covered', () => {
  // Deepavali, Sunday 8 November 2026, ends Spencer's week; its replacement Monday begins with the week's last hours.
  const roster = rosterWith(
    [],
    {
      people: { ...PEOPLE, choo: ['deepavali'], spencer: ['deepavali'] },
      holidays: [['deepavali', '2026-11-08']],
    },
    window('2026-11-02T09:00', '2026-11-16T09:00'),
  );
  // Week 44 after 5 January begins on 9 November: 44 = 11 * 4, Aidil; the week before is Spencer's.
  expect(lines(roster)).toEqual([
    '2026-11-02T09:00 2026-11-08T00:00 spencer',
    '2026-11-08T00:00 2026-11-09T09:00 aidil cover for spencer',
    '2026-11-09T09:00 2026-11-16T09:00 aidil',
  ]);
  expect(roster.shifts[1]?.absences.map((absence) => absence.kind)).toEqual(['holiday', 'holiday']);
});

test('the next but one covers where the next is away', () => {
  const leave = [away('thiru', '2026-01-13'), away('choo', '2026-01-11', '2026-01-15')];
  expect(lines(rosterWith(leave))[1]).toBe('2026-01-13T00:00 2026-01-14T00:00 spencer cover for thiru');
});

test('the watch moves on when the stand-in becomes away, and back when they return', () => {
  const leave = [
    away('thiru', '2026-01-13', '2026-01-15'),
    away('choo', '2026-01-14T12:00', '2026-01-14T18:00'),
  ];
  expect(lines(rosterWith(leave))).toEqual([
    '2026-01-12T09:00 2026-01-13T00:00 thiru',
    '2026-01-13T00:00 2026-01-14T12:00 choo cover for thiru',
    '2026-01-14T12:00 2026-01-14T18:00 spencer cover for thiru',
    '2026-01-14T18:00 2026-01-16T00:00 choo cover for thiru',
    '2026-01-16T00:00 2026-01-19T09:00 thiru',
  ]);
});

test('absences that overlap or meet are one cover', () => {
  const leave = [
    away('thiru', '2026-01-13', '2026-01-14'),
    away('thiru', '2026-01-14T10:00', '2026-01-14T12:00'),
    away('thiru', '2026-01-15'),
    away('thiru', '2026-01-17'),
  ];
  const roster = rosterWith(leave);
  expect(lines(roster).filter((line) => line.includes('cover'))).toEqual([
    '2026-01-13T00:00 2026-01-16T00:00 choo cover for thiru',
    '2026-01-17T00:00 2026-01-18T00:00 choo cover for thiru',
  ]);
  expect(roster.shifts.map((shift) => shift.absences.length)).toEqual([0, 3, 0, 1, 0]);
});

test("a cover ends with the turn, and the next turn's own person takes over", () => {
  const roster = rosterWith(
    [away('thiru', '2026-01-17', '2026-01-20')],
    {},
    window('2026-01-12T09:00', '2026-01-26T09:00'),
  );
  expect(lines(roster)).toEqual([
    '2026-01-12T09:00 2026-01-17T00:00 thiru',
    '2026-01-17T00:00 2026-01-19T09:00 choo cover for thiru',
    '2026-01-19T09:00 2026-01-26T09:00 choo',
  ]);
});

test("a cover that crosses a turn's boundary is a shift in each turn", () => {
  const roster = rosterWith(
    [away('aidil', '2026-01-05', '2026-01-07'), away('thiru', '2026-01-05', '2026-01-07')],
    { rotations: [{ ...PROFIT, turnDays: 1 }] },
    window('2026-01-05T09:00', '2026-01-08T09:00'),
  );
  expect(lines(roster)).toEqual([
    '2026-01-05T09:00 2026-01-06T09:00 choo cover for aidil',
    '2026-01-06T09:00 2026-01-07T09:00 choo cover for thiru',
    '2026-01-07T09:00 2026-01-08T09:00 choo',
  ]);
});

describe('versions', () => {
  test("the walk goes on into the next version, and nobody's turn moves", () => {
    const versions = [
      { from: '2026-01-05', order: ['aidil', 'thiru'] },
      { from: '2026-01-19', order: ['spencer', 'choo'] },
    ];
    const leave = [away('thiru', '2026-01-13'), away('spencer', '2026-01-13T12:00', '2026-01-13T20:00')];
    const roster = rosterWith(
      leave,
      { rotations: [{ versions }] },
      window('2026-01-12T09:00', '2026-02-02T09:00'),
    );
    expect(lines(roster)).toEqual([
      '2026-01-12T09:00 2026-01-13T00:00 thiru',
      '2026-01-13T00:00 2026-01-13T12:00 spencer cover for thiru',
      '2026-01-13T12:00 2026-01-13T20:00 choo cover for thiru',
      '2026-01-13T20:00 2026-01-14T00:00 spencer cover for thiru',
      '2026-01-14T00:00 2026-01-19T09:00 thiru',
      '2026-01-19T09:00 2026-01-26T09:00 spencer',
      '2026-01-26T09:00 2026-02-02T09:00 choo',
    ]);
  });

  test('the walk looks at as many turns as the orders have people, and no further', () => {
    // Two people in all, so two turns: on 13 January both are Aidil's own, on 20 January the second is Thiru's.
    const versions = [
      { from: '2026-01-05', order: ['aidil'] },
      { from: '2026-02-02', order: ['thiru'] },
    ];
    const leave = [away('aidil', '2026-01-13'), away('aidil', '2026-01-20')];
    const roster = rosterWith(
      leave,
      { rotations: [{ versions }] },
      window('2026-01-12T09:00', '2026-01-26T09:00'),
    );
    expect(lines(roster).filter((line) => line.includes(' for '))).toEqual([
      '2026-01-13T00:00 2026-01-14T00:00 aidil clash for aidil',
      '2026-01-20T00:00 2026-01-21T00:00 thiru cover for aidil',
    ]);
  });
});

describe('everybody away', () => {
  test('is a clash for only as long as it lasts; the rostered person keeps the watch', () => {
    const roster = rosterWith([
      away('aidil', '2026-01-10', '2026-01-20'),
      away('thiru', '2026-01-13', '2026-01-15'),
      away('choo', '2026-01-14', '2026-01-20'),
      away('spencer', '2026-01-13T10:00', '2026-01-14T16:00'),
    ]);
    expect(lines(roster)).toEqual([
      '2026-01-12T09:00 2026-01-13T00:00 thiru',
      '2026-01-13T00:00 2026-01-14T00:00 choo cover for thiru',
      '2026-01-14T00:00 2026-01-14T16:00 thiru clash for thiru',
      '2026-01-14T16:00 2026-01-16T00:00 spencer cover for thiru',
      '2026-01-16T00:00 2026-01-19T09:00 thiru',
    ]);
    const [clash, ...others] = roster.clashes;
    expect(others).toEqual([]);
    expect([local(present(clash).from), local(present(clash).until)]).toEqual([
      '2026-01-14T00:00',
      '2026-01-14T16:00',
    ]);
    expect(clash?.rostered.id).toBe('thiru');
    expect(clash?.away.map((person) => person.id)).toEqual(['thiru', 'choo', 'spencer', 'aidil']);
  });

  test('in a rotation of one person is every absence', () => {
    const rotations = [{ versions: [{ from: '2026-01-05', order: ['aidil'] }] }];
    const roster = rosterWith([away('aidil', '2026-01-13')], { rotations });
    expect(lines(roster)).toEqual([
      '2026-01-12T09:00 2026-01-13T00:00 aidil',
      '2026-01-13T00:00 2026-01-14T00:00 aidil clash for aidil',
      '2026-01-14T00:00 2026-01-19T09:00 aidil',
    ]);
    expect(roster.clashes[0]?.away.map((person) => person.id)).toEqual(['aidil']);
  });

  test('across a hand-off is a clash in each turn', () => {
    const leave = Object.keys(PEOPLE).map((person) => away(person, '2026-01-19'));
    const roster = rosterWith(leave, {}, window('2026-01-19', '2026-01-20'));
    expect(lines(roster)).toEqual([
      '2026-01-19T00:00 2026-01-19T09:00 thiru clash for thiru',
      '2026-01-19T09:00 2026-01-20T00:00 choo clash for choo',
    ]);
    expect(roster.clashes).toHaveLength(2);
  });
});

describe('a leave that names who stands in', () => {
  const named = (person: string, cover: string, from: string, until = from) => ({
    ...away(person, from, until),
    cover,
  });

  test("names them before the next week's member, also where the order does not have them", () => {
    const rotations = [{ versions: [{ from: '2026-01-05', order: ['aidil', 'thiru', 'choo'] }] }];
    expect(lines(rosterWith([named('thiru', 'spencer', '2026-01-13')], { rotations }))).toEqual([
      '2026-01-12T09:00 2026-01-13T00:00 thiru',
      '2026-01-13T00:00 2026-01-14T00:00 spencer cover for thiru',
      '2026-01-14T00:00 2026-01-19T09:00 thiru',
    ]);
  });

  test('gives way to the rules for as long as they are away', () => {
    const leave = [
      named('thiru', 'spencer', '2026-01-13'),
      away('spencer', '2026-01-13T10:00', '2026-01-13T12:00'),
    ];
    expect(lines(rosterWith(leave)).slice(1, -1)).toEqual([
      '2026-01-13T00:00 2026-01-13T10:00 spencer cover for thiru',
      '2026-01-13T10:00 2026-01-13T12:00 choo cover for thiru',
      '2026-01-13T12:00 2026-01-14T00:00 spencer cover for thiru',
    ]);
  });

  test('holds on a holiday that they observe, and not for whoever covers by the rules', () => {
    const holidays = [['h', '2026-01-13']] as const;
    const people = { aidil: [], thiru: [], choo: ['h'], spencer: ['h'] };
    expect(lines(rosterWith([named('thiru', 'spencer', '2026-01-13')], { people, holidays }))[1]).toBe(
      '2026-01-13T00:00 2026-01-14T00:00 spencer cover for thiru',
    );
    expect(lines(rosterWith([away('thiru', '2026-01-13')], { people, holidays }))[1]).toBe(
      '2026-01-13T00:00 2026-01-14T00:00 aidil cover for thiru',
    );
    // It is Spencer's own watch on their own holiday that nobody agreed on.
    const own = [
      named('thiru', 'spencer', '2026-01-13'),
      away('spencer', '2026-01-13T12:00', '2026-01-13T13:00'),
    ];
    expect(lines(rosterWith(own, { people, holidays })).slice(1, -1)).toEqual([
      '2026-01-13T00:00 2026-01-13T12:00 spencer cover for thiru',
      '2026-01-13T12:00 2026-01-13T13:00 aidil cover for thiru',
      '2026-01-13T13:00 2026-01-14T00:00 spencer cover for thiru',
    ]);
  });

  test('is followed where the person on leave stands in for somebody else', () => {
    // Choo stands in by the rules, is away as well, and has agreed with Aidil, who is last in line.
    const leave = [
      away('thiru', '2026-01-13'),
      named('choo', 'aidil', '2026-01-13T12:00', '2026-01-13T18:00'),
    ];
    expect(lines(rosterWith(leave)).slice(1, -1)).toEqual([
      '2026-01-13T00:00 2026-01-13T12:00 choo cover for thiru',
      '2026-01-13T12:00 2026-01-13T18:00 aidil cover for thiru',
      '2026-01-13T18:00 2026-01-14T00:00 choo cover for thiru',
    ]);
  });

  test('moves nothing where it names whom the rules name, and two who name each other are both away', () => {
    const inside = named('thiru', 'choo', '2026-01-14');
    expect(lines(rosterWith([away('thiru', '2026-01-13', '2026-01-15'), inside])).slice(1, -1)).toEqual([
      '2026-01-13T00:00 2026-01-16T00:00 choo cover for thiru',
    ]);
    const eachOther = [named('thiru', 'choo', '2026-01-13'), named('choo', 'thiru', '2026-01-13')];
    expect(lines(rosterWith(eachOther))[1]).toBe('2026-01-13T00:00 2026-01-14T00:00 spencer cover for thiru');
  });

  test('in a clash those who are named are told as away too, for all its time', () => {
    const rotations = [{ versions: [{ from: '2026-01-05', order: ['aidil', 'thiru'] }] }];
    const leave = [
      away('aidil', '2026-01-13'),
      away('choo', '2026-01-13'),
      away('thiru', '2026-01-13'),
      named('thiru', 'choo', '2026-01-13T12:00', '2026-01-13T13:00'),
    ];
    const { clashes } = rosterWith(leave, { rotations });
    expect(clashes.map(({ from, until }) => `${local(from)} ${local(until)}`)).toEqual([
      '2026-01-13T00:00 2026-01-14T00:00',
    ]);
    expect(clashes[0]?.away.map((person) => person.id)).toEqual(['thiru', 'aidil', 'choo']);
  });
});

test('leave in the hour that occurs twice begins with the first', () => {
  const timeZone = 'Europe/London';
  // 01:30 is 00:30 UTC (the first), 02:30 is 02:30 UTC: two hours. Week 41 after 5 January, 41 = 10 * 4 + 1: Thiru's.
  const roster = rosterWith(
    [away('thiru', '2026-10-25T01:30', '2026-10-25T02:30')],
    { timeZone },
    window('2026-10-25', '2026-10-26', timeZone),
  );
  expect(roster.shifts.map(({ from, onDuty }) => `${from} ${onDuty.id}`)).toEqual([
    '2026-10-24T23:00:00Z thiru',
    '2026-10-25T00:30:00Z choo',
    '2026-10-25T02:30:00Z thiru',
  ]);
});

test('whom a leave names covers for that leave alone, not for the next one that it meets', () => {
  const agreed = { ...away('thiru', '2026-01-13', '2026-01-14'), cover: 'aidil' };
  expect(lines(rosterWith([agreed, away('thiru', '2026-01-15', '2026-01-16')])).slice(1, 3)).toEqual([
    '2026-01-13T00:00 2026-01-15T00:00 aidil cover for thiru',
    '2026-01-15T00:00 2026-01-17T00:00 choo cover for thiru',
  ]);
});
