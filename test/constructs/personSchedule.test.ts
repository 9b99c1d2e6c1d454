import { Temporal } from 'temporal-polyfill';
import { PersonSchedule, type PersonScheduleProps } from '../../src/constructs';
import { only, synthesized } from './synthesized';

const instant = (text: string) => Temporal.Instant.from(text);
const [choo, aidil] = [{ id: 'PCHOO' }, { id: 'PAIDIL' }];
const minimal: PersonScheduleProps = {
  name: 'Growth: Choo',
  timeZone: 'Europe/London',
  user: choo,
  userName: 'Choo',
  asOf: instant('2026-11-23T00:00:00Z'),
};
const scheduleOf = (props: PersonScheduleProps) =>
  only(
    synthesized((stack) => new PersonSchedule(stack, 'growth__choo', props)),
    'pagerduty_schedule',
  );

const BASE = {
  name: 'Choo',
  start: '2000-01-01T00:00:00+00:00',
  rotation_virtual_start: '2000-01-01T00:00:00+00:00',
  rotation_turn_length_seconds: 604800,
  users: ['PCHOO'],
};

test('with defaults: the person forever, in one layer also where clocks change', () => {
  expect(scheduleOf(minimal)).toMatchObject({
    name: 'Growth: Choo',
    description: 'Managed by Watchbill',
    time_zone: 'Europe/London',
    lifecycle: { create_before_destroy: true },
    layer: [BASE],
  });
});

test('covers stand behind, and what has ended by then is not there', () => {
  const cover = (from: string, until: string) => ({
    from: instant(from),
    until: instant(until),
    user: aidil,
    name: 'Cover',
  });
  const { layer } = scheduleOf({
    ...minimal,
    covers: [
      cover('2026-11-20T00:00:00Z', '2026-11-23T00:00:00Z'), // ends exactly then
      cover('2026-12-07T00:00:00Z', '2026-12-08T00:00:00Z'),
    ],
  });
  expect(layer).toEqual([
    BASE,
    {
      name: 'Cover',
      start: '2026-12-07T00:00:00+00:00',
      end: '2026-12-08T00:00:00+00:00',
      rotation_virtual_start: '2026-12-07T00:00:00+00:00',
      rotation_turn_length_seconds: 604800,
      users: ['PAIDIL'],
    },
  ]);
});

test.each<[string, Partial<PersonScheduleProps>, string]>([
  ['no name', { name: '' }, "'name' ('') must have 1 to 255 characters"],
  [
    'covers that overlap',
    {
      covers: [
        {
          name: 'a',
          user: aidil,
          from: instant('2026-12-01T00:00:00Z'),
          until: instant('2026-12-02T00:00:00Z'),
        },
        {
          name: 'b',
          user: aidil,
          from: instant('2026-12-01T12:00:00Z'),
          until: instant('2026-12-03T00:00:00Z'),
        },
      ],
    },
    "'covers' must not overlap: 'b' begins at 2026-12-01T12:00:00Z, 'a' ends at 2026-12-02T00:00:00Z",
  ],
])('%s is refused', (_, changes, message) => {
  expect(() => scheduleOf({ ...minimal, ...changes })).toThrow(message);
});
