import type { Case } from './case';

/** What is told by src/catalog/read/checkLinks.ts. */
export const CASES: readonly Case[] = [
  [
    'links that lead nowhere',
    [
      {
        path: 'runbooks/aggregate-profit.md',
        replace: '## Escalation',
        with: '## Escalation\n\n[x](#nowhere) [y](nope.md) [z](../../x.md) [w](aggregate-growth.md#data-lag) [v](/x.md)',
      },
    ],
    [
      'BOOK009 runbooks/aggregate-profit.md:85:1 "#nowhere" | correct the anchor: it is the heading in lower case, with hyphens',
      'BOOK009 runbooks/aggregate-profit.md:85:15 "nope.md" | correct the file name: there is no such file in the data folder',
      'BOOK009 runbooks/aggregate-profit.md:85:28 "../../x.md" | link to a file in the data folder, or write the full address with https://',
      'BOOK009 runbooks/aggregate-profit.md:85:44 "aggregate-growth.md#data-lag" | correct the anchor: it is the heading in lower case, with hyphens',
      'BOOK009 runbooks/aggregate-profit.md:85:78 "/x.md" | link to a file in the data folder, or write the full address with https://',
    ],
  ],
  [
    'links that lead somewhere',
    [
      {
        path: 'runbooks/aggregate-profit.md',
        replace: '## Escalation',
        with: '## Escalation\n\n[x](../pipelines.yaml) [y](https://xyz-tech.example/#a) [z](./aggregate-growth.md#runs%2Dtoo-long) [w](mailto:x) [v](#)',
      },
    ],
    [],
  ],
  [
    'the anchor of a heading with an accent',
    [
      {
        path: 'runbooks/aggregate-profit.md',
        replace: '## Escalation',
        with: '## Escalation\n\n### \u00dcber allem\n\n[x](#%C3%BCber-allem) [y](#%zz)',
      },
    ],
    [
      'BOOK009 runbooks/aggregate-profit.md:87:23 "#%zz" | correct the anchor: it is the heading in lower case, with hyphens',
    ],
  ],
];
