import type { DataFiles } from '../../../src/catalog';
import { edited } from '../../deploy/team';

/** What a pull request of the year changes, and when it is merged and deployed. */
export interface Happening {
  /** Local time in Kuala Lumpur. */
  readonly at: string;
  readonly what: string;
  readonly edit: (files: DataFiles) => DataFiles;
  /** The addresses that its deploy changes, worked out by hand; `*` stands for the rest of a name. */
  readonly touches: readonly string[];
}

const leave =
  (...lines: readonly string[]) =>
  (files: DataFiles) =>
    edited(files, 'leave.yaml', (text) => [text.replace('[]\n', ''), ...lines, ''].join('\n'));

const replaced = (files: DataFiles, name: string, ...changes: readonly (readonly [string, string])[]) =>
  changes.reduce((before, [from, to]) => edited(before, name, (text) => text.replace(from, () => to)), files);

const GROWTH = 'pagerduty_schedule.growth';
const PROFIT = 'pagerduty_schedule.profit-and-engagement';

/** What goes later than the deploy that announces it, and when: Thiru is in the team until he leaves, and looked up until his last turn is over. */
export const GOES: Readonly<Record<string, string>> = {
  'pagerduty_team_membership.de__thiru': '2026-08-28T02:00',
  'data.pagerduty_user.thiru': '2026-09-01T02:00',
};

/** Hours in which somebody covers, once for each pipeline: growth is one, profit and engagement are two. */
export const COVERS = {
  // Growth: Sunday 1 February, and Monday in its place until 9:00.
  'Thiru observes Thaipusam': 24 + 9,
  // Profit: 17 and 18 February.
  'Choo observes Chinese New Year': 2 * 48,
  // Growth: 21 and 22 March, and Monday in the place of Sunday until 9:00.
  'Aidil observes Hari Raya Aidilfitri': 48 + 9,
  // Growth: from Monday, 9 March, 9:00, until Saturday.
  'Choo is away': 15 + 4 * 24,
  // Profit: from 8 April, 15:00, until 10 April, 9:00; at 15:00 nobody knew of it.
  'Thiru is ill': 2 * (42 - 1),
  // Profit: 28 May.
  'Aidil observes Hari Raya Haji': 2 * 24,
  'Choo and Aidil swap': 24 + 24,
  // Profit: from Friday until Monday, 9:00.
  'Thiru has left': 2 * (3 * 24 + 9),
  // Growth: from Monday, 14 December, 13:00, until Saturday.
  'Spencer is away': 11 + 4 * 24,
};

/*
 * Turns begin on Mondays, the first on 5 January. Profit: Aidil, Thiru, Choo, Spencer; growth: Spencer, Choo,
 * Aidil, Thiru. So whoever is on call for profit in the weeks 0, 1, 2, 3 (4, 5, 6, 7 …) can be read off.
 */
