import { readPlannedSchedule } from '../../../src/deployment';

const emailOf = (id: string) => `${id.toLowerCase()}@xyz.example`;

/** As a plan has it: with the vendor's ids, empty texts for what is not there, and zeros. */
const PLANNED = {
  id: 'PGROWTH',
  name: 'Growth ${as it is}',
  description: 'Of the aggregate',
  time_zone: 'Asia/Kuala_Lumpur',
  layer: [
    {
      id: 'PLAYER',
      name: 'Cover',
      start: '2026-12-07T09:00:00+08:00',
      end: '2026-12-12T00:00:00+08:00',
      rotation_virtual_start: '2026-12-06T09:00:00+08:00',
      rotation_turn_length_seconds: 86_400,
      users: ['AIDIL', 'THIRU'],
      restriction: [
        {
          type: 'daily_restriction',
          start_day_of_week: 0,
          start_time_of_day: '22:00:00',
          duration_seconds: 60,
        },
        {
          type: 'weekly_restriction',
          start_day_of_week: 7,
          start_time_of_day: '08:00:00',
          duration_seconds: 90,
        },
      ],
    },
    {
      name: '',
      start: '2026-01-05T09:00:00+08:00',
      end: '',
      rotation_virtual_start: '2026-01-05T09:00:00+08:00',
      rotation_turn_length_seconds: 604_800,
      users: ['CHOO'],
      restriction: [],
    },
  ],
};

test('a schedule as a plan has it, with whom its ids mean', () => {
  const schedule = readPlannedSchedule('pagerduty_schedule.growth', PLANNED, emailOf);
  expect(JSON.parse(JSON.stringify(schedule))).toEqual({
    key: 'pagerduty_schedule.growth',
    name: 'Growth ${as it is}',
    timeZone: 'Asia/Kuala_Lumpur',
    layers: [
      {
        name: 'Cover',
        start: '2026-12-07T01:00:00Z',
        end: '2026-12-11T16:00:00Z',
        rotationVirtualStart: '2026-12-06T01:00:00Z',
        turnLength: 'PT86400S',
        users: ['aidil@xyz.example', 'thiru@xyz.example'],
        restrictions: [
          { kind: 'daily', from: '22:00:00', duration: 'PT60S' },
          { kind: 'weekly', dayOfWeek: 7, from: '08:00:00', duration: 'PT90S' },
        ],
      },
      {
        start: '2026-01-05T01:00:00Z',
        rotationVirtualStart: '2026-01-05T01:00:00Z',
        turnLength: 'PT604800S',
        users: ['choo@xyz.example'],
        restrictions: [],
      },
    ],
  });
});

test('what cannot be read is named by its place', () => {
  const { name: _, ...nameless } = PLANNED;
  expect(() => readPlannedSchedule('pagerduty_schedule.growth', nameless, emailOf)).toThrow(
    'pagerduty_schedule.growth name: missing',
  );
});
