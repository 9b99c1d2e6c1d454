import { Temporal } from 'temporal-polyfill';
import { durationWords } from '../../src/alerts/durationWords';
import { counted } from '../../src/text/counted';

test.each([
  ['PT16H', '16 hours'],
  ['PT1H', '1 hour'],
  ['PT90M', '1 hour 30 minutes'],
  ['P7D', '7 days'],
  ['PT36H', '1 day 12 hours'],
  ['PT1M1S', '1 minute 1 second'],
  ['PT0S', '0 seconds'],
  ['P10DT10H', '10 days 10 hours'],
])('%s is %s', (duration, words) => {
  expect(durationWords(Temporal.Duration.from(duration))).toBe(words);
});

test.each([
  [0, '0 weeks'],
  [1, '1 week'],
  [8, '8 weeks'],
])('%d', (count, words) => {
  expect(counted(count, 'week')).toBe(words);
});
