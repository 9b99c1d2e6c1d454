import { stackParts } from '../../stacks/stackParts';
import { catalogOf } from '../roster/fixture';

/** `de` has people and no desk, `desk` has one; both are teams. */
const people = { aidil: [], choo: [] };
const order = [{ from: '2026-01-05', order: ['aidil', 'choo'] }];
const of = (rotations: Readonly<Record<string, readonly string[]>>) =>
  catalogOf({
    people,
    pipelines: [
      { id: 'a', primary: 'aidil', secondary: 'choo' },
      { id: 'b', primary: 'choo', secondary: 'desk' },
      { id: 'c', primary: 'desk', secondary: 'aidil' },
      { id: 'd', primary: 'desk', secondary: 'aidil', coverage: 'office-hours' },
    ],
    rotations: Object.entries(rotations).map(([id, pipelines]) => ({ id, pipelines, versions: order })),
  });

/** Name of each stack, with the ids of what is in it. */
const ids = (catalog: ReturnType<typeof of>, split?: 'by team') => {
  const { onCall, monitors } = stackParts(catalog, split);
  return [...onCall, ...monitors].map(({ name, part: { teams, rotations, pipelines } }) => [
    name,
    ...[teams, rotations, pipelines].map((each) => each.map(({ id }) => id).join(' ')),
  ]);
};

test('two stacks, each with all of the data', () => {
  const catalog = of({ ab: ['a', 'b'], c: ['c'] });
  expect(ids(catalog)).toEqual([
    ['on-call', 'de desk', 'ab c', 'a b c d'],
    ['monitors', 'de desk', 'ab c', 'a b c d'],
  ]);
});

test('by team: a pipeline is with the team of its primary owner, a rotation with the pipelines that it serves', () => {
  const catalog = of({ ab: ['a', 'b'], c: ['c'] });
  expect(ids(catalog, 'by team')).toEqual([
    ['on-call', '', '', ''],
    ['on-call-de', 'de', 'ab', 'a b'],
    ['on-call-desk', 'desk', 'c', 'c d'],
    ['monitors', '', '', ''],
    ['monitors-de', 'de', 'ab', 'a b'],
    ['monitors-desk', 'desk', 'c', 'c d'],
  ]);
  expect(stackParts(catalog, 'by team').monitors.map(({ after }) => after)).toEqual([
    'on-call',
    'on-call-de',
    'on-call-desk',
  ]);
});

test('teams that share a rotation stay together in on-call, with all that they have', () => {
  const catalog = of({ a: ['a'], bc: ['b', 'c'] });
  expect(ids(catalog, 'by team')).toEqual([
    ['on-call', 'de desk', 'a bc', 'a b c d'],
    ['monitors', '', '', ''],
    ['monitors-de', 'de', 'a bc', 'a b'],
    ['monitors-desk', 'desk', 'bc', 'c d'],
  ]);
  expect(stackParts(catalog, 'by team').monitors.map(({ after }) => after)).toEqual([
    'on-call',
    'on-call',
    'on-call',
  ]);
});
