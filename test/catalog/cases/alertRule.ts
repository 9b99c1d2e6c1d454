import type { Case } from './case';

/** What is told by src/catalog/schema/alertRule.ts. */
export const CASES: readonly Case[] = [
  [
    'a negative tolerance',
    [{ path: 'runbooks/aggregate-profit.md', replace: 'tolerancePercent: 1', with: 'tolerancePercent: -1' }],
    ['ALRT001 runbooks/aggregate-profit.md:10:23 -1 | write 0 or more'],
  ],
  [
    'a percent sign',
    [{ path: 'runbooks/aggregate-profit.md', replace: 'tolerancePercent: 1', with: 'tolerancePercent: 1%' }],
    ['DATA003 runbooks/aggregate-profit.md:10:23 "1%" | write a number without quotes, unit or percent sign'],
  ],
  [
    'infinity',
    [
      {
        path: 'runbooks/aggregate-profit.md',
        replace: 'tolerancePercent: 1',
        with: 'tolerancePercent: .inf',
      },
    ],
    [
      'DATA003 runbooks/aggregate-profit.md:10:23 Infinity | write a number without quotes, unit or percent sign',
    ],
  ],
  [
    'not a number',
    [
      {
        path: 'runbooks/aggregate-profit.md',
        replace: 'tolerancePercent: 1',
        with: 'tolerancePercent: .nan',
      },
    ],
    ['DATA003 runbooks/aggregate-profit.md:10:23 NaN | write a number without quotes, unit or percent sign'],
  ],
  [
    'beyond all measure',
    [
      {
        path: 'runbooks/aggregate-profit.md',
        replace: 'tolerancePercent: 1',
        with: 'tolerancePercent: 1e300',
      },
    ],
    ['DATA005 runbooks/aggregate-profit.md:10:23 1e+300 | write at most 1000000000000'],
  ],
  [
    'a key of another kind',
    [
      {
        path: 'runbooks/aggregate-profit.md',
        replace: 'tolerancePercent: 1',
        with: 'tolerancePercent: 1\n    maxLag: 16h',
      },
    ],
    [
      'DATA001 runbooks/aggregate-profit.md:11:5 "maxLag" | use one of the keys: id, failureClass, runbook, priority, urgency, hold, kind, metrics, …',
    ],
  ],
  [
    'a key misspelt',
    [{ path: 'runbooks/aggregate-profit.md', replace: 'tolerancePercent: 1', with: 'tolerancePercnt: 1' }],
    [
      'DATA002 runbooks/aggregate-profit.md:7:5 | add tolerancePercent: write a number without quotes, unit or percent sign',
      'DATA001 runbooks/aggregate-profit.md:10:5 "tolerancePercnt" | did you mean "tolerancePercent"?',
    ],
  ],
  [
    'an unknown kind',
    [{ path: 'runbooks/aggregate-profit.md', replace: 'kind: discrepancy', with: 'kind: discrepency' }],
    ['DATA004 runbooks/aggregate-profit.md:8:11 "discrepency" | did you mean "discrepancy"?'],
  ],
  [
    'no kind',
    [{ path: 'runbooks/aggregate-profit.md', replace: '    kind: discrepancy\n', with: '' }],
    ['DATA002 runbooks/aggregate-profit.md:7:5 | add kind'],
  ],
  [
    'a time as a number',
    [{ path: 'runbooks/aggregate-profit.md', replace: 'by: "09:00"', with: 'by: 900' }],
    [
      'DATA003 runbooks/aggregate-profit.md:6:53 900 | write HH:MM in quotes, from "00:00" to "23:59", e.g. "09:00"',
    ],
  ],
  [
    'a time with one digit',
    [{ path: 'runbooks/aggregate-profit.md', replace: 'by: "09:00"', with: 'by: 9:00' }],
    [
      'DATA004 runbooks/aggregate-profit.md:6:53 "9:00" | write HH:MM in quotes, from "00:00" to "23:59", e.g. "09:00"',
    ],
  ],
  [
    'a lag without a unit',
    [{ path: 'runbooks/aggregate-engagement.md', replace: 'maxLag: 16h', with: 'maxLag: 16' }],
    [
      'DATA003 runbooks/aggregate-engagement.md:6:46 16 | write a whole number and a unit: m (minutes), h (hours) or d (days), e.g. 90m, 16h, 7d',
    ],
  ],
  [
    'no lag',
    [{ path: 'runbooks/aggregate-engagement.md', replace: 'maxLag: 16h', with: 'maxLag: 0h' }],
    ['ALRT001 runbooks/aggregate-engagement.md:6:46 "0h" | write at least 1m'],
  ],
  [
    'a lag beyond a year',
    [{ path: 'runbooks/aggregate-engagement.md', replace: 'maxLag: 16h', with: 'maxLag: 367d' }],
    ['DATA005 runbooks/aggregate-engagement.md:6:46 "367d" | write at most 366d'],
  ],
  [
    'no weeks',
    [{ path: 'runbooks/aggregate-engagement.md', replace: 'weeks: 8', with: 'weeks: 0' }],
    ['DATA005 runbooks/aggregate-engagement.md:11:12 0 | write at least 1'],
  ],
  [
    'half a week',
    [{ path: 'runbooks/aggregate-engagement.md', replace: 'weeks: 8', with: 'weeks: 0.5' }],
    ['DATA005 runbooks/aggregate-engagement.md:11:12 0.5 | write a whole number'],
  ],
  [
    'a deviation of nothing',
    [
      {
        path: 'runbooks/aggregate-engagement.md',
        replace: 'deviationPercent: 30',
        with: 'deviationPercent: 0',
      },
    ],
    ['ALRT001 runbooks/aggregate-engagement.md:10:23 0 | write more than 0'],
  ],
  [
    'no time at all',
    [{ path: 'runbooks/aggregate-growth.md', replace: 'longerThan: 2h', with: 'longerThan: 0m' }],
    ['ALRT001 runbooks/aggregate-growth.md:6:54 "0m" | write at least 1m'],
  ],
  [
    'min above max',
    [{ path: 'runbooks/aggregate-growth.md', replace: 'min: 0', with: 'min: 60' }],
    ['ALRT001 runbooks/aggregate-growth.md:10:10 60 | write the smaller number as min'],
  ],
  [
    'min equals max',
    [{ path: 'runbooks/aggregate-growth.md', replace: 'min: 0', with: 'min: 50' }],
    ['ALRT001 runbooks/aggregate-growth.md:10:10 50 | write the smaller number as min'],
  ],
  [
    'neither',
    [
      {
        path: 'runbooks/aggregate-growth.md',
        replace: '    min: 0 # per cent; the document calls negative growth an anomaly\n',
        with: '',
      },
      {
        path: 'runbooks/aggregate-growth.md',
        replace:
          '    max: 50 # per cent; the document leaves "implausibly high" open; the value is the team\'s to set\n',
        with: '',
      },
    ],
    [
      'ALRT001 runbooks/aggregate-growth.md:7:5 {"id":"growth-out-of-range","kind":"range","metrics":["reve\u2026 | add min, max or both',
    ],
  ],
  [
    'no metrics',
    [
      {
        path: 'runbooks/aggregate-growth.md',
        replace: 'metrics: [revenue_growth_pct, user_acquisition_growth_pct]\n    min',
        with: 'metrics: []\n    min',
      },
    ],
    ['DATA005 runbooks/aggregate-growth.md:9:14 [] | write at least 1 entry'],
  ],
  [
    'a metric twice',
    [
      {
        path: 'runbooks/aggregate-growth.md',
        replace: 'metrics: [revenue_growth_pct, user_acquisition_growth_pct]\n    min',
        with: 'metrics: [revenue_growth_pct, revenue_growth_pct]\n    min',
      },
    ],
    ['DATA006 runbooks/aggregate-growth.md:9:35 "revenue_growth_pct" | remove one'],
  ],
  [
    'a metric with a hyphen',
    [
      {
        path: 'runbooks/aggregate-growth.md',
        replace: 'metrics: [revenue_growth_pct, user_acquisition_growth_pct]\n    min',
        with: 'metrics: [revenue-growth]\n    min',
      },
    ],
    [
      'DATA004 runbooks/aggregate-growth.md:9:15 "revenue-growth" | write lower-case letters and digits, in words joined by underscores, e.g. total_profit',
    ],
  ],
  [
    'priority 6',
    [
      {
        path: 'runbooks/aggregate-growth.md',
        replace: 'longerThan: 2h',
        with: 'longerThan: 2h, priority: 6',
      },
    ],
    ['DATA005 runbooks/aggregate-growth.md:6:68 6 | write one of: 1, 2, 3, 4, 5'],
  ],
  [
    'a word for a priority',
    [
      {
        path: 'runbooks/aggregate-growth.md',
        replace: 'longerThan: 2h',
        with: 'longerThan: 2h, priority: high',
      },
    ],
    ['DATA003 runbooks/aggregate-growth.md:6:68 "high" | write one of: 1, 2, 3, 4, 5'],
  ],
  [
    'an id with a placeholder',
    [{ path: 'runbooks/aggregate-profit.md', replace: '{ id: not-complete-by-nine,', with: '{ id: "${x}",' }],
    [
      'DATA004 runbooks/aggregate-profit.md:6:11 "${x}" | write the anchor of its heading: lower-case letters of any script, digits, hyphens and single underscores; quote it if it is a number',
    ],
  ],
];
