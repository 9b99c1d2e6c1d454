import { Temporal } from 'temporal-polyfill';
import { currentWindow } from '../../../src/sandbox/datadog/downtimeStatus';

const NIGHTS = {
  timezone: 'Asia/Kuala_Lumpur',
  recurrences: [
    { start: '2026-11-24T18:00:00', duration: '15h', rrule: 'FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,TU,WE,TH' },
    { start: '2026-11-27T18:00:00', duration: '63h', rrule: 'FREQ=WEEKLY;INTERVAL=1;BYDAY=FR' },
  ],
};

test.each([
  // at, local | from | until
  ['2026-11-23T20:00', '2026-11-24T18:00', '2026-11-25T09:00'],
  ['2026-11-24T17:59', '2026-11-24T18:00', '2026-11-25T09:00'],
  ['2026-11-25T08:59', '2026-11-24T18:00', '2026-11-25T09:00'],
  ['2026-11-25T09:00', '2026-11-25T18:00', '2026-11-26T09:00'],
  ['2026-11-29T12:00', '2026-11-27T18:00', '2026-11-30T09:00'],
  ['2026-11-30T09:00', '2026-11-30T18:00', '2026-12-01T09:00'],
  ['2027-06-05T12:00', '2027-06-04T18:00', '2027-06-07T09:00'],
])('at %s the window is %s to %s', (at, from, until) => {
  const local = (text: string) =>
    Temporal.PlainDateTime.from(text).toZonedDateTime(NIGHTS.timezone).toInstant();
  expect(currentWindow(NIGHTS, local(at))).toEqual({ from: local(from), until: local(until) });
});

test.each([
  // rule | at | from; all begin on Tuesday, 24 November
  ['FREQ=DAILY;INTERVAL=3', '2026-11-25T12:00', '2026-11-27T10:00'],
  ['FREQ=WEEKLY', '2026-11-25T12:00', '2026-12-01T10:00'],
  ['FREQ=WEEKLY;INTERVAL=2', '2026-11-25T12:00', '2026-12-08T10:00'],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', '2026-11-25T12:00', '2026-12-07T10:00'],
])('%s: after %s comes %s', (rrule, at, from) => {
  const schedule = {
    timezone: 'UTC',
    recurrences: [{ start: '2026-11-24T10:00:00', duration: '1h', rrule }],
  };
  const window = currentWindow(schedule, Temporal.Instant.from(`${at}Z`));
  expect(window?.from).toEqual(Temporal.Instant.from(`${from}Z`));
});

test('other rules are taken, and not worked out', () => {
  const schedule = {
    timezone: 'UTC',
    recurrences: [{ start: '2026-11-24T10:00:00', duration: '1h', rrule: 'FREQ=MONTHLY' }],
  };
  expect(currentWindow(schedule, Temporal.Instant.from('2026-11-25T00:00Z'))).toBeUndefined();
});
