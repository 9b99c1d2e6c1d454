import type { Case } from './case';

/** What is told by src/catalog/read/readPipelines.ts. */
export const CASES: readonly Case[] = [
  [
    'an unknown owner',
    [{ path: 'pipelines.yaml', replace: 'primary: aidil', with: 'primary: aidl' }],
    ['PIPE001 pipelines.yaml:7:12 "aidl" | did you mean "aidil"?'],
  ],
  [
    'an unknown owner beside an unknown coverage: both are told',
    [
      {
        path: 'pipelines.yaml',
        replace: 'coverage: on-call\n  primary: accounts',
        with: 'coverage: onn-call\n  primary: acounts',
      },
    ],
    [
      'DATA004 pipelines.yaml:27:13 "onn-call" | did you mean "on-call"?',
      'PIPE001 pipelines.yaml:28:12 "acounts" | did you mean "accounts"?',
    ],
  ],
  [
    'an owner named constructor',
    [{ path: 'pipelines.yaml', replace: 'primary: thiru', with: 'primary: constructor' }],
    [
      'PIPE001 pipelines.yaml:12:12 "constructor" | use one of the people and teams: aidil, spencer, thiru, choo, ba, accounts, de',
    ],
  ],
  [
    'an owner named __proto__',
    [{ path: 'pipelines.yaml', replace: 'primary: thiru', with: 'primary: __proto__' }],
    [
      'DATA004 pipelines.yaml:12:12 "__proto__" | write lower-case letters and digits, in words joined by hyphens, e.g. aggregate-profit',
    ],
  ],
  [
    'an owner named toString',
    [{ path: 'pipelines.yaml', replace: 'primary: thiru', with: 'primary: toString' }],
    [
      'DATA004 pipelines.yaml:12:12 "toString" | write lower-case letters and digits, in words joined by hyphens, e.g. aggregate-profit',
    ],
  ],
  [
    'an unknown key',
    [{ path: 'pipelines.yaml', replace: 'name: Daily growth', with: 'nmae: Daily growth' }],
    [
      'DATA002 pipelines.yaml:9:1 | add name: write a short text; quote it if it looks like a number, true or false',
      'DATA001 pipelines.yaml:10:3 "nmae" | did you mean "name"?',
    ],
  ],
  [
    'a missing key',
    [{ path: 'pipelines.yaml', replace: '  secondary: choo\n', with: '' }],
    [
      'DATA002 pipelines.yaml:9:1 | add secondary: write lower-case letters and digits, in words joined by hyphens, e.g. aggregate-profit',
    ],
  ],
  [
    'an unknown word',
    [
      {
        path: 'pipelines.yaml',
        replace: 'coverage: office-hours\n  primary: thiru',
        with: 'coverage: officehours\n  primary: thiru',
      },
    ],
    ['DATA004 pipelines.yaml:11:13 "officehours" | did you mean "office-hours"?'],
  ],
  [
    'a number for a name',
    [{ path: 'pipelines.yaml', replace: 'name: Daily growth for experiments', with: 'name: 7' }],
    ['DATA003 pipelines.yaml:10:9 7 | write a short text; quote it if it looks like a number, true or false'],
  ],
  [
    'nothing for a name',
    [{ path: 'pipelines.yaml', replace: 'name: Daily growth for experiments', with: 'name:' }],
    [
      'DATA003 pipelines.yaml:10:8 null | write a short text; quote it if it looks like a number, true or false',
    ],
  ],
  [
    'a name that looks like another: a Cyrillic letter, and a zero',
    [
      {
        path: 'pipelines.yaml',
        replace: 'name: Daily growth for experiments',
        with: 'name: Unit-level pr\u043efit f0r experiments',
      },
    ],
    [
      'IDEN003 pipelines.yaml:10:9 "Unit-level pr\u043efit f0r experiments" | give each its own name: PagerDuty identifies them by name',
      'BOOK013 (warning) runbooks/daily-growth-experiments.md:8:1 "Daily growth for experiments" | write # Unit-level pr\u043efit f0r experiments',
    ],
  ],
  [
    'a name that differs in capitals only',
    [
      {
        path: 'pipelines.yaml',
        replace: 'name: Daily growth for experiments',
        with: 'name: "UNIT-level profit for experiments"',
      },
    ],
    [
      'IDEN002 pipelines.yaml:10:9 "UNIT-level profit for experiments" | give each its own name: PagerDuty identifies them by name',
      'BOOK013 (warning) runbooks/daily-growth-experiments.md:8:1 "Daily growth for experiments" | write # UNIT-level profit for experiments',
    ],
  ],
  [
    'an on-call primary without a desk',
    [
      {
        path: 'pipelines.yaml',
        replace: '  primary: accounts\n  secondary: de',
        with: '  primary: de\n  secondary: accounts',
      },
    ],
    ['PIPE005 pipelines.yaml:28:12 "de" | give the team a desk in organization.yaml, or name a person'],
  ],
  [
    'an office-hours owner without a desk',
    [{ path: 'pipelines.yaml', replace: 'secondary: choo', with: 'secondary: de' }],
    ['PIPE005 pipelines.yaml:13:14 "de" | give the team a desk in organization.yaml, or name a person'],
  ],
  [
    'an office-hours pipeline with an escalation',
    [
      {
        path: 'pipelines.yaml',
        replace: 'secondary: choo',
        with: 'secondary: choo\n  escalation: { repeat: 1 }',
      },
    ],
    ['PIPE006 pipelines.yaml:14:3 | remove the escalation, or write coverage: on-call'],
  ],
  [
    'one owner for both',
    [{ path: 'pipelines.yaml', replace: 'secondary: choo', with: 'secondary: thiru' }],
    [
      'PIPE002 pipelines.yaml:13:14 "thiru" | name somebody else: the secondary owner is needed when the primary is away',
    ],
  ],
  [
    'organization.yaml broken: no owner is called unknown',
    [{ path: 'organization.yaml', replace: 'name: XYZ Tech', with: 'name: [' }],
    [
      'YAML001 organization.yaml:3:1 | check this line and the one above it: quotes, brackets, colons and indentation',
    ],
  ],
  [
    'a person with a problem of their own is no unknown owner',
    [{ path: 'organization.yaml', replace: 'email: aidil@xyz-tech.example', with: 'email: aidil' }],
    ['DATA004 organization.yaml:26:42 "aidil" | write one address, e.g. aidil@xyz-tech.example'],
  ],
  [
    'a person whose schedule would have the name of a rotation',
    [
      { path: 'pipelines.yaml', replace: 'primary: accounts', with: 'primary: choo' },
      {
        path: 'rotations.yaml',
        replace: 'name: Investor growth',
        with: "name: 'Aggregate growth for investors: Choo'",
      },
    ],
    [
      'IDEN004 pipelines.yaml:25:1 "Aggregate growth for investors: Choo" | rename the pipeline, the person or the rotation',
    ],
  ],
  [
    'two people whose schedules would have one name',
    [
      { path: 'pipelines.yaml', replace: 'primary: accounts', with: 'primary: choo' },
      { path: 'pipelines.yaml', replace: 'name: Aggregate growth for investors', with: 'name: Growth' },
      { path: 'runbooks/aggregate-growth.md', replace: '# Aggregate growth for investors', with: '# Growth' },
      { path: 'organization.yaml', replace: 'name: Choo', with: "name: 'X: Choo'" },
      { path: 'organization.yaml', replace: 'name: Thiru', with: 'name: Choo' },
      {
        path: 'pipelines.yaml',
        replace: 'name: Aggregate engagement for investors\n  coverage: on-call\n  primary: ba',
        with: "name: 'Growth: X'\n  coverage: on-call\n  primary: thiru",
      },
      {
        path: 'runbooks/aggregate-engagement.md',
        replace: '# Aggregate engagement for investors',
        with: '# Growth: X',
      },
    ],
    ['IDEN004 pipelines.yaml:25:1 "Growth: X: Choo" | rename the pipeline, the person or the rotation'],
  ],
  [
    'a person whose schedule would have a name that PagerDuty refuses',
    [
      { path: 'pipelines.yaml', replace: 'primary: accounts', with: 'primary: choo' },
      { path: 'organization.yaml', replace: 'name: Choo', with: 'name: Choo / Tan' },
    ],
    [
      'TEXT004 organization.yaml:29:3 "Aggregate growth for investors: Choo / Tan" | write the person\'s name without \\ / & < >',
    ],
  ],
];
