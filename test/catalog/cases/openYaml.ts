import type { Case } from './case';

/** What is told by src/catalog/read/openYaml.ts. */
export const CASES: readonly Case[] = [
  [
    'an empty file',
    [{ path: 'leave.yaml', with: '' }],
    ['FILE003 leave.yaml:1:1 | write [] if there are no entries'],
  ],
  [
    'comments only',
    [{ path: 'leave.yaml', with: '# none\n' }],
    ['FILE003 leave.yaml:1:1 | write [] if there are no entries'],
  ],
  ['nobody on leave', [{ path: 'leave.yaml', with: '[]' }], []],
  ['a map for a list', [{ path: 'leave.yaml', with: '{}' }], ['DATA003 leave.yaml:1:1 {} | write a list']],
  [
    'a list for a map',
    [{ path: 'rotations.yaml', with: '[]' }],
    ['DATA003 rotations.yaml:1:1 [] | write a map of keys and values'],
  ],
  [
    'an empty map of pipelines: rotations and runbooks name them in vain',
    [{ path: 'pipelines.yaml', with: '' }],
    ['FILE003 pipelines.yaml:1:1 | write {} if there are no entries'],
  ],
  [
    'an empty runbook',
    [{ path: 'runbooks/aggregate-profit.md', with: ' \n' }],
    ['FILE003 runbooks/aggregate-profit.md:1:1 | write it, or remove the file'],
  ],
];
