import type { Case } from './case';

/** What is told by src/catalog/read/checkHeadings.ts. */
export const CASES: readonly Case[] = [
  [
    'a heading misspelt',
    [{ path: 'runbooks/aggregate-profit.md', replace: '## Critical inputs', with: '## Critical input' }],
    ['BOOK004 runbooks/aggregate-profit.md:19:1 "Critical input" | write ## Critical inputs'],
  ],
  [
    'a heading missing',
    [{ path: 'runbooks/aggregate-profit.md', replace: '## Critical inputs\n', with: '\n' }],
    [
      'BOOK004 runbooks/aggregate-profit.md:1:1 | add ## Critical inputs; the order is Description, Critical inputs, Critical outputs, Common failures, Monitoring alerts, Escalation',
    ],
  ],
  [
    'a heading too many',
    [{ path: 'runbooks/aggregate-profit.md', replace: '## Escalation', with: '## Annex\n\n## Escalation' }],
    [
      'BOOK005 runbooks/aggregate-profit.md:83:1 "Annex" | use ### below one of: Description, Critical inputs, Critical outputs, Common failures, Monitoring alerts, Escalation',
    ],
  ],
  [
    'headings out of order',
    [
      { path: 'runbooks/aggregate-profit.md', replace: '## Critical inputs', with: '## Critical outputs' },
      {
        path: 'runbooks/aggregate-profit.md',
        replace: '## Critical outputs\n\n- Dash',
        with: '## Critical inputs\n\n- Dash',
      },
    ],
    [
      'BOOK005 runbooks/aggregate-profit.md:19:1 "Critical outputs" | keep the order Description, Critical inputs, Critical outputs, Common failures, Monitoring alerts, Escalation',
    ],
  ],
  [
    'a heading twice',
    [
      {
        path: 'runbooks/aggregate-profit.md',
        replace: '## Description',
        with: '## Critical inputs\n\n## Description',
      },
    ],
    [
      'BOOK005 runbooks/aggregate-profit.md:15:1 "Critical inputs" | keep the order Description, Critical inputs, Critical outputs, Common failures, Monitoring alerts, Escalation',
      'BOOK008 runbooks/aggregate-profit.md:21:1 "Critical inputs" | reword one of the two headings',
    ],
  ],
  [
    'a class of failure without a section',
    [
      { path: 'runbooks/failure-classes.md', replace: '## Human', with: '## Humans' },
      {
        path: 'runbooks/daily-growth-experiments.md',
        replace: 'failure-classes.md#human',
        with: 'failure-classes.md#humans',
      },
      {
        path: 'runbooks/unit-profit-experiments.md',
        replace: 'failure-classes.md#human',
        with: 'failure-classes.md#humans',
      },
    ],
    ['BOOK011 runbooks/failure-classes.md:1:1 | add ## Human'],
  ],
];
