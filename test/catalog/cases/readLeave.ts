import type { Case } from './case';

/** What is told by src/catalog/read/readLeave.ts. */
export const CASES: readonly Case[] = [
  [
    'an unknown person',
    [{ path: 'leave.yaml', replace: 'person: choo', with: 'person: chooo' }],
    ['LEAV001 leave.yaml:6:13 "chooo" | did you mean "choo"?'],
  ],
  [
    'a date that does not exist',
    [{ path: 'leave.yaml', replace: 'from: 2026-12-07', with: 'from: 2026-02-30' }],
    ['DATA004 leave.yaml:7:28 "2026-02-30" | this month has 28 days: write a day from 01 to 28'],
  ],
  [
    '29 February of a leap year',
    [
      {
        path: 'leave.yaml',
        replace: 'from: 2026-12-07, until: 2026-12-11',
        with: 'from: 2028-02-29, until: 2028-02-29',
      },
    ],
    [],
  ],
  [
    'a day with one digit',
    [{ path: 'leave.yaml', replace: 'from: 2026-12-07', with: 'from: 2026-12-7' }],
    [
      'DATA004 leave.yaml:7:28 "2026-12-7" | write a local date (2026-11-09) or a local date and time (2026-11-12T14:00), without seconds or zone',
    ],
  ],
  [
    'month 13',
    [{ path: 'leave.yaml', replace: 'from: 2026-12-07', with: 'from: 2026-13-07' }],
    [
      'DATA004 leave.yaml:7:28 "2026-13-07" | write a local date (2026-11-09) or a local date and time (2026-11-12T14:00), without seconds or zone; months go from 01 to 12',
    ],
  ],
  [
    'a year long ago',
    [{ path: 'leave.yaml', replace: 'from: 2026-12-07', with: 'from: 1926-12-07' }],
    ['DATA005 leave.yaml:7:28 "1926-12-07" | correct the year'],
  ],
  [
    'the end before the start',
    [{ path: 'leave.yaml', replace: 'from: 2026-12-07', with: 'from: 2026-12-12' }],
    [
      'LEAV002 leave.yaml:7:47 "2026-12-11" | write a later end: a date includes the whole day, a clock time is the first moment back',
    ],
  ],
  [
    'an end at the clock time of the start',
    [{ path: 'leave.yaml', replace: 'until: 2026-11-13T09:00', with: 'until: 2026-11-12T14:00' }],
    [
      'LEAV002 leave.yaml:6:50 "2026-11-12T14:00" | write a later end: a date includes the whole day, a clock time is the first moment back',
    ],
  ],
  [
    'seconds and a zone',
    [{ path: 'leave.yaml', replace: 'from: 2026-12-07', with: 'from: 2026-12-07T14:00:00Z' }],
    [
      'DATA004 leave.yaml:7:28 "2026-12-07T14:00:00Z" | write a local date (2026-11-09) or a local date and time (2026-11-12T14:00), without seconds or zone',
    ],
  ],
  [
    'a word for true',
    [{ path: 'leave.yaml', replace: 'emergency: true', with: 'emergency: "yes"' }],
    ['DATA003 leave.yaml:6:79 "yes" | write true or false, without quotes'],
  ],
  [
    'a reason',
    [{ path: 'leave.yaml', replace: 'emergency: true', with: 'reason: true' }],
    ['DATA001 leave.yaml:6:68 "reason" | did you mean "person"?'],
  ],
  [
    'who stands in, as agreed',
    [{ path: 'leave.yaml', replace: 'emergency: true', with: 'emergency: true, cover: spencer' }],
    [],
  ],
  [
    'an unknown stand-in, of an unknown person',
    [
      {
        path: 'leave.yaml',
        replace: 'person: choo, from: 2026-11-12T14:00, until: 2026-11-13T09:00, emergency: true',
        with: 'person: chooo, from: 2026-11-12T14:00, until: 2026-11-13T09:00, cover: spencr',
      },
    ],
    [
      'LEAV001 leave.yaml:6:13 "chooo" | did you mean "choo"?',
      'LEAV004 leave.yaml:6:76 "spencr" | did you mean "spencer"?',
    ],
  ],
  [
    'somebody who covers their own leave',
    [{ path: 'leave.yaml', replace: 'emergency: true', with: 'emergency: true, cover: choo' }],
    [
      'LEAV005 leave.yaml:6:92 "choo" | name somebody else, or remove the key: then the next person by the rules covers',
    ],
  ],
  [
    'a list of stand-ins',
    [{ path: 'leave.yaml', replace: 'emergency: true', with: 'cover: [aidil]' }],
    [
      'DATA003 leave.yaml:6:75 ["aidil"] | write lower-case letters and digits, in words joined by hyphens, e.g. aggregate-profit',
    ],
  ],
  [
    'a clock time that the clocks skip',
    [
      { path: 'organization.yaml', replace: 'Asia/Kuala_Lumpur', with: 'America/New_York' },
      { path: 'leave.yaml', replace: 'from: 2026-12-07, until', with: 'from: 2026-03-08T02:30, until' },
    ],
    ['LEAV003 leave.yaml:7:28 "2026-03-08T02:30" | write the time to which the clocks go forward'],
  ],
  [
    'a stand-in who has left before the leave ends',
    [
      { path: 'organization.yaml', replace: 'hari-raya-haji]', with: 'hari-raya-haji], left: 2026-11-13' },
      { path: 'leave.yaml', replace: 'emergency: true', with: 'emergency: true, cover: aidil' },
      {
        path: 'rotations.yaml',
        replace: 'order: [aidil, thiru, choo, spencer]',
        with: 'order: [thiru, choo, spencer]',
      },
      {
        path: 'rotations.yaml',
        replace: 'order: [spencer, choo, aidil, thiru]',
        with: 'order: [spencer, choo, thiru]',
      },
    ],
    ['LEAV008 leave.yaml:6:92 "aidil" | name somebody else, or split this leave on that day'],
  ],
  [
    'a stand-in who leaves after the leave',
    [
      { path: 'organization.yaml', replace: 'hari-raya-haji]', with: 'hari-raya-haji], left: 2026-11-14' },
      { path: 'leave.yaml', replace: 'emergency: true', with: 'emergency: true, cover: aidil' },
      {
        path: 'rotations.yaml',
        replace: 'order: [aidil, thiru, choo, spencer]',
        with: 'order: [thiru, choo, spencer]',
      },
      {
        path: 'rotations.yaml',
        replace: 'order: [spencer, choo, aidil, thiru]',
        with: 'order: [spencer, choo, thiru]',
      },
    ],
    [],
  ],
  [
    'an unknown rotation',
    [{ path: 'leave.yaml', replace: 'emergency: true', with: 'emergency: true, rotation: growt' }],
    ['LEAV009 leave.yaml:6:95 "growt" | did you mean "growth"?'],
  ],
  [
    'a rotation that the person is not in',
    [
      { path: 'leave.yaml', replace: 'emergency: true', with: 'emergency: true, rotation: growth' },
      {
        path: 'rotations.yaml',
        replace: 'order: [spencer, choo, aidil, thiru]',
        with: 'order: [spencer, aidil, thiru]',
      },
    ],
    [
      'LEAV010 (warning) leave.yaml:6:3 "growth" | name a rotation that they are in, or remove the key: then they are away from everything they do',
    ],
  ],
  [
    'a rotation that the person is in',
    [{ path: 'leave.yaml', replace: 'emergency: true', with: 'emergency: true, rotation: growth' }],
    [],
  ],
];
