import { Temporal } from 'temporal-polyfill';
import { OnCallRotation, type OnCallRotationProps } from '../../src/constructs';
import { only, synthesized } from './synthesized';

const zoned = (text: string) => Temporal.ZonedDateTime.from(text);
const instant = (text: string) => Temporal.Instant.from(text);
const [aidil, thiru] = [{ id: 'PAIDIL' }, { id: 'PTHIRU' }];
const minimal: OnCallRotationProps = {
  name: 'Growth',
  timeZone: 'Asia/Kuala_Lumpur',
  asOf: instant('2026-11-23T00:00:00+08:00'),
  versions: [{ from: zoned('2026-01-05T09:00[Asia/Kuala_Lumpur]'), order: [aidil, thiru] }],
};
const scheduleOf = (props: OnCallRotationProps) =>
  only(
    synthesized((stack) => new OnCallRotation(stack, 'growth', props)),
    'pagerduty_schedule',
  );

test('with defaults: weekly turns, one open layer, times in the zone', () => {
  expect(scheduleOf(minimal)).toMatchObject({
    name: 'Growth',
    description: 'Managed by Watchbill',
    time_zone: 'Asia/Kuala_Lumpur',
    layer: [
      {
        name: 'Rotation from 2026-01-05',
        start: '2026-01-05T09:00:00+08:00',
        rotation_virtual_start: '2026-01-05T09:00:00+08:00',
        rotation_turn_length_seconds: 604800,
        users: ['PAIDIL', 'PTHIRU'],
      },
    ],
  });
});

test('a schedule is destroyed only after the policies that leave it are written', () => {
  expect(scheduleOf(minimal)).toMatchObject({ lifecycle: { create_before_destroy: true } });
});

test('covers stand behind the base layers; what has ended by then is not there', () => {
  const cover = (from: string, until: string) => ({
    from: instant(from),
    until: instant(until),
    user: thiru,
    name: from,
  });
  const { layer } = scheduleOf({
    ...minimal,
    versions: [
      { from: zoned('2026-01-05T09:00[Asia/Kuala_Lumpur]'), order: [thiru] },
      { from: zoned('2026-11-16T09:00[Asia/Kuala_Lumpur]'), order: [aidil] },
    ],
    covers: [
      cover('2026-11-20T00:00:00+08:00', '2026-11-23T00:00:00+08:00'), // ends exactly then
      cover('2026-11-23T00:00:00+08:00', '2026-11-23T09:00:00+08:00'), // runs
      cover('2026-12-25T00:00:00+08:00', '2026-12-26T00:00:00+08:00'),
    ],
  });
  expect(layer).toMatchObject([
    { start: '2026-11-16T09:00:00+08:00', users: ['PAIDIL'] },
    { start: '2026-11-23T00:00:00+08:00', end: '2026-11-23T09:00:00+08:00', users: ['PTHIRU'] },
    { start: '2026-12-25T00:00:00+08:00', end: '2026-12-26T00:00:00+08:00', users: ['PTHIRU'] },
  ]);
});

const version = (from: string, ...order: { id: string }[]) => ({ from: zoned(from), order });
const FIRST = '2026-01-05T09:00[Asia/Kuala_Lumpur]';
const SECOND = '2026-01-19T09:00[Asia/Kuala_Lumpur]';
const cover = (name: string, from: string, until: string) => ({
  name,
  user: thiru,
  from: instant(`${from}:00+08:00`),
  until: instant(`${until}:00+08:00`),
});

test.each<[string, Partial<OnCallRotationProps>, string]>([
  ['no version', { versions: [] }, "'versions' of 'Growth' must have one that lasts beyond 'asOf'"],
  [
    'an empty order',
    { versions: [version(FIRST)] },
    "'order' of the version from 2026-01-05 must not be empty",
  ],
  [
    'newest first, which would drop the newer one',
    { versions: [version(SECOND, aidil), version(FIRST, thiru)] },
    "'versions' must be oldest first: 2026-01-05T09:00:00+08:00[Asia/Kuala_Lumpur] does not come after 2026-01-19",
  ],
  [
    'the same beginning twice',
    { versions: [version(FIRST, aidil), version(FIRST, thiru)] },
    "'versions' must be oldest first",
  ],
  [
    'a version in the middle of a turn',
    { versions: [version(FIRST, aidil), version('2026-01-14T09:00[Asia/Kuala_Lumpur]', thiru)] },
    'must be a hand-off of the version before it, a multiple of 7 days after',
  ],
  [
    'a version at another time of the day',
    { versions: [version(FIRST, aidil), version('2026-01-19T10:00[Asia/Kuala_Lumpur]', thiru)] },
    'must be a hand-off of the version before it',
  ],
  [
    'a version in another zone',
    { versions: [version('2026-01-05T09:00[Europe/London]', aidil)] },
    "must be in the zone of the schedule, 'timeZone' (Asia/Kuala_Lumpur)",
  ],
  [
    'covers that overlap, in any order',
    {
      covers: [
        cover('b', '2026-12-02T00:00', '2026-12-03T00:00'),
        cover('a', '2026-12-01T00:00', '2026-12-02T00:01'),
      ],
    },
    "'covers' must not overlap: 'b' begins at 2026-12-01T16:00:00Z, 'a' ends at 2026-12-01T16:01:00Z",
  ],
  [
    'a cover that ends as it begins',
    { covers: [cover('a', '2026-12-01T00:00', '2026-12-01T00:00')] },
    "'covers': 'a' must end after it begins",
  ],
  [
    'hours on no day',
    { hours: { days: [], from: Temporal.PlainTime.from('09:00'), until: Temporal.PlainTime.from('18:00') } },
    "'days' ([]) must be different weekdays from 1 to 7, at least one",
  ],
  ['no name', { name: '' }, "'name' ('') must have 1 to 255 characters"],
  [
    'a turn that is no whole day',
    { turn: Temporal.Duration.from({ hours: 36 }) },
    "'turn' (PT36H) must be whole days or weeks",
  ],
  ['no turn', { turn: new Temporal.Duration() }, 'at least one day'],
  [
    'a turn of more than a year',
    { turn: Temporal.Duration.from({ weeks: 53 }) },
    "'turn' (371) must be between 1 and 365",
  ],
])('%s is refused', (_, props, message) => {
  expect(() => scheduleOf({ ...minimal, ...props })).toThrow(message);
});

