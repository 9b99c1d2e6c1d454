import { Temporal } from 'temporal-polyfill';
import { signalsOf } from '../../src/alerts/kinds';
import { type RuleKeys, rule } from './fixture';
import { aggregateEngagement, aggregateGrowth, aggregateProfit } from './seed';

/** Path, what happened and what recovery means. */
function sentences(keys: RuleKeys) {
  return signalsOf(rule(keys)).map(({ path, happened, recovered }) => [path.join('/'), happened, recovered]);
}

test('deadline', () => {
  const by = Temporal.PlainTime.from('09:05');
  expect(sentences({ id: 'late', kind: 'deadline', by, failureClass: 'processing' })).toEqual([
    [
      '',
      'The run of a business date was not complete by 09:05 on the next working day.',
      'no business date is overdue.',
    ],
  ]);
});

test('discrepancy', () => {
  expect(
    sentences({
      id: 'off',
      kind: 'discrepancy',
      metrics: ['profit', 'loss'],
      tolerancePercent: 0.5,
      failureClass: 'data',
    }),
  ).toEqual([
    [
      'profit',
      'The actual profit differs from the expected one by {{value}} %, more than the tolerated 0.5 %.',
      'the actual profit agrees with the expected one within 0.5 %.',
    ],
    [
      'loss',
      'The actual loss differs from the expected one by {{value}} %, more than the tolerated 0.5 %.',
      'the actual loss agrees with the expected one within 0.5 %.',
    ],
  ]);
});

test('freshness', () => {
  const maxLag = Temporal.Duration.from({ minutes: 90 });
  expect(sentences({ id: 'stale', kind: 'freshness', maxLag, failureClass: 'data' })).toEqual([
    ['', 'The data lags by more than 1 hour 30 minutes.', 'the data lags by 1 hour 30 minutes or less.'],
  ]);
});

test('trend', () => {
  expect(
    sentences({
      id: 'jump',
      kind: 'trend',
      metrics: ['clicks'],
      deviationPercent: 30,
      weeks: 8,
      failureClass: 'data',
    }),
  ).toEqual([
    [
      'clicks',
      "Sudden drop or rise: clicks is {{value}} % away from the same weekday's median of the past 8 weeks, more than 30 %.",
      "clicks is within 30 % of the same weekday's median of the past 8 weeks.",
    ],
  ]);
});

test('failure', () => {
  expect(sentences({ id: 'failed', kind: 'failure', failureClass: 'processing' })).toEqual([
    ['', 'A run failed, and none has succeeded since.', 'the latest run succeeded.'],
  ]);
});

test('duration', () => {
  const longerThan = Temporal.Duration.from({ hours: 2 });
  expect(sentences({ id: 'slow', kind: 'duration', longerThan, failureClass: 'processing' })).toEqual([
    [
      '',
      'A run has been in progress for more than 2 hours.',
      'no run has been in progress for more than 2 hours. It may have ended in failure: see the run ledger.',
    ],
  ]);
});

test('range, with both bounds', () => {
  expect(
    sentences({ id: 'odd', kind: 'range', metrics: ['growth'], min: -5, max: 1e21, failureClass: 'data' }),
  ).toEqual([
    [
      'growth/min',
      'growth is {{value}}, below the minimum of -5.',
      'growth is at or above the minimum of -5.',
    ],
    [
      'growth/max',
      'growth is {{value}}, above the maximum of 1000000000000000000000.',
      'growth is at or below the maximum of 1000000000000000000000.',
    ],
  ]);
});

test.each([
  [{ min: 0 }, ['growth/min']],
  [{ max: 0 }, ['growth/max']],
])('range, with %j alone', (bounds, paths) => {
  const signals = sentences({
    id: 'odd',
    kind: 'range',
    metrics: ['growth'],
    ...bounds,
    failureClass: 'data',
  });
  expect(signals.map(([path]) => path)).toEqual(paths);
});

test('missing', () => {
  expect(sentences({ id: 'gone', kind: 'missing', metrics: ['growth'], failureClass: 'data' })).toEqual([
    ['growth', 'The key metric growth has no value.', 'the key metric growth has a value.'],
  ]);
});

test('a metric is inert in every sentence', () => {
  const metrics = ['@all{{x}}'];
  const failureClass = 'data';
  const rules: RuleKeys[] = [
    { id: 'a', kind: 'discrepancy', metrics, tolerancePercent: 1, failureClass },
    { id: 'b', kind: 'trend', metrics, deviationPercent: 1, weeks: 1, failureClass },
    { id: 'c', kind: 'range', metrics, min: 0, max: 1, failureClass },
    { id: 'd', kind: 'missing', metrics, failureClass },
  ];
  for (const [, happened, recovered] of rules.flatMap(sentences)) {
    expect(happened?.replace('{{value}}', '')).not.toMatch(/[@{}]/);
    expect(recovered).not.toMatch(/[@{}]/);
  }
});

test('a window needs every point beyond the threshold, except where the gauge cannot flicker', () => {
  const rules = [aggregateProfit, aggregateEngagement, aggregateGrowth].flatMap(
    ({ runbook }) => runbook?.alerts ?? [],
  );
  const anyPoint = rules.flatMap((each) =>
    signalsOf(each)
      .filter(({ condition }) => (condition?.aggregation === 'max') === (condition?.comparison !== '<'))
      .map(() => each.kind),
  );
  expect(anyPoint).toEqual(['failure', 'duration']);
});
