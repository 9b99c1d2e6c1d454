import { Temporal } from 'temporal-polyfill';
import type { Downtime, Recurrence } from '../../../../src/deployment';
import { timeDifference, timeWords } from '../../../../src/verbs/drift/differences/downtimeTimes';

const ZONE = 'Asia/Kuala_Lumpur';
/** Tuesday, 24 November 2026, 11:00 in Kuala Lumpur. */
const NOW = Temporal.Instant.from('2026-11-24T03:00:00Z');

const once = (from: string | undefined, until: string): Downtime['time'] => ({
  kind: 'once',
  ...(from === undefined ? {} : { from: Temporal.Instant.from(from) }),
  until: Temporal.Instant.from(until),
});

const recurring = (edit: Partial<Recurrence> = {}, timeZone = ZONE): Downtime['time'] => ({
  kind: 'recurring',
  timeZone,
  recurrences: [
    {
      start: Temporal.PlainDateTime.from('2026-11-24T18:00:00'),
      duration: Temporal.Duration.from({ hours: 15 }),
      rrule: 'FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,TU',
      ...edit,
    },
  ],
});

const differs = (expected: Downtime['time'], found: Downtime['time']) =>
  timeDifference(expected, found, NOW) !== undefined;

test('when it began does not matter, its end does', () => {
  const until = '2026-11-25T00:00:00Z';
  expect(differs(once(undefined, until), once('2026-11-20T00:00:00Z', until))).toBe(false);
  expect(differs(once(undefined, until), once('2026-11-24T04:00:00Z', until))).toBe(true);
  expect(differs(once(undefined, until), once(undefined, '2026-11-25T00:01:00Z'))).toBe(true);
});

test("one that began a few seconds from now by Datadog's clock has begun", () => {
  const until = '2026-11-25T00:00:00Z';
  expect(differs(once(undefined, until), once('2026-11-24T03:01:00Z', until))).toBe(false);
  expect(differs(once(undefined, until), once('2026-11-24T03:01:01Z', until))).toBe(true);
});

test('a recurrence that began months ago is the same, one that begins next year is not', () => {
  const from = (date: string) => recurring({ start: Temporal.PlainDateTime.from(`${date}T18:00`) });
  expect(differs(recurring(), from('2026-03-02'))).toBe(false);
  expect(differs(recurring(), from('2026-11-30'))).toBe(false);
  expect(differs(recurring(), from('2027-11-30'))).toBe(true);
});

test.each([
  ['time of day', recurring({ start: Temporal.PlainDateTime.from('2026-11-24T18:30') })],
  ['length', recurring({ duration: Temporal.Duration.from({ hours: 14 }) })],
  ['days', recurring({ rrule: 'FREQ=WEEKLY;INTERVAL=1;BYDAY=MO' })],
  ['zone', recurring({}, 'Asia/Singapore')],
  ['kind', once(undefined, '2026-11-25T00:00:00Z')],
])('another %s is a difference', (_, found) => {
  expect(differs(recurring(), found)).toBe(true);
});

test('one day is 24 hours', () => {
  expect(
    differs(
      recurring({ duration: Temporal.Duration.from({ days: 1 }) }),
      recurring({ duration: Temporal.Duration.from({ hours: 24 }) }),
    ),
  ).toBe(false);
});

test('in words', () => {
  expect(timeWords(recurring(), ZONE)).toBe('Mon, Tue 18:00 for 15 h');
  expect(timeWords(recurring({ rrule: 'FREQ=DAILY;COUNT=3' }), ZONE)).toBe(
    'FREQ=DAILY;COUNT=3 18:00 for 15 h',
  );
  expect(timeWords(once('2026-12-31T16:00:00Z', '2027-01-01T16:00:00Z'), ZONE)).toBe(
    'Fri 1 Jan 2027 00:00 to Sat 2 Jan 00:00',
  );
  expect(timeWords(once(undefined, '2027-01-01T16:00:00Z'), ZONE)).toBe('now to Sat 2 Jan 2027 00:00');
});