test('a turn may be told in weeks', () => {
  expect(scheduleOf({ ...minimal, turn: Temporal.Duration.from({ weeks: 2 }) })).toMatchObject({
    layer: [{ rotation_turn_length_seconds: 1_209_600 }],
  });
});

test('covers that meet are taken', () => {
  const covers = [
    cover('b', '2026-12-02T00:00', '2026-12-03T00:00'),
    cover('a', '2026-12-01T00:00', '2026-12-02T00:00'),
  ];
  expect(scheduleOf({ ...minimal, covers })).toMatchObject({ layer: { length: 3 } });
});

test('text of the caller is literal', () => {
  expect(scheduleOf({ ...minimal, name: '${x}', description: '%{y}' })).toMatchObject({
    name: '$${x}',
    description: '%%{y}',
  });
});

describe('hours', () => {
  const time = (text: string) => Temporal.PlainTime.from(text);
  const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;
  const nights = { days: WEEK, from: time('22:00'), until: time('08:00') };
  const restriction = (type: string, day?: number) => ({
    type,
    start_time_of_day: day === undefined ? '22:00:00' : '09:00:00',
    duration_seconds: day === undefined ? 36_000 : 32_400,
    ...(day === undefined ? {} : { start_day_of_week: day }),
  });

  test('of some days are weekly restrictions, of all days a daily one, around the clock none', () => {
    const layersIn = (hours: OnCallRotationProps['hours']) =>
      (scheduleOf({ ...minimal, ...(hours && { hours }) })['layer'] as object[]).map((layer) =>
        Reflect.get(layer, 'restriction'),
      );
    expect(layersIn({ days: [5, 1], from: time('09:00'), until: time('18:00') })).toEqual([
      [restriction('weekly_restriction', 1), restriction('weekly_restriction', 5)],
    ]);
    expect(layersIn(nights)).toEqual([[restriction('daily_restriction')]]);
    expect(layersIn({ days: WEEK, from: time('09:00'), until: time('09:00') })).toEqual([undefined]);
    const everyDay = { days: [1, 2, 3, 4, 5, 6] as const, from: time('09:00'), until: time('09:00') };
    expect(layersIn(everyDay)[0]).toHaveLength(6);
  });

  test('are those of the version: a cover that lasts beyond one is two layers', () => {
    const change = '2026-11-30T09:00:00+08:00';
    const cover = (from: string, until: string) => ({
      from: instant(from),
      until: instant(until),
      user: thiru,
      name: from,
    });
    const { layer } = scheduleOf({
      ...minimal,
      versions: [
        { from: zoned('2026-01-05T09:00[Asia/Kuala_Lumpur]'), order: [aidil], hours: nights },
        { from: zoned('2026-11-30T09:00[Asia/Kuala_Lumpur]'), order: [aidil] },
      ],
      covers: [
        cover('2026-11-24T00:00:00+08:00', '2026-11-25T00:00:00+08:00'),
        // Within a day no night is on call.
        cover('2026-11-26T09:00:00+08:00', '2026-11-26T18:00:00+08:00'),
        cover('2026-11-29T00:00:00+08:00', '2026-12-01T00:00:00+08:00'),
        cover('2026-12-24T00:00:00+08:00', '2026-12-25T00:00:00+08:00'),
      ],
    });
    const told = (layer as Record<string, unknown>[]).map(
      ({ start, end, rotation_virtual_start, restriction: own }) => [
        start,
        end,
        rotation_virtual_start === start,
        own === undefined ? 'always' : 'nights',
      ],
    );
    expect(told).toEqual([
      ['2026-01-05T09:00:00+08:00', change, true, 'nights'],
      [change, undefined, true, 'always'],
      ['2026-11-24T00:00:00+08:00', '2026-11-25T00:00:00+08:00', true, 'nights'],
      ['2026-11-29T00:00:00+08:00', change, true, 'nights'],
      [change, '2026-12-01T00:00:00+08:00', true, 'always'],
      ['2026-12-24T00:00:00+08:00', '2026-12-25T00:00:00+08:00', true, 'always'],
    ]);
  });
});
