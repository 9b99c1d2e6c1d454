import { Temporal } from 'temporal-polyfill';
import { accounts, byPerson, byTeam, pipeline, rule } from './fixture';

/** The pipelines of XYZ Tech with the rules of their runbooks, written by hand. */

export const aggregateProfit = pipeline([
  rule(
    {
      id: 'not-complete-by-nine',
      kind: 'deadline',
      by: Temporal.PlainTime.from('09:00'),
      failureClass: 'processing',
    },
    {
      meaning:
        'The run of a business date was not complete by 9:00 on the next working day. The dashboard for financial analysis lacks that date, so Business Analytics works without it, and a quarterly report for investors made now would lack it too.',
      firstSteps: [
        'Find in the run ledger the oldest business date that is overdue without a complete run, and any later ones.',
        "Open the scheduler's run log of the oldest overdue business date: is the run in progress, failed, or never started?",
        'See whether the accounting API answers.',
        'See whether the accounting system holds revenue and expense data for the overdue business date.',
        'If the run log shows that the calculation is done, see whether delivery to the dashboard for financial analysis is stuck.',
      ],
    },
  ),
  rule({
    id: 'profit-discrepancy',
    kind: 'discrepancy',
    metrics: ['total_profit'],
    tolerancePercent: 1,
    failureClass: 'data',
  }),
]);

export const aggregateEngagement = pipeline(
  [
    rule({
      id: 'data-lag',
      kind: 'freshness',
      maxLag: Temporal.Duration.from({ hours: 16 }),
      failureClass: 'data',
    }),
    rule({
      id: 'engagement-trend',
      kind: 'trend',
      metrics: ['clicks', 'time_spent', 'actions_taken'],
      deviationPercent: 30,
      weeks: 8,
      failureClass: 'data',
    }),
    rule({ id: 'pipeline-failure', kind: 'failure', failureClass: 'processing' }),
  ],
  { id: 'aggregate-engagement', name: 'Aggregate engagement for investors' },
);

export const aggregateGrowth = pipeline(
  [
    rule({
      id: 'runs-too-long',
      kind: 'duration',
      longerThan: Temporal.Duration.from({ hours: 2 }),
      failureClass: 'processing',
    }),
    rule({
      id: 'growth-out-of-range',
      kind: 'range',
      metrics: ['revenue_growth_pct', 'user_acquisition_growth_pct'],
      min: 0,
      max: 50,
      failureClass: 'data',
    }),
    rule({
      id: 'key-metric-missing',
      kind: 'missing',
      metrics: ['revenue_growth_pct', 'user_acquisition_growth_pct'],
      failureClass: 'data',
    }),
  ],
  {
    id: 'aggregate-growth',
    name: 'Aggregate growth for investors',
    primary: byTeam(accounts),
    rotations: [{ id: 'growth', duty: 'on-duty' }],
  },
);

const officeHours = pipeline(
  [
    rule(
      { id: 'pipeline-failure', kind: 'failure', failureClass: 'processing' },
      {
        meaning:
          'The latest run failed. The experiments have no new figures from this pipeline. It is not a production pipeline, so the repair waits for office hours.',
        firstSteps: [
          'Find in the run ledger which business date failed, and when the last successful run was.',
          "Open the scheduler's run log of the failed run, and read its first error, not only its last.",
          'See whether the error is about the data, about memory or CPU, about the network, or about a system that does not answer.',
          'See whether the job or its configuration was changed or deleted since the last successful run.',
        ],
      },
    ),
  ],
  {
    id: 'unit-profit-experiments',
    name: 'Unit-level profit for experiments',
    coverage: 'office-hours',
    primary: byPerson('aidil', 'Aidil'),
    secondary: byPerson('spencer', 'Spencer'),
  },
);

export const unitProfitExperiments = { ...officeHours, rotations: [] };
