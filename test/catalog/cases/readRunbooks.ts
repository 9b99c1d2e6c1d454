import type { Case } from './case';

/** What is told by src/catalog/read/readRunbooks.ts. */
export const CASES: readonly Case[] = [
  [
    'an unknown pipeline',
    [
      {
        path: 'runbooks/aggregate-profit.md',
        replace: 'pipeline: aggregate-profit\n',
        with: 'pipeline: aggregate-proft\n',
      },
    ],
    [
      'PIPE004 pipelines.yaml:15:1 "aggregate-profit" | create runbooks/aggregate-profit.md with pipeline: aggregate-profit',
      'BOOK001 runbooks/aggregate-profit.md:3:11 "aggregate-proft" | did you mean "aggregate-profit"?',
    ],
  ],
  [
    'two runbooks for one pipeline',
    [
      {
        path: 'runbooks/aggregate-profit.md',
        replace: 'pipeline: aggregate-profit\n',
        with: 'pipeline: aggregate-growth\n',
      },
    ],
    [
      'PIPE004 pipelines.yaml:15:1 "aggregate-profit" | create runbooks/aggregate-profit.md with pipeline: aggregate-profit',
      'BOOK002 runbooks/aggregate-profit.md:3:11 "aggregate-growth" | merge the two, or name the other pipeline',
      'BOOK013 (warning) runbooks/aggregate-profit.md:13:1 "Aggregate profit for investors" | write # Aggregate growth for investors',
    ],
  ],
  [
    'no front matter',
    [{ path: 'runbooks/aggregate-profit.md', replace: '---\n# yaml', with: '# yaml' }],
    [
      'BOOK003 runbooks/aggregate-profit.md:1:1 | start the file with a line ---, then pipeline and alerts, then another line ---',
    ],
  ],
  [
    'front matter that is not closed',
    [
      {
        path: 'runbooks/aggregate-profit.md',
        replace: '    failureClass: data\n---\n',
        with: '    failureClass: data\n',
      },
    ],
    [
      'BOOK003 runbooks/aggregate-profit.md:1:1 | start the file with a line ---, then pipeline and alerts, then another line ---',
    ],
  ],
  [
    'front matter with a syntax error',
    [
      {
        path: 'runbooks/aggregate-profit.md',
        replace: 'escalation: [primary, on-duty]',
        with: 'escalation: [primary, on-duty',
      },
    ],
    [
      'YAML001 runbooks/aggregate-profit.md:5:1 | check this line and the one above it: quotes, brackets, colons and indentation',
    ],
  ],
  [
    'another order of escalation',
    [{ path: 'runbooks/aggregate-profit.md', replace: '[primary, on-duty]', with: '[on-duty]' }],
    ['BOOK010 runbooks/aggregate-profit.md:4:13 ["on-duty"] | write escalation: [primary, on-duty]'],
  ],
  [
    'no escalation on an on-call pipeline',
    [{ path: 'runbooks/aggregate-profit.md', replace: 'escalation: [primary, on-duty]\n', with: '' }],
    ['BOOK010 runbooks/aggregate-profit.md:3:1 | write escalation: [primary, on-duty]'],
  ],
  [
    'an escalation on an office-hours pipeline',
    [
      {
        path: 'runbooks/unit-profit-experiments.md',
        replace: 'alerts:\n',
        with: 'escalation: [primary]\nalerts:\n',
      },
    ],
    ['BOOK010 runbooks/unit-profit-experiments.md:4:13 ["primary"] | remove the key escalation'],
  ],
  [
    'another title',
    [
      {
        path: 'runbooks/aggregate-profit.md',
        replace: '# Aggregate profit for investors',
        with: '# Aggregate profit',
      },
    ],
    [
      'BOOK013 (warning) runbooks/aggregate-profit.md:13:1 "Aggregate profit" | write # Aggregate profit for investors',
    ],
  ],
  [
    "the pipeline's own escalation counts",
    [
      {
        path: 'pipelines.yaml',
        replace: '  name: Aggregate profit for investors',
        with: '  escalation: { steps: [{ notify: on-duty, for: 5m }] }\n  name: Aggregate profit for investors',
      },
    ],
    ['BOOK010 runbooks/aggregate-profit.md:4:13 ["primary","on-duty"] | write escalation: [on-duty]'],
  ],
];
