import { monitorsStack } from '../terraformFixture';
import { refusals } from './refusals';

refusals(monitorsStack, 'datadog_downtime_schedule.holiday', [
  [
    'a downtime of a monitor that does not exist',
    'monitor_identifier/monitor_id',
    '${datadog_monitor.x.id}',
    'contain',
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
  ['an unknown end', 'notify_end_types', ['ended'], 'not one of', 'notify_end_types[0]'],
]);
