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

test('the services of one pipeline, one of each urgency, are never taken for each other', () => {
  const low = { key: 'pagerduty_service.profit__low', name: 'Profit (low urgency)' };
  const ofLow = MARKED.replace('profit', 'profit, low urgency');
  const found = (expected: readonly (typeof low)[], ...objects: ReturnType<typeof object>[]) => {
    const { pairs: both, missing, leftOver } = pairsOf('service', expected, [], { objects });
    return [both.map((pair) => `${pair.expected.key} ${pair.object.key}`), missing.length, leftOver.length];
  };
  expect(found([PROFIT, low], object('P2', 'Renamed', ofLow), object('P1', 'Profit', MARKED))).toEqual([
    ['pagerduty_service.profit P1', 'pagerduty_service.profit__low P2'],
    0,
    0,
  ]);
  expect(found([PROFIT], object('P2', 'Profit (low urgency)', ofLow))).toEqual([[], 1, 1]);
  expect(found([low], object('P1', 'Profit', MARKED))).toEqual([[], 1, 1]);
});