export const HAPPENINGS: readonly Happening[] = [
  {
    // Week 8 is Aidil's and Spencer's; week 9 Thiru's and, for growth, Choo's: Aidil covers until Saturday.
    at: '2026-02-12T10:00',
    what: 'Choo will be away for two weeks',
    edit: leave('- { person: choo, from: 2026-03-02, until: 2026-03-13 }'),
    touches: [GROWTH],
  },
  {
    // Week 13: Thiru has profit. Choo, whose turn is next, has growth that week, which is another pipeline.
    at: '2026-04-08T15:20',
    what: 'Thiru is taken ill while on call',
    edit: leave('- { person: thiru, from: 2026-04-08T15:00, until: 2026-04-10T09:00, emergency: true }'),
    touches: [PROFIT],
  },
  {
    // Weeks 20: Aidil has profit and takes this holiday off. Both projects wait for office hours.
    at: '2026-05-18T11:00',
    what: 'Hari Raya Haji moves by a day',
    edit: (files) => replaced(files, 'holidays/2026.yaml', ['date: 2026-05-27', 'date: 2026-05-28']),
    touches: [
      PROFIT,
      'datadog_downtime_schedule.daily-growth-experiments__2026-05-27',
      'datadog_downtime_schedule.daily-growth-experiments__2026-05-28',
      'datadog_downtime_schedule.unit-profit-experiments__2026-05-27',
      'datadog_downtime_schedule.unit-profit-experiments__2026-05-28',
    ],
  },
  {
    // Week 21 is Choo's for growth, and Thiru's for profit; week 22 Aidil's, and Choo's for profit.
    at: '2026-05-25T16:00',
    what: 'Choo and Aidil swap a Tuesday',
    edit: leave(
      '- { person: choo, from: 2026-06-02, until: 2026-06-02, cover: aidil }',
      '- { person: aidil, from: 2026-06-09, until: 2026-06-09, cover: choo }',
    ),
    touches: [GROWTH],
  },
  {
    // Week 33 is Thiru's for profit (Choo covers from Friday) and Choo's for growth.
    at: '2026-08-03T10:00',
    what: 'Thiru leaves on 28 August',
    edit: (files) => {
      const people = replaced(files, 'organization.yaml', [
        'observes: [deepavali, thaipusam]',
        'left: 2026-08-28',
      ]);
      const owners = replaced(people, 'pipelines.yaml', [
        'primary: thiru\n  secondary: choo',
        'primary: choo\n  secondary: spencer',
      ]);
      return replaced(
        owners,
        'rotations.yaml',
        [
          'order: [aidil, thiru, choo, spencer]',
          'order: [aidil, thiru, choo, spencer]\n    - from: 2026-08-31\n      order: [choo, spencer, aidil]',
        ],
        [
          'order: [spencer, choo, aidil, thiru]',
          'order: [spencer, choo, aidil, thiru]\n    - from: 2026-08-31\n      order: [aidil, spencer, choo]',
        ],
      );
    },
    // The owner of a project is in its monitors' messages and tags, and in its entry of the catalog.
    touches: [
      GROWTH,
      PROFIT,
      'datadog_monitor.daily-growth-experiments__*',
      'datadog_software_catalog.daily-growth-experiments',
    ],
  },
  {
    at: '2026-09-21T09:30',
    what: 'Siti joins on 5 October',
    edit: (files) => {
      const people = edited(
        files,
        'organization.yaml',
        (text) => `${text}  siti: { name: Siti, team: de, email: siti@xyz-tech.example }\n`,
      );
      return replaced(
        people,
        'rotations.yaml',
        [
          'order: [choo, spencer, aidil]',
          'order: [choo, spencer, aidil]\n    - from: 2026-10-05\n      order: [spencer, aidil, choo, siti]',
        ],
        [
          'order: [aidil, spencer, choo]',
          'order: [aidil, spencer, choo]\n    - from: 2026-10-05\n      order: [siti, choo, spencer, aidil]',
        ],
      );
    },
    touches: [GROWTH, PROFIT, 'data.pagerduty_user.siti', 'pagerduty_team_membership.de__siti'],
  },
  {
    // From 5 October by fours. 2 November is the fifth turn: Spencer has profit, Siti growth; 9 November Aidil and Choo.
    at: '2026-10-12T14:00',
    what: 'Aidil will be away in November',
    edit: leave('- { person: aidil, from: 2026-11-09, until: 2026-11-13 }'),
    touches: [PROFIT],
  },
  {
    at: '2026-10-26T17:45',
    what: 'Aidil stays after all',
    edit: (files) =>
      replaced(files, 'leave.yaml', ['- { person: aidil, from: 2026-11-09, until: 2026-11-13 }\n', '']),
    touches: [PROFIT],
  },
  {
    // 7 December is the tenth turn: Aidil and Choo again; 14 December Choo's and Spencer's; 21 December Siti's and Aidil's.
    at: '2026-11-30T12:00',
    what: 'Spencer takes the middle of December off',
    edit: leave('- { person: spencer, from: 2026-12-14T13:00, until: 2026-12-18 }'),
    touches: [GROWTH],
  },
];
