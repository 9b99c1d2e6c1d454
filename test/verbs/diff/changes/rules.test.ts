import { type Change, changedData, REAL_DATA } from '../../../catalog/changedData';
import { diffAfter, diffBetween, realText, withoutLinksTo } from './changes';

const PROFIT = 'runbooks/aggregate-profit.md';
const GROWTH = 'runbooks/aggregate-growth.md';
const ENGAGEMENT = 'runbooks/aggregate-engagement.md';

function lines(...changes: readonly Change[]): string[] {
  return diffAfter(...changes).rules.map(
    ({ pipeline, alert, what, change, before, after }) =>
      `${pipeline}/${alert} ${what} ${change}: ${before ?? 'none'} -> ${after ?? 'none'}`,
  );
}

test.each<readonly [string, string, string, string]>([
  [PROFIT, 'by: "09:00"', 'by: "09:30"', 'not-complete-by-nine by loosened: by 09:00 -> by 09:30'],
  [PROFIT, 'by: "09:00"', 'by: "08:00"', 'not-complete-by-nine by tightened: by 09:00 -> by 08:00'],
  [
    PROFIT,
    'tolerancePercent: 1',
    'tolerancePercent: 2.5',
    'profit-discrepancy tolerancePercent loosened: tolerance 1 % -> tolerance 2.5 %',
  ],
  [
    PROFIT,
    'tolerancePercent: 1',
    'tolerancePercent: 0',
    'profit-discrepancy tolerancePercent tightened: tolerance 1 % -> tolerance 0 %',
  ],
  [
    ENGAGEMENT,
    'maxLag: 16h',
    'maxLag: 1d',
    'data-lag maxLag loosened: lag of at most 16 hours -> lag of at most 1 day',
  ],
  [
    ENGAGEMENT,
    'maxLag: 16h',
    'maxLag: 90m',
    'data-lag maxLag tightened: lag of at most 16 hours -> lag of at most 1 hour 30 minutes',
  ],
  [
    ENGAGEMENT,
    'deviationPercent: 30',
    'deviationPercent: 40',
    'engagement-trend deviationPercent loosened: deviation 30 % -> deviation 40 %',
  ],
  [
    ENGAGEMENT,
    'weeks: 8',
    'weeks: 4',
    'engagement-trend weeks changed: 8 weeks of history -> 4 weeks of history',
  ],
  [
    GROWTH,
    'longerThan: 2h',
    'longerThan: 3h',
    'runs-too-long longerThan loosened: longer than 2 hours -> longer than 3 hours',
  ],
  [GROWTH, 'min: 0 ', 'min: -5 ', 'growth-out-of-range min loosened: at least 0 -> at least -5'],
  [GROWTH, 'min: 0 ', 'min: 5 ', 'growth-out-of-range min tightened: at least 0 -> at least 5'],
  [GROWTH, 'max: 50 ', 'max: 60 ', 'growth-out-of-range max loosened: at most 50 -> at most 60'],
  [GROWTH, 'max: 50 ', 'max: 40 ', 'growth-out-of-range max tightened: at most 50 -> at most 40'],
  [GROWTH, '    min: 0 ', '    # min: 0 ', 'growth-out-of-range min loosened: at least 0 -> none'],
  [
    GROWTH,
    'longerThan: 2h',
    'longerThan: 2h, priority: 2',
    'runs-too-long priority changed: none -> priority 2',
  ],
  [
    GROWTH,
    'longerThan: 2h, failureClass: processing',
    'longerThan: 2h, failureClass: human',
    'runs-too-long failureClass changed: failure class processing -> failure class human',
  ],
])('%s: %s becomes %s', (path, replace, text, expected) => {
  expect(lines({ path, replace, with: text })).toEqual([`${path.slice(9, -3)}/${expected}`]);
});

test('a metric more and one less', () => {
  expect(
    lines({
      path: GROWTH,
      replace: 'kind: missing\n    metrics: [revenue_growth_pct, user_acquisition_growth_pct]',
      with: 'kind: missing\n    metrics: [revenue_growth_pct, churn_pct]',
    }),
  ).toEqual([
    'aggregate-growth/key-metric-missing metric added: none -> churn_pct',
    'aggregate-growth/key-metric-missing metric removed: user_acquisition_growth_pct -> none',
  ]);
});

test('another kind is told as a whole, and a length in other units is the same length', () => {
  expect(
    lines({ path: GROWTH, replace: 'kind: duration, longerThan: 2h', with: 'kind: freshness, maxLag: 2h' }),
  ).toEqual([
    'aggregate-growth/runs-too-long kind changed: duration: longer than 2 hours -> freshness: lag of at most 2 hours',
  ]);
  expect(lines({ path: GROWTH, replace: 'longerThan: 2h', with: 'longerThan: 120m' })).toEqual([]);
});

test('a rule that is removed with its section, and put back', () => {
  const path = PROFIT;
  const lines = realText(path).split('\n');
  const rule = lines.findIndex((line) => line.includes('id: profit-discrepancy'));
  const length = lines.slice(rule + 1).findIndex((line) => /^( {2}- |---)/.test(line)) + 1;
  const section = lines.indexOf('### Profit discrepancy');
  const end = lines.findIndex((line, index) => index > section && /^##/.test(line));
  const without = lines
    .filter((_, index) => (index < rule || index >= rule + length) && (index < section || index >= end))
    .join('\n')
    .replace(/\[([^\]]+)\]\(#profit-discrepancy\)/g, '$1');
  const files = changedData(
    { path, with: without },
    withoutLinksTo('aggregate-profit.md#profit-discrepancy'),
  );
  const rules = 'discrepancy: total_profit, tolerance 1 %';
  const place = { pipeline: 'aggregate-profit', alert: 'profit-discrepancy', what: 'rule' };
  const gone = diffBetween(REAL_DATA, files);
  expect(gone.rules).toEqual([{ ...place, change: 'removed', before: rules }]);
  expect(gone.runbooks).toContainEqual({
    file: 'aggregate-profit.md',
    pipeline: 'aggregate-profit',
    section: 'Profit discrepancy',
    alert: 'profit-discrepancy',
    change: 'removed',
  });
  expect(diffBetween(files, REAL_DATA).rules).toEqual([{ ...place, change: 'added', after: rules }]);
});
