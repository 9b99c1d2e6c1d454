import { readTerraformJson } from '../../../src/deployment';
import { changed, monitorsStack, onCallStack } from '../terraformFixture';
import { refusals } from './refusals';

test.each([
  [true, { mutesFirstRecovery: true }],
  [false, {}],
  [undefined, {}],
])('whether it mutes the first recovery is read: %s', (value, expected) => {
  const path = 'resource/datadog_downtime_schedule/nights/mute_first_recovery_notification';
  const { downtimes } = readTerraformJson([onCallStack(), changed(monitorsStack(), path, value)]);
  const nights = downtimes.find(({ key }) => key === 'datadog_downtime_schedule.nights');
  expect(nights).toMatchObject(expected);
  expect(Object.keys(nights ?? {}).includes('mutesFirstRecovery')).toBe(value === true);
});

refusals(monitorsStack, 'datadog_downtime_schedule.holiday', [
  [
    'a downtime of a monitor that does not exist',
    'monitor_identifier/monitor_id',
    '${datadog_monitor.x.id}',
    'not in the stack',
  ],
  ['a monitor and tags', 'monitor_identifier/monitor_tags', ['a:b'], 'understand'],
  ['no end', 'one_time_schedule/end', undefined, 'missing'],
  ['an end at the start', 'one_time_schedule/end', '2026-02-16T16:00:00Z', 'not after'],
  ['once and again', 'recurring_schedule', {}, 'understand'],
  ['neither once nor again', 'one_time_schedule', undefined, 'missing', 'recurring_schedule'],
]);

refusals(monitorsStack, 'datadog_downtime_schedule.nights', [
  ['a recurrence without a start', 'recurring_schedule/recurrence/0/start', undefined, 'missing'],
  ['a start with an offset', 'recurring_schedule/recurrence/0/start', '2026-01-06T18:00:00Z', 'local'],
  ['a duration in words', 'recurring_schedule/recurrence/0/duration', 'long', 'duration'],
  ['no zone', 'recurring_schedule/timezone', undefined, 'missing'],
  ['a word where it says yes or no', 'mute_first_recovery_notification', 'sometimes', 'neither true'],
  ['an unknown end', 'notify_end_types', ['ended'], 'not one of', 'notify_end_types[0]'],
]);
