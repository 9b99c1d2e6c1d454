import { Temporal } from 'temporal-polyfill';
import { layersInHours } from '../../src/constructs/hoursLayers';

test('a window that the clocks skip is on call in no reading: the restriction rests around the change', () => {
  // In London 01:00 to 02:00 does not exist on 29 March 2026: the clocks change at 01:00 UTC.
  const start = Temporal.Instant.from('2026-03-20T00:00:00Z');
  const layer = {
    name: 'all',
    start,
    rotationVirtualStart: start,
    turnLengthSeconds: 7 * 86_400,
    users: ['ann'],
  };
  const hours = {
    days: [1, 2, 3, 4, 5, 6, 7] as const,
    from: Temporal.PlainTime.from('01:30'),
    until: Temporal.PlainTime.from('02:00'),
  };
  const horizon = Temporal.Instant.from('2026-04-20T00:00:00Z');
  const layers = layersInHours([layer], hours, 'Europe/London', horizon);
  expect(layers.map((each) => [String(each.start), each.end?.toString(), each.restrictions?.length])).toEqual(
    [
      ['2026-03-20T00:00:00Z', '2026-03-29T00:00:00Z', 1],
      ['2026-03-29T03:00:00Z', undefined, 1],
    ],
  );
});
