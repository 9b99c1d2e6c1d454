import type { Case } from './case';

/** What is told by src/catalog/read/readAlerts.ts. */
export const CASES: readonly Case[] = [
  [
    'a section without a rule',
    [
      {
        path: 'runbooks/aggregate-profit.md',
        replace: '## Escalation',
        with: '### Late\n\n**Meaning.** m\n\n**Check.** c\n\n**Repair.** r\n\n## Escalation',
      },
    ],
    ['BOOK007 runbooks/aggregate-profit.md:83:1 "Late" | add a rule with the id late, or remove the section'],
  ],
  [
    'a rule without a section',
    [
      {
        path: 'runbooks/aggregate-profit.md',
        replace: '    failureClass: data\n',
        with: '    failureClass: data\n  - { id: late, kind: failure, failureClass: data }\n',
      },
    ],
    ['BOOK006 runbooks/aggregate-profit.md:12:11 "late" | add ### Late'],
  ],
  [
    'a rule misspelt',
    [
      {
        path: 'runbooks/aggregate-profit.md',
        replace: 'id: profit-discrepancy',
        with: 'id: profit-discrepency',
      },
    ],
    [
      'BOOK006 runbooks/aggregate-profit.md:7:9 "profit-discrepency" | did you mean "profit-discrepancy"? If not, add a section',
      'BOOK007 runbooks/aggregate-profit.md:60:1 "Profit discrepancy" | add a rule with the id profit-discrepancy, or write the heading of "profit-discrepency"',
    ],
  ],
  [
    'two rules with one id',
    [
      {
        path: 'runbooks/aggregate-profit.md',
        replace: '    failureClass: data\n',
        with: '    failureClass: data\n  - { id: profit-discrepancy, kind: failure, failureClass: data }\n',
      },
    ],
    [
      'IDEN001 runbooks/aggregate-profit.md:12:11 "profit-discrepancy" | rename one, and give it its own section',
    ],
  ],
  [
    'two sections with one slug',
    [
      {
        path: 'runbooks/aggregate-profit.md',
        replace: '## Escalation',
        with: '### Profit discrepancy\n\n**Meaning.** m\n\n**Check.** c\n\n**Repair.** r\n\n## Escalation',
      },
    ],
    ['BOOK008 runbooks/aggregate-profit.md:83:1 "Profit discrepancy" | reword one of the two headings'],
  ],
  [
    'a section without its parts',
    [{ path: 'runbooks/aggregate-profit.md', replace: '**Repair.** Oldest', with: '**Fix.** Oldest' }],
    [
      'BOOK012 (warning) runbooks/aggregate-profit.md:37:1 "Not complete by nine" | start a paragraph with **Repair.**',
    ],
  ],
  [
    'a long line',
    [
      {
        path: 'runbooks/aggregate-profit.md',
        replace: '## Description\n',
        with: `## Description\n\n${'x'.repeat(2001)}\n`,
      },
    ],
    [
      'TEXT003 runbooks/aggregate-profit.md:17:2001 "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\u2026 | break it into several lines',
    ],
  ],
  [
    '2,000 characters fit',
    [
      {
        path: 'runbooks/aggregate-profit.md',
        replace: '## Description\n',
        with: `## Description\n\n${'x'.repeat(2000)}\n`,
      },
    ],
    [],
  ],
  [
    'a zero-width space; what would be executed is made inert later',
    [
      {
        path: 'runbooks/aggregate-profit.md',
        replace: '## Description\n',
        with: '## Description\n\na\u200bb ${x} {{y}} @z\n',
      },
    ],
    ['TEXT002 runbooks/aggregate-profit.md:17:2 "\\u{200b}" | delete it: it may have come with copied text'],
  ],
];
