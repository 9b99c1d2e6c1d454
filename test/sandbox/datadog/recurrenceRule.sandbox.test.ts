import { recurrenceRule } from '../../../src/sandbox/datadog/recurrenceRule';

test.each([
  ['FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,FR', { frequency: 'WEEKLY', interval: 1, days: [1, 5], isPlain: true }],
  ['FREQ=DAILY', { frequency: 'DAILY', interval: 1, isPlain: true }],
  ['FREQ=MONTHLY;BYSETPOS=3;BYDAY=WE;INTERVAL=1', { frequency: 'MONTHLY', isPlain: false }],
  ['FREQ=WEEKLY;UNTIL=20270101T000000Z', { isPlain: false }],
])('%s', (rrule, expected) => {
  expect(recurrenceRule(rrule)).toMatchObject(expected);
});

test.each([
  ['', "''"],
  ['garbage', "'garbage'"],
  ['BYDAY=MO', 'FREQ is missing'],
  ['FREQ=MINUTELY', "'FREQ=MINUTELY'"],
  ['FREQ=WEEKLY;BYDAY=XX', "'BYDAY=XX'"],
  ['FREQ=WEEKLY;INTERVAL=0', "'INTERVAL=0'"],
  ['FREQ=WEEKLY;DTSTART=20261123T090000', "'DTSTART=20261123T090000'"],
  ['FREQ=WEEKLY;DURATION=PT1H', "'DURATION=PT1H'"],
  ['FREQ=WEEKLY;COUNT=2;UNTIL=20270101', 'COUNT and UNTIL exclude each other'],
  ['FREQ=WEEKLY;FREQ=DAILY', 'a part is repeated'],
  ['RRULE:FREQ=WEEKLY', "'RRULE:FREQ=WEEKLY'"],
])('%s is refused', (rrule, reason) => {
  expect(() => recurrenceRule(rrule)).toThrow(reason);
});
