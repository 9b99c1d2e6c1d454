import { Temporal } from 'temporal-polyfill';
import { joined, partsWithin } from '../../src/time/pieces';
import type { Span } from '../../src/time/span';

/** Hours of 1 January 2026, in UTC. */
const span = (from: number, until: number): Span => ({
  from: Temporal.Instant.from('2026-01-01T00:00:00Z').add({ hours: from }),
  until: Temporal.Instant.from('2026-01-01T00:00:00Z').add({ hours: until }),
});
const hours = (spans: readonly Span[]) =>
  spans.map(({ from, until }) =>
    [from, until].map((at) => at.since(span(0, 0).from).total('hours')).join('-'),
  );

describe('partsWithin', () => {
  test('cuts each span to each window', () => {
    const spans = [span(0, 5), span(5, 9), span(12, 20)];
    const windows = [span(1, 2), span(4, 6), span(8, 14), span(19, 30)];
    expect(hours(partsWithin(spans, windows))).toEqual(['1-2', '4-5', '5-6', '8-9', '12-14', '19-20']);
  });

  test('has nothing of spans and windows that only meet', () => {
    expect(partsWithin([span(0, 5)], [span(5, 9)])).toEqual([]);
    expect(partsWithin([span(5, 9)], [span(0, 5)])).toEqual([]);
    expect(partsWithin([span(0, 5)], [])).toEqual([]);
  });

  test('keeps what else a span has', () => {
    expect(partsWithin([{ ...span(0, 5), name: 'night' }], [span(4, 6)])).toEqual([
      { ...span(4, 5), name: 'night' },
    ]);
  });
});

test('joined: spans that meet are one, others stay apart', () => {
  expect(hours(joined([span(0, 2), span(2, 3), span(3, 4), span(5, 6)]))).toEqual(['0-4', '5-6']);
  expect(joined([])).toEqual([]);
});
