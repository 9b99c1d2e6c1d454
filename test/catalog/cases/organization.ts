import type { Case } from './case';

/** What is told by src/catalog/schema/organization.ts. */
export const CASES: readonly Case[] = [
  [
    'an unknown zone',
    [{ path: 'organization.yaml', replace: 'Asia/Kuala_Lumpur', with: 'Asia/Kuala_Lumpor' }],
    ['ORGA001 organization.yaml:3:11 "Asia/Kuala_Lumpor" | did you mean "Asia/Kuala_Lumpur"?'],
  ],
  [
    'a zone that PagerDuty refuses',
    [{ path: 'organization.yaml', replace: 'Asia/Kuala_Lumpur', with: 'Europe/Oslo' }],
    [
      'ORGA002 organization.yaml:3:11 "Europe/Oslo" | write a zone with the same clock: Europe/Amsterdam, Europe/Belgrade, Europe/Berlin',
    ],
  ],
  [
    'Manila',
    [{ path: 'organization.yaml', replace: 'Asia/Kuala_Lumpur', with: 'Asia/Manila' }],
    [
      'ORGA002 organization.yaml:3:11 "Asia/Manila" | write a zone with the same clock: Asia/Chongqing, Asia/Hong_Kong, Asia/Irkutsk',
    ],
  ],
  [
    'an offset',
    [{ path: 'organization.yaml', replace: 'timeZone: Asia/Kuala_Lumpur', with: 'timeZone: "+08:00"' }],
    [
      'ORGA002 organization.yaml:3:11 "+08:00" | write a zone with the same clock: Asia/Chongqing, Asia/Hong_Kong, Asia/Irkutsk',
    ],
  ],
  [
    'a zone named constructor',
    [{ path: 'organization.yaml', replace: 'Asia/Kuala_Lumpur', with: 'constructor' }],
    [
      'ORGA001 organization.yaml:3:11 "constructor" | use one of the zones of the IANA list: Africa/Algiers, Africa/Cairo, Africa/Casablanca, Africa/Harare, Africa/Johannesburg, Africa/Monrovia, Africa/Nairobi, America/Argentina/Buenos_Aires, \u2026',
    ],
  ],
  [
    'office hours end before they begin',
    [{ path: 'organization.yaml', replace: '"18:00"', with: '"08:00"' }],
    [
      'ORGA003 organization.yaml:5:38 "08:00" | write a later time; office hours across midnight are not supported',
    ],
  ],
  [
    'a time as a number',
    [{ path: 'organization.yaml', replace: 'until: "18:00"', with: 'until: 1800' }],
    ['DATA003 organization.yaml:5:38 1800 | write HH:MM in quotes, from "00:00" to "23:59", e.g. "09:00"'],
  ],
  [
    'a time with one digit',
    [{ path: 'organization.yaml', replace: '"18:00"', with: '9:00' }],
    ['DATA004 organization.yaml:5:38 "9:00" | write HH:MM in quotes, from "00:00" to "23:59", e.g. "09:00"'],
  ],
  [
    'midnight as 24:00',
    [{ path: 'organization.yaml', replace: '"18:00"', with: '"24:00"' }],
    ['DATA004 organization.yaml:5:38 "24:00" | write HH:MM in quotes, from "00:00" to "23:59", e.g. "09:00"'],
  ],
  [
    'the rest day is a working day',
    [{ path: 'organization.yaml', replace: 'friday]', with: 'friday, sunday]' }],
    [
      'ORGA004 (warning) organization.yaml:4:61 "sunday" | remove it from workingWeek, or choose another restDay; keep both only if the law says so',
    ],
  ],
  [
    'a given rest day is a working day',
    [{ path: 'organization.yaml', replace: 'officeHours:', with: 'restDay: friday\nofficeHours:' }],
    [
      'ORGA004 (warning) organization.yaml:5:10 "friday" | remove it from workingWeek, or choose another restDay; keep both only if the law says so',
    ],
  ],
  [
    'one of several rest days is a working day',
    [{ path: 'organization.yaml', replace: 'officeHours:', with: 'restDay: [sunday, friday]\nofficeHours:' }],
    [
      'ORGA004 (warning) organization.yaml:5:19 "friday" | remove it from workingWeek, or choose another restDay; keep both only if the law says so',
    ],
  ],
  [
    'a rest day that is no weekday',
    [{ path: 'organization.yaml', replace: 'officeHours:', with: 'restDay: sundays\nofficeHours:' }],
    ['DATA004 organization.yaml:5:10 "sundays" | did you mean "sunday"?'],
  ],
  [
    'a list of rest days that has one that is no weekday',
    [{ path: 'organization.yaml', replace: 'officeHours:', with: 'restDay: [saturday, none]\nofficeHours:' }],
    [
      'DATA004 organization.yaml:5:21 "none" | use one of the values: monday, tuesday, wednesday, thursday, friday, saturday, sunday',
    ],
  ],
  [
    'a rest day twice',
    [{ path: 'organization.yaml', replace: 'officeHours:', with: 'restDay: [sunday, sunday]\nofficeHours:' }],
    ['DATA006 organization.yaml:5:19 "sunday" | remove one'],
  ],
  [
    'an empty list of rest days',
    [{ path: 'organization.yaml', replace: 'officeHours:', with: 'restDay: []\nofficeHours:' }],
    [
      'DATA005 organization.yaml:5:10 [] | write restDay: none if no holiday moves, or the days whose holidays do',
    ],
  ],
  [
    'a rest day as a number',
    [{ path: 'organization.yaml', replace: 'officeHours:', with: 'restDay: 7\nofficeHours:' }],
    ['DATA003 organization.yaml:5:10 7 | write a weekday, a list of weekdays in square brackets, or none'],
  ],
  [
    'no rest day moves its holidays',
    [{ path: 'organization.yaml', replace: 'officeHours:', with: 'restDay: none\nofficeHours:' }],
    [],
  ],
  [
    'a working day twice',
    [{ path: 'organization.yaml', replace: 'friday]', with: 'monday]' }],
    ['DATA006 organization.yaml:4:53 "monday" | remove one'],
  ],
  [
    'a day that there is not',
    [{ path: 'organization.yaml', replace: 'friday]', with: 'fryday]' }],
    ['DATA004 organization.yaml:4:53 "fryday" | did you mean "friday"?'],
  ],
  [
    'an address without encryption',
    [{ path: 'organization.yaml', replace: 'runbooksUrl: https://', with: 'runbooksUrl: http://' }],
    [
      'DATA004 organization.yaml:7:14 "http://github.com/xyz-tech/watchbill/blob/main/data/runboo\u2026 | write https:// instead of http://',
    ],
  ],
  [
    'an address with a bracket',
    [{ path: 'organization.yaml', replace: 'data/runbooks\n', with: 'data/runbooks)\n' }],
    [
      'DATA004 organization.yaml:7:14 "https://github.com/xyz-tech/watchbill/blob/main/data/runbo\u2026 | write an address that starts with https://, without spaces, brackets, ? or #',
    ],
  ],
  [
    'an address with a query',
    [{ path: 'organization.yaml', replace: 'data/runbooks\n', with: 'data/runbooks?a=b\n' }],
    [
      'DATA004 organization.yaml:7:14 "https://github.com/xyz-tech/watchbill/blob/main/data/runbo\u2026 | write an address that starts with https://, without spaces, brackets, ? or #',
    ],
  ],
  [
    'minutes without a unit',
    [{ path: 'organization.yaml', replace: 'for: 15m', with: 'for: 15' }],
    [
      'DATA003 organization.yaml:13:31 15 | write a whole number and a unit: m (minutes), h (hours) or d (days), e.g. 90m, 16h, 7d',
    ],
  ],
  [
    'no minutes',
    [{ path: 'organization.yaml', replace: 'for: 15m', with: 'for: 0m' }],
    ['DATA005 organization.yaml:13:31 "0m" | write at least 1m'],
  ],
  [
    'ten rounds',
    [{ path: 'organization.yaml', replace: 'repeat: 2', with: 'repeat: 10' }],
    ['DATA005 organization.yaml:15:11 10 | write at most 9'],
  ],
  [
    'half a round',
    [{ path: 'organization.yaml', replace: 'repeat: 2', with: 'repeat: 1.5' }],
    ['DATA005 organization.yaml:15:11 1.5 | write a whole number'],
  ],
  [
    'a target that there is not',
    [{ path: 'organization.yaml', replace: 'notify: on-duty', with: 'notify: onduty' }],
    ['ESCA001 organization.yaml:14:17 "onduty" | did you mean "on-duty"?'],
  ],
  [
    'a horizon beyond a year',
    [{ path: 'organization.yaml', replace: 'officeHours:', with: 'horizon: 367d\nofficeHours:' }],
    ['DATA005 organization.yaml:5:10 "367d" | write whole days from 1d to 366d, e.g. 7d'],
  ],
  [
    'a horizon in hours',
    [{ path: 'organization.yaml', replace: 'officeHours:', with: 'horizon: 24h\nofficeHours:' }],
    ['DATA004 organization.yaml:5:10 "24h" | write whole days from 1d to 366d, e.g. 7d'],
  ],
  [
    'a missing key',
    [
      {
        path: 'organization.yaml',
        replace: 'workingWeek: [monday, tuesday, wednesday, thursday, friday]\n',
        with: '',
      },
    ],
    [
      'DATA002 organization.yaml:2:1 | add workingWeek: write a list in square brackets, e.g. [first, second]',
    ],
  ],
  [
    'an unknown key',
    [{ path: 'organization.yaml', replace: 'handOff: {', with: 'handoff: {' }],
    [
      'DATA002 organization.yaml:2:1 | add handOff',
      'DATA001 organization.yaml:6:1 "handoff" | did you mean "handOff"?',
    ],
  ],
  [
    'a key that nothing resembles',
    [{ path: 'organization.yaml', replace: 'timeZone:', with: 'race: x\ntimeZone:' }],
    ['DATA001 organization.yaml:3:1 "race" | did you mean "name"?'],
  ],
  [
    'an e-mail without @',
    [{ path: 'organization.yaml', replace: 'spencer@xyz-tech.example', with: 'spencer.example' }],
    ['DATA004 organization.yaml:27:46 "spencer.example" | write one address, e.g. aidil@xyz-tech.example'],
  ],
  [
    'an e-mail with a space',
    [{ path: 'organization.yaml', replace: 'spencer@xyz-tech.example', with: '"spencer @xyz-tech.example"' }],
    [
      'DATA004 organization.yaml:27:46 "spencer @xyz-tech.example" | write one address, e.g. aidil@xyz-tech.example',
    ],
  ],
  [
    'two e-mails',
    [{ path: 'organization.yaml', replace: 'spencer@xyz-tech.example', with: '"a@b.example,c@d.example"' }],
    [
      'DATA004 organization.yaml:27:46 "a@b.example,c@d.example" | write one address, e.g. aidil@xyz-tech.example',
    ],
  ],
];
