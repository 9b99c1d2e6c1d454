import { Temporal } from 'temporal-polyfill';
import { MaintenanceDowntime } from '../../src/constructs';
import { only, synthesized } from './synthesized';

const at = (time: string) => Temporal.Instant.from(`2026-12-05T${time}:00Z`);

const downtime = (asOf: string, from = '14:00', until = '20:00') =>
  only(
    synthesized((stack) => {
      new MaintenanceDowntime(stack, 'work', {
        monitorTags: ['pipeline:profit'],
        from: at(from),
        until: at(until),
        timeZone: 'Asia/Kuala_Lumpur',
        asOf: at(asOf),
      });
    }),
    'datadog_downtime_schedule',
  );

test('before it, with both ends; once it has begun, without a beginning, which Datadog would refuse', () => {
  expect(downtime('13:59')).toMatchObject({
    monitor_identifier: { monitor_tags: ['pipeline:profit'] },
    one_time_schedule: { start: '2026-12-05T14:00:00Z', end: '2026-12-05T20:00:00Z' },
    notify_end_states: ['alert', 'no data', 'warn'],
    notify_end_types: ['expired'],
    message: 'Maintenance',
  });
  for (const asOf of ['14:00', '19:59'])
    expect(downtime(asOf)['one_time_schedule']).toEqual({ end: '2026-12-05T20:00:00Z' });
});

test('one that is over, or ends before it begins, is refused', () => {
  expect(() => downtime('20:00')).toThrow("must be after 'asOf'");
  expect(() => downtime('13:00', '20:00', '20:00')).toThrow("must be after 'from'");
});

test('it is about all groups, is shown in its zone, and says what is given', () => {
  const json = synthesized((stack) => {
    new MaintenanceDowntime(stack, 'work', {
      monitorTags: ['a:${b}'],
      from: at('14:00'),
      until: at('20:00'),
      timeZone: 'Asia/Kuala_Lumpur',
      asOf: at('13:00'),
      message: 'Move of ${db}',
    });
  });
  expect(only(json, 'datadog_downtime_schedule')).toMatchObject({
    scope: '*',
    monitor_identifier: { monitor_tags: ['a:$${b}'] },
    display_timezone: 'Asia/Kuala_Lumpur',
    message: 'Move of $${db}',
    mute_first_recovery_notification: false,
  });
});
