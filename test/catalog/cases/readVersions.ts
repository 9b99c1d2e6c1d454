import type { Case } from './case';

/** What is told by src/catalog/read/readVersions.ts. */
export const CASES: readonly Case[] = [
  [
    'an unknown person',
    [
      {
        path: 'rotations.yaml',
        replace: 'order: [spencer, choo, aidil, thiru]',
        with: 'order: [spencer, cho, aidil, thiru]',
      },
    ],
    ['ROTA002 rotations.yaml:18:24 "cho" | did you mean "choo"?'],
  ],
  [
    'a team',
    [
      {
        path: 'rotations.yaml',
        replace: 'order: [spencer, choo, aidil, thiru]',
        with: 'order: [spencer, de, aidil, thiru]',
      },
    ],
    ['ROTA002 rotations.yaml:18:24 "de" | name the people of the team'],
  ],
  [
    'the same person twice',
    [
      {
        path: 'rotations.yaml',
        replace: 'order: [spencer, choo, aidil, thiru]',
        with: 'order: [spencer, choo, aidil, choo]',
      },
    ],
    ['ROTA005 rotations.yaml:18:37 "choo" | remove one: everybody takes turns equally'],
  ],
  [
    'nobody',
    [{ path: 'rotations.yaml', replace: 'order: [spencer, choo, aidil, thiru]', with: 'order: []' }],
    ['DATA005 rotations.yaml:18:14 [] | write at least 1 entry'],
  ],
  [
    'the first version on a Tuesday',
    [
      {
        path: 'rotations.yaml',
        replace: '    - from: 2026-01-05\n      order: [spencer',
        with: '    - from: 2026-01-06\n      order: [spencer',
      },
    ],
    ['ROTA003 rotations.yaml:17:13 "2026-01-06" | write 2026-01-05 or 2026-01-12'],
  ],
  [
    'a later version in the middle of a turn',
    [
      {
        path: 'rotations.yaml',
        replace: 'order: [spencer, choo, aidil, thiru]',
        with: 'order: [spencer, choo, aidil, thiru]\n    - from: 2026-01-15\n      order: [aidil]',
      },
    ],
    ['ROTA003 rotations.yaml:19:13 "2026-01-15" | write 2026-01-12 or 2026-01-19'],
  ],
  [
    'a later version in the first turn',
    [
      {
        path: 'rotations.yaml',
        replace: 'order: [spencer, choo, aidil, thiru]',
        with: 'order: [spencer, choo, aidil, thiru]\n    - from: 2026-01-06\n      order: [aidil]',
      },
    ],
    ['ROTA003 rotations.yaml:19:13 "2026-01-06" | write 2026-01-12 or 2026-01-19'],
  ],
  [
    'two versions on one day',
    [
      {
        path: 'rotations.yaml',
        replace: 'order: [spencer, choo, aidil, thiru]',
        with: 'order: [spencer, choo, aidil, thiru]\n    - from: 2026-01-05\n      order: [aidil]',
      },
    ],
    ['ROTA004 rotations.yaml:19:13 "2026-01-05" | write versions oldest first, each with a later date'],
  ],
  [
    'a later version before the first',
    [
      {
        path: 'rotations.yaml',
        replace: 'order: [spencer, choo, aidil, thiru]',
        with: 'order: [spencer, choo, aidil, thiru]\n    - from: 2025-12-29\n      order: [aidil]',
      },
    ],
    ['ROTA004 rotations.yaml:19:13 "2025-12-29" | write versions oldest first, each with a later date'],
  ],
  [
    'a later version at a hand-off',
    [
      {
        path: 'rotations.yaml',
        replace: 'order: [spencer, choo, aidil, thiru]',
        with: 'order: [spencer, choo, aidil, thiru]\n    - from: 2026-01-12\n      order: [aidil]',
      },
    ],
    [],
  ],
  [
    'no date',
    [
      {
        path: 'rotations.yaml',
        replace: 'order: [spencer, choo, aidil, thiru]',
        with: 'order: [spencer, choo, aidil, thiru]\n    - from: next monday\n      order: [aidil]',
      },
    ],
    [
      'DATA004 rotations.yaml:19:13 "next monday" | write year-month-day with two digits each for month and day, e.g. 2026-01-05',
    ],
  ],
];
