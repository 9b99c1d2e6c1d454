import type { Case } from './case';

/** What is told by src/catalog/schema/text.ts. */
export const CASES: readonly Case[] = [
  [
    "a pipeline's name with ${",
    [{ path: 'pipelines.yaml', replace: 'name: Daily growth for experiments', with: 'name: "${x}"' }],
    ['TEXT001 pipelines.yaml:10:9 "${x}" | write it without ${'],
  ],
  [
    "a pipeline's name with %{",
    [{ path: 'pipelines.yaml', replace: 'name: Daily growth for experiments', with: 'name: "%{x}"' }],
    ['TEXT001 pipelines.yaml:10:9 "%{x}" | write it without %{'],
  ],
  [
    "a pipeline's name with {{",
    [{ path: 'pipelines.yaml', replace: 'name: Daily growth for experiments', with: 'name: "{{x}}"' }],
    ['TEXT001 pipelines.yaml:10:9 "{{x}}" | write it without {{'],
  ],
  [
    "a pipeline's name with }}",
    [{ path: 'pipelines.yaml', replace: 'name: Daily growth for experiments', with: 'name: "x}}"' }],
    ['TEXT001 pipelines.yaml:10:9 "x}}" | write it without }}'],
  ],
  [
    "a pipeline's name with @all",
    [{ path: 'pipelines.yaml', replace: 'name: Daily growth for experiments', with: 'name: "@all"' }],
    ['TEXT001 pipelines.yaml:10:9 "@all" | write it without @'],
  ],
  [
    "a pipeline's name with @pagerduty-X",
    [{ path: 'pipelines.yaml', replace: 'name: Daily growth for experiments', with: 'name: "@pagerduty-X"' }],
    ['TEXT001 pipelines.yaml:10:9 "@pagerduty-X" | write it without @'],
  ],
  [
    "a pipeline's name with a right-to-left mark",
    [{ path: 'pipelines.yaml', replace: 'name: Daily growth for experiments', with: 'name: "a\u202eb"' }],
    ['TEXT002 pipelines.yaml:10:11 "\\u{202e}" | delete it: it may have come with copied text'],
  ],
  [
    "a pipeline's name with a right-to-left mark as an escape",
    [{ path: 'pipelines.yaml', replace: 'name: Daily growth for experiments', with: 'name: "a\\u202eb"' }],
    ['TEXT002 pipelines.yaml:10:9 "a\\u{202e}b" | retype the text without it, on one line'],
  ],
  [
    "a pipeline's name with a tab as an escape",
    [{ path: 'pipelines.yaml', replace: 'name: Daily growth for experiments', with: 'name: "a\\tb"' }],
    ['TEXT002 pipelines.yaml:10:9 "a\\tb" | retype the text without it, on one line'],
  ],
  [
    "a pipeline's name with a zero-width space",
    [{ path: 'pipelines.yaml', replace: 'name: Daily growth for experiments', with: 'name: "a\u200bb"' }],
    ['TEXT002 pipelines.yaml:10:11 "\\u{200b}" | delete it: it may have come with copied text'],
  ],
  [
    "a pipeline's name with a line separator",
    [{ path: 'pipelines.yaml', replace: 'name: Daily growth for experiments', with: 'name: "a\u2028b"' }],
    ['TEXT002 pipelines.yaml:10:11 "\\u{2028}" | delete it: it may have come with copied text'],
  ],
  [
    "a pipeline's name with white space before",
    [{ path: 'pipelines.yaml', replace: 'name: Daily growth for experiments', with: 'name: " a"' }],
    ['TEXT005 pipelines.yaml:10:9 " a" | remove it'],
  ],
  [
    "a pipeline's name with white space behind",
    [{ path: 'pipelines.yaml', replace: 'name: Daily growth for experiments', with: 'name: "a "' }],
    ['TEXT005 pipelines.yaml:10:9 "a " | remove it'],
  ],
  [
    "a pipeline's name with 10,000 characters",
    [
      {
        path: 'pipelines.yaml',
        replace: 'name: Daily growth for experiments',
        with: `name: "${'a'.repeat(10000)}"`,
      },
    ],
    [
      'TEXT003 pipelines.yaml:10:9 "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u2026 | shorten it',
    ],
  ],
  [
    "a pipeline's name with a slash",
    [{ path: 'pipelines.yaml', replace: 'name: Daily growth for experiments', with: 'name: "a/b"' }],
    ['TEXT004 pipelines.yaml:10:9 "a/b" | use letters, digits, spaces and hyphens; write "and" for &'],
  ],
  [
    "a pipeline's name with an ampersand",
    [{ path: 'pipelines.yaml', replace: 'name: Daily growth for experiments', with: 'name: "a & b"' }],
    ['TEXT004 pipelines.yaml:10:9 "a & b" | use letters, digits, spaces and hyphens; write "and" for &'],
  ],
  [
    "a pipeline's name with an angle bracket",
    [{ path: 'pipelines.yaml', replace: 'name: Daily growth for experiments', with: 'name: "a <b"' }],
    ['TEXT004 pipelines.yaml:10:9 "a <b" | use letters, digits, spaces and hyphens; write "and" for &'],
  ],
  [
    "a pipeline's name with a backslash",
    [{ path: 'pipelines.yaml', replace: 'name: Daily growth for experiments', with: 'name: "a\\\\b"' }],
    ['TEXT004 pipelines.yaml:10:9 "a\\\\b" | use letters, digits, spaces and hyphens; write "and" for &'],
  ],
  [
    "a pipeline's name with a no-break space",
    [{ path: 'pipelines.yaml', replace: 'name: Daily growth for experiments', with: 'name: "a\u00a0b"' }],
    ['TEXT004 pipelines.yaml:10:9 "a\\u{a0}b" | use letters, digits, spaces and hyphens; write "and" for &'],
  ],
  [
    "a pipeline's name with nothing",
    [{ path: 'pipelines.yaml', replace: 'name: Daily growth for experiments', with: 'name: ""' }],
    ['DATA004 pipelines.yaml:10:9 "" | write at least one letter'],
  ],
  [
    "a pipeline's name with a blank",
    [{ path: 'pipelines.yaml', replace: 'name: Daily growth for experiments', with: 'name: " "' }],
    ['DATA004 pipelines.yaml:10:9 " " | write at least one letter'],
  ],
  [
    'a person',
    [{ path: 'organization.yaml', replace: 'name: Aidil,', with: 'name: "@all",' }],
    ['TEXT001 organization.yaml:26:18 "@all" | write it without @'],
  ],
  [
    'a desk',
    [{ path: 'organization.yaml', replace: 'name: Accounts desk', with: 'name: "${desk}"' }],
    ['TEXT001 organization.yaml:19:45 "${desk}" | write it without ${'],
  ],
  [
    'a team',
    [
      {
        path: 'organization.yaml',
        replace: 'name: Business Analytics,',
        with: 'name: Business & Analytics,',
      },
    ],
    [
      'TEXT004 organization.yaml:18:15 "Business & Analytics" | use letters, digits, spaces and hyphens; write "and" for &',
    ],
  ],
  [
    'a rotation',
    [{ path: 'rotations.yaml', replace: 'name: Investor growth', with: 'name: "{{growth}}"' }],
    ['TEXT001 rotations.yaml:13:9 "{{growth}}" | write it without {{'],
  ],
  [
    'a holiday',
    [{ path: 'holidays/2026.yaml', replace: 'name: Malaysia Day', with: 'name: "%{day}"' }],
    ['TEXT001 holidays/2026.yaml:20:29 "%{day}" | write it without %{'],
  ],
  [
    'the organization',
    [{ path: 'organization.yaml', replace: 'name: XYZ Tech', with: 'name: "XYZ\\u0007"' }],
    ['TEXT002 organization.yaml:2:7 "XYZ\\u0007" | retype the text without it, on one line'],
  ],
  [
    'a comment with a right-to-left mark',
    [{ path: 'leave.yaml', replace: '# Examples', with: '# \u202eExamples' }],
    ['TEXT002 leave.yaml:3:3 "\\u{202e}" | delete it: it may have come with copied text'],
  ],
  [
    '100 characters fit a person',
    [{ path: 'organization.yaml', replace: 'name: Aidil,', with: `name: ${'a'.repeat(100)},` }],
    [],
  ],
  [
    '101 do not',
    [{ path: 'organization.yaml', replace: 'name: Aidil,', with: `name: ${'a'.repeat(101)},` }],
    [
      'TEXT003 organization.yaml:26:18 "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u2026 | shorten it',
    ],
  ],
];
