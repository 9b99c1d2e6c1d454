import { findById } from '../../src/cli/suggestion';

const known = (ids: string) => ids.split(' ').map((id) => ({ id }));
const PIPELINES = known('daily-growth aggregate-growth aggregate-profit');

test.each([
  ['agregate-profit', 'did you mean "aggregate-profit"?'],
  // Close to none, but a part of one, or of some.
  ['profit', 'did you mean "aggregate-profit"?'],
  ['growth', 'did you mean "daily-growth" or "aggregate-growth"?'],
  // Nothing like it: no guess.
  ['revenue', 'use one of the pipelines: daily-growth, aggregate-growth, aggregate-profit'],
  ['', 'use one of the pipelines: daily-growth, aggregate-growth, aggregate-profit'],
])('%j', (typed, hint) => {
  expect(() => findById('pipeline', PIPELINES, typed)).toThrow(
    `unknown pipeline ${JSON.stringify(typed)}: ${hint}`,
  );
});

test('one, none, and more than anybody reads', () => {
  expect(() => findById('person', known('aidil'), 'x')).toThrow(
    'unknown person "x": use one of the people: aidil',
  );
  expect(() => findById('person', [], 'x')).toThrow(
    'unknown person "x": there are no people yet: add it first',
  );
  const many = known('a1 a2 a3 a4 a5 a6 a7 a8 a9');
  expect(() => findById('person', many, 'zzzzz')).toThrow(
    'use one of the people: a1, a2, a3, a4, a5, a6, a7, a8, …',
  );
  expect(findById('person', many, 'a9')).toEqual({ id: 'a9' });
});
