import type { Case } from './case';

/** What is told by src/catalog/read/layout.ts. */
export const CASES: readonly Case[] = [
  [
    'leave.yaml is missing',
    [{ path: 'leave.yaml' }],
    ['FILE001 leave.yaml:1:1 | create it with [] if nobody is on leave'],
  ],
  [
    'organization.yaml is missing',
    [{ path: 'organization.yaml' }],
    [
      'FILE001 organization.yaml:1:1 | create it: name, timeZone, workingWeek, officeHours, handOff, escalation, teams, people',
    ],
  ],
  [
    'pipelines.yaml is missing',
    [{ path: 'pipelines.yaml' }],
    ['FILE001 pipelines.yaml:1:1 | create it: each pipeline with name, coverage, primary and secondary'],
  ],
  [
    'rotations.yaml is missing',
    [{ path: 'rotations.yaml' }],
    ['FILE001 rotations.yaml:1:1 | create it with {} if nobody is on call'],
  ],
  [
    'no holiday file at all',
    [{ path: 'holidays/2026.yaml' }, { path: 'holidays/2027.yaml' }],
    [
      'FILE001 holidays:1:1 | create holidays/YYYY.yaml for each year of the roster, with [] if there are no holidays',
    ],
  ],
  [
    'a file that nobody reads',
    [{ path: 'notes.txt', with: 'x' }],
    ['FILE005 notes.txt:1:1 | move it out of the data folder'],
  ],
  [
    'an ending that is nearly right',
    [{ path: 'pipelines.yml', with: 'x' }],
    ['FILE005 pipelines.yml:1:1 | did you mean "pipelines.yaml"?'],
  ],
  [
    'a holiday file without a year',
    [{ path: 'holidays/26.yaml', with: '[]' }],
    [
      "FILE005 holidays/26.yaml:1:1 | name it after its year, e.g. holidays/2026.yaml, or holidays/uk/2026.yaml for an office's calendar",
    ],
  ],
  [
    'a runbook with a space in its name',
    [{ path: 'runbooks/my runbook.md', with: 'x' }],
    [
      'FILE005 runbooks/my runbook.md:1:1 | use letters, digits and hyphens in its name and end it in .md, or move it elsewhere',
    ],
  ],
  ['a folder', [{ path: 'other/', with: '' }], ['FILE005 other/:1:1 | move it out of the data folder']],
  ['a README', [{ path: 'README.md', with: 'x' }], []],
  ['a hidden file', [{ path: '.gitkeep', with: 'x' }], []],
];
