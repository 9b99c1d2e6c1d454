import { Temporal } from 'temporal-polyfill';
import { OfficeHoursDowntime } from '../../src/constructs';
import { synthesized } from './synthesized';

const downtimes = (asOf: string, holidays: string[], until = '18:00') => {
  const json = synthesized(
    (stack) =>
      new OfficeHoursDowntime(stack, 'hours', {
        monitorTags: ['pipeline:x'],
        officeHours: {
          workingWeek: [1, 2, 3, 4, 5],
          from: Temporal.PlainTime.from('09:00'),
          until: Temporal.PlainTime.from(until),
        },
        timeZone: 'Asia/Kuala_Lumpur',
        holidays: holidays.map((date) => Temporal.PlainDate.from(date)),
        asOf: Temporal.Instant.from(asOf),
      }),
  );
  const all = Object.values(json.resource['datadog_downtime_schedule'] ?? {});
  return {
    recurring: all.find((each) => 'recurring_schedule' in each),
    oneTime: all.filter((each) => 'one_time_schedule' in each),
    hours: Object.values(json.resource['terraform_data'] ?? {})[0],
  };
};

test('what is still broken is told when office hours begin, and only then', () => {
  const { recurring, oneTime } = downtimes('2026-11-23T00:00:00+08:00', ['2026-12-25']);
  expect(recurring).toMatchObject({
    scope: '*',
    monitor_identifier: { monitor_tags: ['pipeline:x'] },
    display_timezone: 'Asia/Kuala_Lumpur',
    notify_end_states: ['alert', 'no data', 'warn'],
    notify_end_types: ['expired'],
    recurring_schedule: {
      timezone: 'Asia/Kuala_Lumpur',
      recurrence: [
        { rrule: 'FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,TU,WE,TH', duration: '15h', start: '2026-11-24T18:00:00' },
        { rrule: 'FREQ=WEEKLY;INTERVAL=1;BYDAY=FR', duration: '63h', start: '2026-11-27T18:00:00' },
      ],
    },
  });
  expect(oneTime).toMatchObject([
    {
      one_time_schedule: { start: '2026-12-24T16:00:00Z', end: '2026-12-25T16:00:00Z' },
      notify_end_states: [],
      notify_end_types: [],
    },
  ]);
});

test('today’s holiday has no beginning of its own: Datadog refuses one in the past', () => {
  const [today] = downtimes('2026-12-25T00:00:00+08:00', ['2026-12-25']).oneTime;
  expect(today?.['one_time_schedule']).toEqual({ end: '2026-12-25T16:00:00Z' });
});

test('the beginning moves from day to day and is not compared; a change of hours replaces the downtime', () => {
  const monday = downtimes('2026-11-23T00:00:00+08:00', []);
  const tuesday = downtimes('2026-11-24T00:00:00+08:00', []);
  expect(monday.recurring?.['lifecycle']).toEqual({
    ignore_changes: ['recurring_schedule.recurrence[0].start', 'recurring_schedule.recurrence[1].start'],
    replace_triggered_by: [expect.stringMatching(/^terraform_data\./)],
  });
  expect(tuesday.hours).toEqual(monday.hours);
  expect(downtimes('2026-11-23T00:00:00+08:00', [], '17:00').hours).not.toEqual(monday.hours);
});
