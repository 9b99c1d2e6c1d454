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
      cover('2026-11-22T00:00:00+08:00', '2026-11-23T09:00:00+08:00'), // runs
      cover('2026-12-25T00:00:00+08:00', '2026-12-26T00:00:00+08:00'),
    ],
  });
  expect(layer).toMatchObject([
    { start: '2026-11-16T09:00:00+08:00', users: ['PAIDIL'] },
    { start: '2026-11-22T00:00:00+08:00', end: '2026-11-23T09:00:00+08:00', users: ['PTHIRU'] },
    { start: '2026-12-25T00:00:00+08:00', end: '2026-12-26T00:00:00+08:00', users: ['PTHIRU'] },
  ]);
});

test('nothing that lasts is an error, and so is a turn that is no whole day', () => {
  expect(() => scheduleOf({ ...minimal, versions: [] })).toThrow(
    "rotation 'Growth' has no layer that lasts beyond",
  );
  expect(() => scheduleOf({ ...minimal, turn: Temporal.Duration.from({ hours: 36 }) })).toThrow(
    'turn (PT36H) must be whole days or weeks',
  );
  expect(() => scheduleOf({ ...minimal, turn: new Temporal.Duration() })).toThrow('at least one day');
});

test('text of the caller is literal', () => {
  expect(scheduleOf({ ...minimal, name: '${x}', description: '%{y}' })).toMatchObject({
    name: '$${x}',
    description: '%%{y}',
  });
});
