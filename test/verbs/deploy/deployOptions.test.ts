import { deployOptions } from '../../../src/verbs/deploy/deployOptions';

test.each([
  [[], { rest: [] }],
  [['--auto-approve', '--parallelism', '1'], { rest: ['--auto-approve', '--parallelism', '1'] }],
  [
    ['--as-of', '2026-12-21', '--auto-approve', '--data=other'],
    { asOf: '2026-12-21', data: 'other', rest: ['--auto-approve'] },
  ],
  [['--as-of=2026-12-21T09:00'], { asOf: '2026-12-21T09:00', rest: [] }],
])('%j', (args, options) => {
  expect(deployOptions(args)).toEqual(options);
});

test.each([
  [['--as-of'], '--as-of has no value'],
  [['--as-of', '--auto-approve'], '--as-of has no value'],
  [['--data='], '--data has no value'],
  [['--data', 'a', '--data', 'b'], '--data comes twice'],
])('%j is wrong usage', (args, problem) => {
  expect(() => deployOptions(args)).toThrow(expect.objectContaining({ name: 'UsageError' }));
  expect(() => deployOptions(args)).toThrow(problem);
});
