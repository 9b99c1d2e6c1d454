import type { Case } from './case';

const APART = 'add something that distinguishes them, e.g. a family name: at night, people read names only';

/** A person in front of the others. */
const added = (entry: string) => ({
  path: 'organization.yaml',
  replace: 'people:\n',
  with: `people:\n  ${entry}\n`,
});

/** What is told by src/catalog/read/readOwners.ts. */
export const CASES: readonly Case[] = [
  [
    'an unknown team',
    [{ path: 'organization.yaml', replace: 'team: de, email: thiru', with: 'team: data, email: thiru' }],
    ['PEOP001 organization.yaml:28:31 "data" | use one of the teams: ba, accounts, de'],
  ],
  [
    'a team named constructor',
    [
      {
        path: 'organization.yaml',
        replace: 'team: de, email: thiru',
        with: 'team: constructor, email: thiru',
      },
    ],
    ['PEOP001 organization.yaml:28:31 "constructor" | use one of the teams: ba, accounts, de'],
  ],
  [
    'an unknown holiday',
    [{ path: 'organization.yaml', replace: '[christmas]', with: '[cristmas]' }],
    ['PEOP003 organization.yaml:27:83 "cristmas" | did you mean "christmas"?'],
  ],
  [
    'a holiday twice',
    [{ path: 'organization.yaml', replace: '[christmas]', with: '[christmas, christmas]' }],
    ['DATA006 organization.yaml:27:94 "christmas" | remove one'],
  ],
  [
    'a person with the id of a team',
    [
      {
        path: 'organization.yaml',
        replace: 'people:\n',
        with: 'people:\n  ba: { name: Bo, team: de, email: bo@xyz-tech.example }\n',
      },
    ],
    [
      'IDEN001 organization.yaml:26:3 "ba" | rename one: an owner is a person or a team, so their ids must differ',
    ],
  ],
  [
    'an e-mail of somebody else',
    [{ path: 'organization.yaml', replace: 'spencer@xyz-tech.example', with: 'aidil@xyz-tech.example' }],
    [
      'PEOP002 organization.yaml:27:46 "aidil@xyz-tech.example" | give everybody their own log-in: PagerDuty identifies users by e-mail, ignoring case',
    ],
  ],
  [
    'an e-mail of a desk, in capitals',
    [{ path: 'organization.yaml', replace: 'spencer@xyz-tech.example', with: 'BA-desk@XYZ-tech.example' }],
    [
      'PEOP002 organization.yaml:27:46 "BA-desk@XYZ-tech.example" | give everybody their own log-in: PagerDuty identifies users by e-mail, ignoring case',
    ],
  ],
  [
    'two teams of one name',
    [
      {
        path: 'organization.yaml',
        replace: 'de: { name: Data Engineering }',
        with: 'de: { name: ACCOUNTS }',
      },
    ],
    [`IDEN002 organization.yaml:20:15 "ACCOUNTS" | ${APART}`],
  ],
  [
    'two people of one name, of whom one is in no team that there is',
    [added('choo2: { name: Choo, team: data, email: choo2@xyz-tech.example }')],
    [
      'PEOP001 organization.yaml:26:30 "data" | use one of the teams: ba, accounts, de',
      `IDEN002 organization.yaml:30:17 "Choo" | ${APART}`,
    ],
  ],
  [
    'a name that looks like another: its first letter is Cyrillic',
    [added('choo2: { name: \u0421hoo, team: de, email: choo2@xyz-tech.example }')],
    [`IDEN003 organization.yaml:30:17 "Choo" | ${APART}`],
  ],
  [
    'a person with the name of a team, and one with that of a desk',
    [
      added(
        'bo: { name: accounts, team: de, email: bo@xyz-tech.example }\n' +
          '  bi: { name: Accounts Desk, team: de, email: bi@xyz-tech.example }',
      ),
    ],
    [
      `IDEN002 organization.yaml:26:15 "accounts" | ${APART}`,
      `IDEN002 organization.yaml:27:15 "Accounts Desk" | ${APART}`,
    ],
  ],
  [
    'a desk with the name of its own team is no problem, with that of another it is one',
    [
      { path: 'organization.yaml', replace: 'name: Accounts desk', with: 'name: Accounts' },
      { path: 'organization.yaml', replace: 'name: Business Analytics desk', with: 'name: Data engineering' },
    ],
    [`IDEN002 organization.yaml:20:15 "Data Engineering" | ${APART}`],
  ],
  [
    'Jose and José are two people',
    [
      { path: 'organization.yaml', replace: 'name: Spencer', with: 'name: Jose' },
      { path: 'organization.yaml', replace: 'name: Thiru', with: 'name: José' },
    ],
    [],
  ],
  [
    'an id in capitals',
    [{ path: 'organization.yaml', replace: '  de: {', with: '  DE: {' }],
    [
      'DATA004 organization.yaml:20:3 "DE" | write lower-case letters and digits, in words joined by hyphens, e.g. aggregate-profit',
      'PEOP001 organization.yaml:26:31 "de" | did you mean "DE"?',
      'PEOP001 organization.yaml:27:35 "de" | did you mean "DE"?',
      'PEOP001 organization.yaml:28:31 "de" | did you mean "DE"?',
      'PEOP001 organization.yaml:29:29 "de" | did you mean "DE"?',
      'PIPE001 pipelines.yaml:19:14 "de" | did you mean "DE"?',
      'PIPE001 pipelines.yaml:24:14 "de" | did you mean "DE"?',
      'PIPE001 pipelines.yaml:29:14 "de" | did you mean "DE"?',
    ],
  ],
  [
    'a broken holiday file hides which holidays there are',
    [
      { path: 'organization.yaml', replace: '[christmas]', with: '[cristmas]' },
      { path: 'holidays/2026.yaml', replace: '- { id: new-year,', with: '- { id: new-year' },
    ],
    [
      'YAML001 holidays/2026.yaml:5:9 | check this line and the one above it: quotes, brackets, colons and indentation',
    ],
  ],
];
