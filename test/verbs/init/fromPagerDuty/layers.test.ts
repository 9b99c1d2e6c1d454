import { Temporal } from 'temporal-polyfill';
import type { Layer } from '../../../../src/deployment';
import { rotationDrafts } from '../../../../src/verbs/init/fromPagerDuty/layers';

const NOW = Temporal.Instant.from('2026-11-24T03:15:00Z');

const layer = (start: string, end?: string): Layer => ({
  start: Temporal.Instant.from(start),
  ...(end === undefined ? {} : { end: Temporal.Instant.from(end) }),
  rotationVirtualStart: Temporal.Instant.from(start),
  turnLength: Temporal.Duration.from({ hours: 7 * 24 }),
  users: ['ada@team.example'],
  restrictions: [],
});
const MONDAY = '2026-11-23T01:00:00Z';

// Times in Kuala Lumpur, eight hours ahead.
test.each([
  ['not begun', [layer('2026-12-07T01:00:00Z')], 'it does not begin until Mon 7 Dec 2026 09:00'],
  ['ended', [layer(MONDAY, '2026-12-07T01:00:00Z')], 'nobody is on call from Mon 7 Dec 2026 09:00 on'],
  [
    'the longest layer counts',
    [layer(MONDAY, '2026-12-07T01:00:00Z'), layer('2026-11-30T01:00:00Z', '2026-12-04T01:00:00Z')],
    'nobody is on call from Mon 7 Dec 2026 09:00 on',
  ],
  [
    'a cover that ends, over a layer that does not',
    [layer(MONDAY), layer('2026-12-01T01:00:00Z', '2026-12-02T01:00:00Z')],
    '2 layers at once',
  ],
])('%s is no rotation, for a reason', (_, layers, reason) => {
  const schedule = { key: 'P1', name: 'On call', timeZone: 'Asia/Kuala_Lumpur', layers };
  expect(rotationDrafts(schedule, NOW)).toBe(reason);
});
