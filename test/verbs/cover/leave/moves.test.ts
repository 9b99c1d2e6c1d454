import { movesOf, sameFrom } from '../../../../src/verbs/cover/leave';
import { catalogOf, type FixtureSpec, instant, local, window } from '../../../roster/fixture';

const PEOPLE = { aidil: [], thiru: [], choo: [], spencer: [] };
const ORDER = ['aidil', 'thiru', 'choo', 'spencer'];
const ROTATIONS = [
  { id: 'profit', versions: [{ from: '2026-01-05', order: ORDER }] },
  { id: 'growth', versions: [{ from: '2026-01-05', order: [...ORDER].reverse() }] },
];

type Leave = NonNullable<FixtureSpec['leave']>;

/** What an absence does, besides others, in the three weeks from 5 January: Aidil's, Thiru's and Choo's; growth in reverse. */
function moved(absence: Leave[number], others: Leave = [], rotations = ROTATIONS) {
  const without = catalogOf({ people: PEOPLE, rotations, leave: others });
  const absent = catalogOf({ people: PEOPLE, rotations, leave: [...others, absence] });
  const { moves, nobodyLeft, twice } = movesOf(
    without,
    absent,
    window('2026-01-05T09:00', '2026-01-26T09:00'),
  );
  return {
    moves: moves.map(
      (move) =>
        `${move.rotation.id} ${local(move.from)} ${local(move.until)} ${move.without.id} -> ${move.standIn.id}`,
    ),
    nobodyLeft: nobodyLeft.map(
      ({ rotation, from, until, rostered, away }) =>
        `${rotation.id} ${local(from)} ${local(until)} ${rostered.id}: ${away.map(({ id }) => id).join(' ')}`,
    ),
    twice: twice.map(({ move, other }) => `${move.standIn.id} ${other.id}`),
  };
}

test('the watch of somebody who stands in for another is moved as well', () => {
  const thiru = { person: 'thiru', from: '2026-01-12', until: '2026-01-16' };
  expect(moved({ person: 'choo', from: '2026-01-14', until: '2026-01-14' }, [thiru])).toEqual({
    moves: [
      'profit 2026-01-14T00:00 2026-01-15T00:00 choo -> spencer',
      'growth 2026-01-14T00:00 2026-01-15T00:00 choo -> aidil',
    ],
    nobodyLeft: [],
    twice: [],
  });
});

test('a stand-in who stands in the other rotation is told', () => {
  // Spencer has growth in Aidil's week of profit.
  const { moves, twice } = moved({
    person: 'aidil',
    from: '2026-01-06',
    until: '2026-01-06',
    cover: 'spencer',
  });
  expect([moves, twice]).toEqual([
    ['profit 2026-01-06T00:00 2026-01-07T00:00 aidil -> spencer'],
    ['spencer growth'],
  ]);
});

test('a hand-off between the same two is one move', () => {
  const rotations = [
    {
      id: 'profit',
      versions: [
        { from: '2026-01-05', order: ['aidil'] },
        { from: '2026-01-12', order: ['aidil', 'thiru'] },
      ],
    },
  ];
  expect(moved({ person: 'aidil', from: '2026-01-10', until: '2026-01-13' }, [], rotations).moves).toEqual([
    'profit 2026-01-10T00:00 2026-01-14T00:00 aidil -> thiru',
  ]);
});

test('where nobody is left it is no move; a clash that was there before is none of it', () => {
  const others = ['thiru', 'choo', 'spencer'].map((person) => ({
    person,
    from: '2026-01-06',
    until: '2026-01-07',
  }));
  const aidil = { person: 'aidil', from: '2026-01-07', until: '2026-01-07' };
  const { moves, nobodyLeft } = moved(
    { ...aidil, from: '2026-01-06' },
    [...others, aidil],
    ROTATIONS.slice(0, 1),
  );
  expect([moves, nobodyLeft]).toEqual([
    [],
    ['profit 2026-01-06T00:00 2026-01-07T00:00 aidil: aidil thiru choo spencer'],
  ]);
});

test('whoever covers an earlier duty and is the only one left for the later one keeps both', () => {
  const both = { pipelines: ['payments'] };
  const spec = {
    people: PEOPLE,
    duties: ['on-duty', 'backup'],
    rotations: [
      { ...both, id: 'first', versions: [{ from: '2026-01-05', order: ['aidil', 'thiru'] }] },
      {
        ...both,
        id: 'second',
        duty: 'backup',
        versions: [{ from: '2026-01-05', order: ['thiru', 'aidil'] }],
      },
    ],
  };
  const leave = [{ person: 'aidil', from: '2026-01-06', until: '2026-01-06' }];
  const span = window('2026-01-05T09:00', '2026-01-12T09:00');
  const { moves, nobodyLeft, twice, bothDuties } = movesOf(
    catalogOf(spec),
    catalogOf({ ...spec, leave }),
    span,
  );
  expect(moves.map(({ rotation, without, standIn }) => [rotation.id, without.id, standIn.id])).toEqual([
    ['first', 'aidil', 'thiru'],
  ]);
  expect([nobodyLeft, twice]).toEqual([[], []]);
  expect(bothDuties.map(({ rotation, rostered, from }) => [rotation.id, rostered.id, local(from)])).toEqual([
    ['second', 'thiru', '2026-01-06T00:00'],
  ]);
});

test('a leave from one rotation moves nothing else', () => {
  const absence = { person: 'thiru', from: '2026-01-12T12:00', until: '2026-01-12T18:00' };
  const growth = { id: 'growth', versions: [{ from: '2026-01-05', order: ['aidil', 'thiru', 'choo'] }] };
  const rotations = [{ ...growth, id: 'profit' }, growth];
  expect(moved({ ...absence, rotation: 'growth' }, [], rotations).moves).toEqual([
    'growth 2026-01-12T12:00 2026-01-12T18:00 thiru -> choo',
  ]);
  expect(moved(absence, [], rotations).moves).toHaveLength(2);
});

test('two spans are the same from now on where both have begun', () => {
  const [a, b] = [window('2026-01-05T09:00', '2026-01-06'), window('2026-01-05T09:05', '2026-01-06')];
  expect(sameFrom(a, b, instant('2026-01-05T09:04'))).toBe(false);
  expect(sameFrom(a, b, instant('2026-01-05T09:05'))).toBe(true);
  expect(sameFrom(a, { ...b, until: instant('2026-01-06T00:01') }, instant('2026-01-05T09:05'))).toBe(false);
});
