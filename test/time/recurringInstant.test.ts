import { Temporal } from 'temporal-polyfill';
import { recurringInstant } from '../../src/time/recurringInstant';

const at = (local: string, timeZone: string) =>
  recurringInstant(Temporal.PlainDateTime.from(local), timeZone).toString();

// By hand, from the zones' rules: London changes at 01:00 UTC, New York at 02:00 local, Lord Howe by half an hour.
test.each([
  ['an ordinary time', '2026-11-09T09:00', 'Asia/Kuala_Lumpur', '2026-11-09T01:00:00Z'],
  ['repeated: the first', '2026-10-25T01:30', 'Europe/London', '2026-10-25T00:30:00Z'],
  ['the end of the repeated hour', '2026-10-25T02:00', 'Europe/London', '2026-10-25T02:00:00Z'],
  ['skipped: the moment of the change', '2026-03-29T01:30', 'Europe/London', '2026-03-29T01:00:00Z'],
  ['the beginning of the skipped hour', '2026-03-29T01:00', 'Europe/London', '2026-03-29T01:00:00Z'],
  ['the end of the skipped hour', '2026-03-29T02:00', 'Europe/London', '2026-03-29T01:00:00Z'],
  ['skipped, west of Greenwich', '2026-03-08T02:59', 'America/New_York', '2026-03-08T07:00:00Z'],
  ['skipped by half an hour', '2026-10-04T02:10', 'Australia/Lord_Howe', '2026-10-03T15:30:00Z'],
])('%s', (_, local, timeZone, instant) => {
  expect(at(local, timeZone)).toBe(instant);
});
