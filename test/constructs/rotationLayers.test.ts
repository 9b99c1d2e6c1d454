import { Temporal } from 'temporal-polyfill';
import { rotationLayers, type ScheduleLayer } from '../../src/constructs';

const zoned = (text: string) => Temporal.ZonedDateTime.from(text);
const row = ({ start, end, rotationVirtualStart, users, turnLengthSeconds }: ScheduleLayer<string>) => [
  `${start}`,
  end === undefined ? 'never' : `${end}`,
  `${rotationVirtualStart}`,
  turnLengthSeconds / 86_400,
  users.join(' '),
];

test('one layer a version; each ends where the next begins, the last never', () => {
  const layers = rotationLayers(
    [
      { from: zoned('2026-01-05T09:00[Asia/Kuala_Lumpur]'), order: ['aidil', 'thiru'] },
      { from: zoned('2026-02-02T09:00[Asia/Kuala_Lumpur]'), order: ['choo'] },
    ],
    7,
    Temporal.Instant.from('2027-01-01T00:00:00Z'),
  );
  expect(layers.map(row)).toEqual([
    ['2026-01-05T01:00:00Z', '2026-02-02T01:00:00Z', '2026-01-05T01:00:00Z', 7, 'aidil thiru'],
    ['2026-02-02T01:00:00Z', 'never', '2026-02-02T01:00:00Z', 7, 'choo'],
  ]);
  expect(layers.map(({ name }) => name)).toEqual(['Rotation from 2026-01-05', 'Rotation from 2026-02-02']);
});

test('the week in which clocks change has a layer of its own, and the next counts anew', () => {
  // London's clocks go forward on Sunday 29 March 2026, in the turn of 23 March: b, of a b c.
  const layers = rotationLayers(
    [{ from: zoned('2026-03-16T09:00[Europe/London]'), order: ['a', 'b', 'c'] }],
    7,
    Temporal.Instant.from('2026-06-01T00:00:00Z'),
  );
  expect(layers.map(row)).toEqual([
    ['2026-03-16T09:00:00Z', '2026-03-23T09:00:00Z', '2026-03-16T09:00:00Z', 7, 'a'],
    ['2026-03-23T09:00:00Z', '2026-03-30T08:00:00Z', '2026-03-23T09:00:00Z', 7, 'b'],
    ['2026-03-30T08:00:00Z', 'never', '2026-03-30T08:00:00Z', 7, 'c a b'],
  ]);
  expect(layers.map(({ name }) => name)).toEqual([
    'Rotation from 2026-03-16',
    'Rotation from 2026-03-16, clocks changed 2026-03-23',
    'Rotation from 2026-03-16, clocks changed 2026-03-30',
  ]);
});

test('clock changes beyond the horizon are left for a later deploy', () => {
  const layers = rotationLayers(
    [{ from: zoned('2026-04-06T09:00[Europe/London]'), order: ['a', 'b'] }],
    7,
    Temporal.Instant.from('2026-10-01T00:00:00Z'),
  );
  expect(layers).toHaveLength(1);
});

test('daily hand-offs at 01:30, a time that the night of the change skips', () => {
  // 29 March has no 01:30 in London: that hand-off is at the change (01:00Z), so the turns before and after it last 23 hours and a half.
  const layers = rotationLayers(
    [{ from: zoned('2026-03-27T01:30[Europe/London]'), order: ['a', 'b', 'c'] }],
    1,
    Temporal.Instant.from('2026-04-10T00:00:00Z'),
  );
  expect(layers.map(row)).toEqual([
    ['2026-03-27T01:30:00Z', '2026-03-28T01:30:00Z', '2026-03-27T01:30:00Z', 1, 'a'],
    ['2026-03-28T01:30:00Z', '2026-03-29T01:00:00Z', '2026-03-28T01:30:00Z', 1, 'b'],
    ['2026-03-29T01:00:00Z', '2026-03-30T00:30:00Z', '2026-03-29T01:00:00Z', 1, 'c'],
    ['2026-03-30T00:30:00Z', 'never', '2026-03-30T00:30:00Z', 1, 'a b c'],
  ]);
});

