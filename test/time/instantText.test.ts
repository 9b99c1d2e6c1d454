import { Temporal } from 'temporal-polyfill';
import { instantText, utcText } from '../../src/time/instantText';

test("RFC 3339 with the zone's offset of that day and whole seconds", () => {
  expect(instantText(Temporal.Instant.from('2026-01-05T01:00:00.5Z'), 'Asia/Kuala_Lumpur')).toBe(
    '2026-01-05T09:00:00+08:00',
  );
  expect(instantText(Temporal.Instant.from('2026-06-01T08:00:00Z'), 'Europe/London')).toBe(
    '2026-06-01T09:00:00+01:00',
  );
  expect(instantText(Temporal.Instant.from('2026-01-05T09:00:00Z'), 'Etc/UTC')).toBe(
    '2026-01-05T09:00:00+00:00',
  );
});

test('UTC for Datadog', () => {
  expect(utcText(Temporal.Instant.from('2026-12-25T00:00:00+08:00'))).toBe('2026-12-24T16:00:00Z');
});
