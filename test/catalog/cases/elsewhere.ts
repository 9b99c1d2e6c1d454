import type { Case } from './case';

const GROWTH = 'runbooks/aggregate-growth.md';
const DURATION = '{ id: runs-too-long, kind: duration, longerThan: 2h, failureClass: processing }';
const ADDRESS = 'write the address of a page, beginning with https://, without spaces, brackets or @';
const LATER = 'write a section here with Meaning, Check and Repair when you have time';

/** A further rule that says where it is explained. */
const linked = (address: string): Case[1] => [
  {
    path: GROWTH,
    replace: DURATION,
    with: `${DURATION}\n  - { id: late, kind: failure, runbook: "${address}", failureClass: data }`,
  },
];

/** What is told of rules that are explained elsewhere. */
export const CASES: readonly Case[] = [
  [
    'a rule without a section',
    linked('https://wiki.xyz-tech.example/a?b=c&d#e'),
    [`BOOK017 (warning) ${GROWTH}:7:41 "https://wiki.xyz-tech.example/a?b=c&d#e" | ${LATER}`],
  ],
  [
    'a link beside a section',
    [
      {
        path: GROWTH,
        replace: DURATION,
        with: DURATION.replace(' failureClass', ' runbook: https://wiki.xyz-tech.example/a, failureClass'),
      },
    ],
    [],
  ],
  [
    'another scheme',
    linked('http://wiki.xyz-tech.example'),
    [`DATA004 ${GROWTH}:7:41 "http://wiki.xyz-tech.example" | write https:// instead of http://`],
  ],
  [
    'a link that would notify somebody',
    linked('https://wiki.xyz-tech.example/@all'),
    [`DATA004 ${GROWTH}:7:41 "https://wiki.xyz-tech.example/@all" | ${ADDRESS}`],
  ],
  [
    'a template',
    linked('https://wiki.xyz-tech.example/{{x}}'),
    [`DATA004 ${GROWTH}:7:41 "https://wiki.xyz-tech.example/{{x}}" | ${ADDRESS}`],
  ],
  [
    'a whole runbook: no headings, no sections, no escalation',
    [
      {
        path: 'runbooks/daily-growth-experiments.md',
        with: `---
# yaml-language-server: $schema=../../schemas/runbook.schema.json
pipeline: daily-growth-experiments
runbook: https://wiki.xyz-tech.example/daily
alerts:
  - { id: pipeline-failure, kind: failure, failureClass: processing }
---
`,
      },
    ],
    [
      `BOOK017 (warning) runbooks/daily-growth-experiments.md:4:10 "https://wiki.xyz-tech.example/daily" | ${LATER}`,
      // A page that linked to the section which is gone.
      'BOOK009 runbooks/failure-classes.md:52:107 "daily-growth-experiments.md#pipeline-failure" | correct the anchor: it is the heading in lower case, with hyphens',
    ],
  ],
];