test('a version that ends in the week of the change ends there', () => {
  const layers = rotationLayers(
    [
      { from: zoned('2026-03-23T09:00[Europe/London]'), order: ['a', 'b'] },
      { from: zoned('2026-03-30T09:00[Europe/London]'), order: ['b', 'a'] },
    ],
    7,
    Temporal.Instant.from('2026-06-01T00:00:00Z'),
  );
  expect(layers.map(row)).toEqual([
    ['2026-03-23T09:00:00Z', '2026-03-30T08:00:00Z', '2026-03-23T09:00:00Z', 7, 'a'],
    ['2026-03-30T08:00:00Z', 'never', '2026-03-30T08:00:00Z', 7, 'b a'],
  ]);
});

test('a version that begins in the hour that the clocks skip hands off at its own time from the next turn on', () => {
  // New York's clocks go from 02:00 to 03:00 on Sunday 8 March 2026: that hand-off is at the change (07:00 UTC).
  const layers = rotationLayers(
    [
      {
        from: zoned('2026-03-08T02:30[America/New_York]'),
        handOffAt: Temporal.PlainTime.from('02:30'),
        order: ['a', 'b'],
      },
    ],
    1,
    Temporal.Instant.from('2026-06-01T00:00:00Z'),
  );
  expect(layers.map(row)).toEqual([
    ['2026-03-08T07:00:00Z', '2026-03-09T06:30:00Z', '2026-03-08T07:00:00Z', 1, 'a'],
    ['2026-03-09T06:30:00Z', 'never', '2026-03-09T06:30:00Z', 1, 'b a'],
  ]);
});

describe('a version with its own turn, handed off at another time of day', () => {
  const layersOf = (next: string, handOffAt?: string) =>
    rotationLayers(
      [
        { from: zoned('2026-11-02T09:00[Asia/Kuala_Lumpur]'), order: ['a', 'b', 'c'] },
        {
          from: zoned(`${next}[Asia/Kuala_Lumpur]`),
          ...(handOffAt === undefined ? {} : { handOffAt: Temporal.PlainTime.from(handOffAt) }),
          order: ['d', 'e'],
          turn: Temporal.Duration.from({ days: 1 }),
        },
      ],
      7,
      Temporal.Instant.from('2027-01-01T00:00:00Z'),
    );

  test.each([
    ['an hour later', '2026-11-23T10:00', '2026-11-23T02:00:00Z'],
    ['an hour earlier', '2026-11-23T08:00', '2026-11-23T00:00:00Z'],
  ])('%s: the last turn before it is a layer of one person, who has all of it', (_, next, until) => {
    const layers = layersOf(next, next.slice(11));
    expect(layers.map(row)).toEqual([
      ['2026-11-02T01:00:00Z', '2026-11-16T01:00:00Z', '2026-11-02T01:00:00Z', 7, 'a b c'],
      ['2026-11-16T01:00:00Z', until, '2026-11-16T01:00:00Z', 7, 'c'],
      [until, 'never', until, 1, 'd e'],
    ]);
    expect(layers.map(({ name }) => name)).toEqual([
      'Rotation from 2026-11-02',
      'Rotation from 2026-11-02, last turn 2026-11-16',
      'Rotation from 2026-11-23',
    ]);
  });

  test('at the same time nothing is apart', () => {
    expect(layersOf('2026-11-23T09:00').map(row)).toEqual([
      ['2026-11-02T01:00:00Z', '2026-11-23T01:00:00Z', '2026-11-02T01:00:00Z', 7, 'a b c'],
      ['2026-11-23T01:00:00Z', 'never', '2026-11-23T01:00:00Z', 1, 'd e'],
    ]);
  });

  test('another time that is not said to be meant, and another day, are refused', () => {
    expect(() => layersOf('2026-11-23T10:00')).toThrow("unless its own 'handOffAt' is another");
    expect(() => layersOf('2026-11-24T09:00', '09:00')).toThrow(
      'must be a hand-off of the version before it',
    );
  });

  test('a length that is no whole days is refused', () => {
    const versions = [{ from: zoned('2026-11-02T09:00[Asia/Kuala_Lumpur]'), order: ['a'] }];
    const halves = versions.map((version) => ({ ...version, turn: Temporal.Duration.from({ hours: 12 }) }));
    expect(() => rotationLayers(halves, 7, Temporal.Instant.from('2027-01-01T00:00:00Z'))).toThrow(
      "'turn' (PT12H) must be whole days or weeks",
    );
  });
});
