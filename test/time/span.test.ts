import { common, contains, earlier, encloses, isBefore, later, overlap } from '../../src/roster';
import { instant, window } from '../roster/fixture';

const MORNING = window('2026-01-05T09:00', '2026-01-05T12:00');
const NOON = instant('2026-01-05T12:00');

test('a span holds its beginning and not its end', () => {
  expect(contains(MORNING, MORNING.from)).toBe(true);
  expect(contains(MORNING, NOON.subtract({ nanoseconds: 1 }))).toBe(true);
  expect(contains(MORNING, NOON)).toBe(false);
});

test('instants are told apart to the nanosecond', () => {
  const after = NOON.add({ nanoseconds: 1 });
  expect([isBefore(NOON, after), isBefore(after, NOON), isBefore(NOON, NOON)]).toEqual([true, false, false]);
  expect(earlier(NOON, after)).toBe(NOON);
  expect(earlier(after, NOON)).toBe(NOON);
  expect(later(NOON, after)).toBe(after);
  expect(later(after, NOON)).toBe(after);
});

test('spans that only meet do not overlap, nor does an empty one', () => {
  const ten = instant('2026-01-05T10:00');
  expect(overlap(MORNING, { from: ten, until: ten })).toBe(false);
  expect(overlap(MORNING, { from: NOON, until: NOON.add({ hours: 1 }) })).toBe(false);
  expect(overlap({ from: NOON, until: NOON.add({ hours: 1 }) }, MORNING)).toBe(false);
  expect(overlap(MORNING, window('2026-01-05T11:59', '2026-01-06'))).toBe(true);
});

test('what two spans have in common, and one that lies in another', () => {
  const late = window('2026-01-05T11:00', '2026-01-05T14:00');
  expect(common(MORNING, late)).toEqual(window('2026-01-05T11:00', '2026-01-05T12:00'));
  expect(common(late, MORNING)).toEqual(common(MORNING, late));
  expect([encloses(MORNING, late), encloses(late, MORNING)]).toEqual([false, false]);
  // Ends that are the same are in it, a nanosecond more is not.
  expect(encloses(MORNING, MORNING)).toBe(true);
  expect(encloses(MORNING, { ...MORNING, until: NOON.add({ nanoseconds: 1 }) })).toBe(false);
  expect(encloses(MORNING, { ...MORNING, from: MORNING.from.subtract({ nanoseconds: 1 }) })).toBe(false);
});
