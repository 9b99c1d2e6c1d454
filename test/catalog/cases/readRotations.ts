import type { Case } from './case';

/** What is told by src/catalog/read/readRotations.ts. */
export const CASES: readonly Case[] = [
  [
    'an unknown pipeline',
    [
      {
        path: 'rotations.yaml',
        replace: 'pipelines: [aggregate-growth]',
        with: 'pipelines: [aggregate-growth, unit-profit]',
      },
    ],
    [
      'ROTA001 rotations.yaml:14:33 "unit-profit" | use one of the pipelines: unit-profit-experiments, daily-growth-experiments, aggregate-profit, aggregate-engagement, aggregate-growth',
    ],
  ],
  [
    'an on-call pipeline in no rotation',
    [{ path: 'rotations.yaml', replace: ', aggregate-engagement]', with: ']' }],
    [
      'PIPE003 pipelines.yaml:20:1 "aggregate-engagement" | add it to the pipelines of a rotation in rotations.yaml, or write coverage: office-hours',
    ],
  ],
  [
    'a pipeline twice in one',
    [
      {
        path: 'rotations.yaml',
        replace: 'pipelines: [aggregate-growth]',
        with: 'pipelines: [aggregate-growth, aggregate-growth]',
      },
    ],
    ['DATA006 rotations.yaml:14:33 "aggregate-growth" | remove one'],
  ],
  [
    'an office-hours pipeline',
    [
      {
        path: 'rotations.yaml',
        replace: 'pipelines: [aggregate-growth]',
        with: 'pipelines: [aggregate-growth, daily-growth-experiments]',
      },
    ],
    [
      'ROTA007 rotations.yaml:14:33 "daily-growth-experiments" | remove it here, or write coverage: on-call in pipelines.yaml',
    ],
  ],
  [
    'no pipeline',
    [{ path: 'rotations.yaml', replace: 'pipelines: [aggregate-growth]', with: 'pipelines: []' }],
    ['DATA005 rotations.yaml:14:14 [] | write at least 1 entry'],
  ],
  [
    'two rotations of one name',
    [
      {
        path: 'rotations.yaml',
        replace: 'name: Investor growth',
        with: 'name: investor profit and engagement',
      },
    ],
    [
      'IDEN002 rotations.yaml:13:9 "investor profit and engagement" | give each its own name: PagerDuty identifies them by name',
    ],
  ],
  [
    'a turn without a unit',
    [
      {
        path: 'rotations.yaml',
        replace: 'turn: 7d\n  versions:\n    - from: 2026-01-05\n      order: [spencer',
        with: 'turn: 7\n  versions:\n    - from: 2026-01-05\n      order: [spencer',
      },
    ],
    ['DATA003 rotations.yaml:15:9 7 | write whole days from 1d to 364d, e.g. 7d'],
  ],
  [
    'a turn of hours',
    [
      {
        path: 'rotations.yaml',
        replace: 'turn: 7d\n  versions:\n    - from: 2026-01-05\n      order: [spencer',
        with: 'turn: 168h\n  versions:\n    - from: 2026-01-05\n      order: [spencer',
      },
    ],
    ['DATA004 rotations.yaml:15:9 "168h" | write whole days from 1d to 364d, e.g. 7d'],
  ],
  [
    'a turn beyond a year',
    [
      {
        path: 'rotations.yaml',
        replace: 'turn: 7d\n  versions:\n    - from: 2026-01-05\n      order: [spencer',
        with: 'turn: 365d\n  versions:\n    - from: 2026-01-05\n      order: [spencer',
      },
    ],
    ['DATA005 rotations.yaml:15:9 "365d" | write whole days from 1d to 364d, e.g. 7d'],
  ],
  [
    'pipelines.yaml broken: no pipeline is called unknown',
    [{ path: 'pipelines.yaml', with: '[' }],
    [
      'YAML001 pipelines.yaml:1:2 | check this line and the one above it: quotes, brackets, colons and indentation',
    ],
  ],
  [
    'both files broken',
    [
      { path: 'pipelines.yaml', replace: 'primary: aidil', with: 'primary: [' },
      {
        path: 'rotations.yaml',
        replace: 'order: [spencer, choo, aidil, thiru]',
        with: 'order: [spencer, cho, aidil, thiru]',
      },
    ],
    [
      'YAML001 pipelines.yaml:8:3 | check this line and the one above it: quotes, brackets, colons and indentation',
      'ROTA002 rotations.yaml:18:24 "cho" | did you mean "choo"?',
    ],
  ],
];
