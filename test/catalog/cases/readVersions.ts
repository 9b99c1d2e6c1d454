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
    ['ROTA002 rotations.yaml:18:24 "de" | name people of the team'],
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
    ['ROTA005 rotations.yaml:18:37 "choo" | remove one: each person has one turn per round'],
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
    ['DATA004 rotations.yaml:19:13 "next monday" | write YYYY-MM-DD, e.g. 2026-01-05'],
  ],
  [
    'somebody who leaves, in orders that go on',
    [
      {
        path: 'organization.yaml',
        replace: 'observes: [christmas]',
        with: 'observes: [christmas], left: 2026-12-01',
      },
    ],
    [
      'ROTA010 rotations.yaml:10:7 "spencer" | add a version from 2026-12-28 without spencer, and leave this one as it is',
      'ROTA010 rotations.yaml:17:7 "spencer" | add a version from 2026-12-07 without spencer, and leave this one as it is',
    ],
  ],
  [
    'somebody who leaves on the day of their hand-off, at midnight before it',
    [
      {
        path: 'organization.yaml',
        replace: 'observes: [christmas]',
        with: 'observes: [christmas], left: 2026-12-07',
      },
      {
        path: 'rotations.yaml',
        replace: 'order: [aidil, thiru, choo, spencer]',
        with: 'order: [aidil, thiru, choo, spencer]\n    - from: 2026-12-28\n      order: [aidil]',
      },
    ],
    [
      'ROTA010 rotations.yaml:19:7 "spencer" | add a version from 2026-12-07 without spencer, and leave this one as it is',
    ],
  ],
  [
    'somebody who leaves in the middle of their last turn',
    [
      {
        path: 'organization.yaml',
        replace: 'observes: [christmas]',
        with: 'observes: [christmas], left: 2026-12-08',
      },
      {
        path: 'rotations.yaml',
        replace: 'order: [aidil, thiru, choo, spencer]',
        with: 'order: [aidil, thiru, choo, spencer]\n    - from: 2026-12-28\n      order: [aidil]',
      },
      {
        path: 'rotations.yaml',
        replace: 'order: [spencer, choo, aidil, thiru]',
        with: 'order: [spencer, choo, aidil, thiru]\n    - from: 2027-01-04\n      order: [aidil]',
      },
    ],
    [],
  ],
  [
    'somebody who leaves, in a version that begins later',
    [
      {
        path: 'organization.yaml',
        replace: 'observes: [christmas]',
        with: 'observes: [christmas], left: 2026-12-01',
      },
      {
        path: 'rotations.yaml',
        replace: 'order: [aidil, thiru, choo, spencer]',
        with: 'order: [aidil, thiru, choo, spencer]\n    - from: 2026-12-28\n      order: [aidil]',
      },
      {
        path: 'rotations.yaml',
        replace: 'order: [spencer, choo, aidil, thiru]',
        with: 'order: [spencer, choo, aidil, thiru]\n    - from: 2026-12-07\n      order: [spencer, aidil]',
      },
    ],
    ['ROTA010 rotations.yaml:21:7 "spencer" | leave spencer out of the version from 2026-12-07'],
  ],
];
