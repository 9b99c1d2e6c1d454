import { chosenSplit } from '../../src/state/split';

test('by team, or the two stacks', () => {
  expect([chosenSplit({ stacks: 'by team' }), chosenSplit({ backend: {} })]).toEqual(['by team', undefined]);
});

test.each([
  ['per team', '"per team"'],
  ['', '""'],
  [null, 'null'],
  [['by team'], '["by team"]'],
])('%j is refused, with the place and the way out', (stacks, shown) => {
  const refused = () => chosenSplit({ stacks });
  expect(refused).toThrow(expect.objectContaining({ name: 'UsageError' }));
  expect(refused).toThrow(
    `STCK001: stacks in cdktf.json's context is ${shown}\n  write "stacks": "by team", or leave it out for the two stacks on-call and monitors`,
  );
});
