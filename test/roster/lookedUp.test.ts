import { lookedUpLogIns, lookedUpPeople } from '../../src/roster';
import { catalogOf, type FixtureSpec, instant } from './fixture';

// Choo's turn begins on 19 January and is the last one of the first version.
const SPEC: FixtureSpec = {
  people: { aidil: [], thiru: [], choo: [] },
  left: { choo: '2026-01-21' },
  rotations: [
    {
      id: 'growth',
      versions: [
        { from: '2026-01-05', order: ['aidil', 'thiru', 'choo'] },
        { from: '2026-01-26', order: ['aidil', 'thiru'] },
      ],
    },
  ],
};

const lookedUp = (asOf: string, spec: Partial<FixtureSpec> = {}) =>
  lookedUpPeople(catalogOf({ ...SPEC, ...spec }), instant(asOf)).map(({ id }) => id);

test('somebody who has left is looked up as long as an order that names them is in force', () => {
  expect(lookedUp('2026-01-20T23:59')).toEqual(['aidil', 'thiru', 'choo']);
  expect(lookedUp('2026-01-26T08:59:59')).toEqual(['aidil', 'thiru', 'choo']);
  expect(lookedUp('2026-01-26T09:00')).toEqual(['aidil', 'thiru']);
});

test('and as long as they are in a team: to the last moment before they leave', () => {
  const left = { choo: '2026-03-02' };
  expect(lookedUp('2026-03-01T23:59', { left })).toContain('choo');
  expect(lookedUp('2026-03-02', { left })).not.toContain('choo');
});

test('an owner is looked up, and so are the desks', () => {
  const pipelines = [{ id: 'p', primary: 'aidil', secondary: 'choo', coverage: 'office-hours' }] as const;
  expect(lookedUp('2026-02-01', { pipelines })).toContain('choo');
  expect(lookedUpLogIns(catalogOf(SPEC), instant('2026-02-01'))).toEqual([
    { id: 'aidil', name: 'Aidil', email: 'aidil@xyz-tech.example' },
    { id: 'thiru', name: 'Thiru', email: 'thiru@xyz-tech.example' },
    { id: 'desk', name: 'Accounts desk', email: 'desk@xyz-tech.example' },
  ]);
});

test('whoever is in no order and owns nothing is looked up while they are there', () => {
  const people = { ...SPEC.people, spencer: [] };
  expect(lookedUp('2026-02-01', { people })).toEqual(['aidil', 'thiru', 'spencer']);
});
