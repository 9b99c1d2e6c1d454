import type { Case } from './case';

/** What is told by src/catalog/read/readHolidays.ts. */
export const CASES: readonly Case[] = [
  [
    'a day of another year',
    [{ path: 'holidays/2026.yaml', replace: 'date: 2026-12-25', with: 'date: 2028-12-25' }],
    ['HOLI001 holidays/2026.yaml:22:43 "2028-12-25" | move it to holidays/2028.yaml, or correct the year'],
  ],
  [
    'a day twice',
    [{ path: 'holidays/2026.yaml', replace: 'date: 2026-02-18', with: 'date: 2026-02-17' }],
    ['HOLI002 holidays/2026.yaml:9:57 "2026-02-17" | remove one, or correct the date'],
  ],
  [
    'two names for one holiday',
    [
      {
        path: 'holidays/2026.yaml',
        replace: 'Chinese New Year, date: 2026-02-18',
        with: 'Lunar New Year, date: 2026-02-18',
      },
    ],
    [
      'HOLI005 holidays/2026.yaml:9:33 "Lunar New Year" | write Chinese New Year, or give this holiday its own id',
    ],
  ],
  [
    'an unknown status',
    [
      {
        path: 'holidays/2026.yaml',
        replace: 'date: 2026-12-25, status: gazetted',
        with: 'date: 2026-12-25, status: gazeted',
      },
    ],
    ['DATA004 holidays/2026.yaml:22:63 "gazeted" | did you mean "gazetted"?'],
  ],
];
