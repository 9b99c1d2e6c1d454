import { pairsOf } from '../../../../src/verbs/drift/differences/pairs';

const object = (key: string, name: string, description = '') => ({
  kind: 'service' as const,
  key,
  name,
  description,
});
const MARKED = 'Pipeline profit. Managed by Watchbill: change the data, not this.';
const PROFIT = { key: 'pagerduty_service.profit', name: 'Profit' };

const pairs = (...objects: ReturnType<typeof object>[]) => {
  const { pairs: found, missing, leftOver } = pairsOf('service', [PROFIT], [], { objects });
  return [found.map((pair) => pair.object.key), missing.length, leftOver.map(({ key }) => key)];
};

test('by our mark before the name, else by the name', () => {
  expect(pairs(object('P1', 'Profit'), object('P2', 'Renamed', MARKED))).toEqual([['P2'], 0, []]);
  expect(pairs(object('P1', 'Profit'), object('P2', 'Other'))).toEqual([['P1'], 0, []]);
  expect(pairs(object('P2', 'Copy', MARKED), object('P1', 'Profit', MARKED))).toEqual([['P1'], 0, ['P2']]);
});

test('what bears our mark and is of nothing in the data is left over', () => {
  const other = MARKED.replace('profit', 'growth');
  expect(pairs(object('P1', 'Growth', other), object('P2', 'Theirs'))).toEqual([[], 1, ['P1']]);
});
