import { Temporal } from 'temporal-polyfill';
import type { Layer, Schedule } from '../../../../src/deployment';
import { onDutyDifferences } from '../../../../src/verbs/drift/differences/onDutySpans';

const at = (text: string) => Temporal.Instant.from(`${text}:00Z`);

const layer = (users: string[], times: Partial<Layer> = {}): Layer => ({
  start: at('2026-01-05T01:00'),
  rotationVirtualStart: at('2026-01-05T01:00'),
  turnLength: Temporal.Duration.from({ days: 7 }),
  users,
  restrictions: [],
  ...times,
});

const schedule = (...layers: Layer[]): Schedule => ({
  key: 'P1',
  name: 'Growth',
  timeZone: 'Asia/Kuala_Lumpur',
  layers,
});

/** Three weeks from a hand-off on. */
const SPAN = { from: at('2026-01-05T01:00'), until: at('2026-01-26T01:00') };

const spans = (expected: Schedule, found: Schedule, span = SPAN) =>
  onDutyDifferences(expected, found, span).map((each) => [
    each.from.toString(),
    each.until.toString(),
    each.expected,
    each.found,
  ]);

test('none where the same people stand, whatever the layers are called and however log-ins are written', () => {
  const [one, other] = [layer(['a@x', 'b@x'], { name: 'one' }), layer(['A@x', 'b@X'])];
  expect(spans(schedule(one), schedule(other))).toEqual([]);
});

test('a changed order, turn by turn', () => {
  expect(spans(schedule(layer(['a@x', 'b@x'])), schedule(layer(['b@x', 'a@x'])))).toEqual([
    ['2026-01-05T01:00:00Z', '2026-01-12T01:00:00Z', 'a@x', 'b@x'],
    ['2026-01-12T01:00:00Z', '2026-01-19T01:00:00Z', 'b@x', 'a@x'],
    ['2026-01-19T01:00:00Z', '2026-01-26T01:00:00Z', 'a@x', 'b@x'],
  ]);
});

test('a gap, and edges that only one of them has', () => {
  const short = layer(['a@x'], { end: at('2026-01-07T00:00') });
  const cover = layer(['b@x'], { start: at('2026-01-06T00:00'), end: at('2026-01-08T00:00') });
  expect(spans(schedule(layer(['a@x'])), schedule(short, cover))).toEqual([
    ['2026-01-06T00:00:00Z', '2026-01-08T00:00:00Z', 'a@x', 'b@x'],
    ['2026-01-08T00:00:00Z', '2026-01-26T01:00:00Z', 'a@x', undefined],
  ]);
});

test('nothing before the span', () => {
  const later = { ...SPAN, from: at('2026-01-20T00:00') };
  expect(spans(schedule(layer(['a@x'])), schedule(layer(['b@x'])), later)).toEqual([
    ['2026-01-20T00:00:00Z', '2026-01-26T01:00:00Z', 'a@x', 'b@x'],
  ]);
});
