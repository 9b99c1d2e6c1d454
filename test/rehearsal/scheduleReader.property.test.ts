import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { Layer, Restriction } from '../../src/deployment';
import { onDutyAt, render } from '../../src/rehearsal';
import { layerTimes } from '../../src/rehearsal/layerTimes';
import { layer, schedule } from './fixture';

const ZONES = ['Asia/Kuala_Lumpur', 'Europe/London', 'America/New_York'];
const FIRST = Temporal.Instant.from('2026-03-01T00:00Z').epochNanoseconds;
const MINUTE = 60_000_000_000n;
const MINUTES = 45 * 24 * 60;

const moment = fc
  .integer({ min: 0, max: MINUTES })
  .map((count) => Temporal.Instant.fromEpochNanoseconds(FIRST + BigInt(count) * MINUTE));

const restriction: fc.Arbitrary<Restriction> = fc
  .tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1000 }))
  .map(([dayOfWeek, minute, part]) => {
    const from = new Temporal.PlainTime(Math.floor(minute / 60), minute % 60);
    const seconds = Math.floor((part * (dayOfWeek === 0 ? 86_399 : 604_799)) / 1000);
    const duration = Temporal.Duration.from({ seconds });
    return dayOfWeek === 0
      ? { kind: 'daily', from, duration }
      : { kind: 'weekly', dayOfWeek, from, duration };
  });

const anyLayer: fc.Arbitrary<Layer> = fc
  .record({
    start: moment,
    length: fc.option(fc.integer({ min: 1, max: MINUTES }), { nil: undefined }),
    rotationVirtualStart: moment,
    turnHours: fc.constantFrom(8, 24, 36, 48, 168),
    users: fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 4 }),
    restrictions: fc.array(restriction, { maxLength: 2 }),
  })
  .map(({ start, length, turnHours, ...rest }) => ({
    ...rest,
    start,
    ...(length === undefined ? {} : { end: start.add({ minutes: length }) }),
    turnLength: Temporal.Duration.from({ seconds: turnHours * 3_600 }),
  }));

const anySchedule = fc
  .tuple(fc.array(anyLayer, { minLength: 1, maxLength: 4 }), fc.constantFrom(...ZONES))
  .map(([layers, timeZone]) => schedule(layers, timeZone));

const ordered = fc
  .tuple(moment, moment)
  .map(([a, b]) => (Temporal.Instant.compare(a, b) <= 0 ? { from: a, until: b } : { from: b, until: a }));

test('render covers its span, and says what onDutyAt says at boundaries, just before them, and anywhere', () => {
  fc.assert(
    fc.property(
      anySchedule,
      ordered,
      fc.constantFrom('elapsed', 'wall-clock'),
      fc.array(moment, { minLength: 15, maxLength: 15 }),
      (any, span, counting, anywhere) => {
        const shifts = render(any, span, counting);
        expect(shifts.at(0)?.from.toString()).toBe(span.from.equals(span.until) ? undefined : `${span.from}`);
        shifts.forEach((shift, index) => {
          expect(`${shift.until}`).toBe(`${shifts[index + 1]?.from ?? span.until}`);
          const next = shifts[index + 1];
          if (next !== undefined) expect(next.email === shift.email).toBe(false);
        });
        const edges = any.layers.flatMap((layer) => {
          const { active, handOffs } = layerTimes(layer, any.timeZone, span, counting);
          return [...active.flatMap(({ from, until }) => [from, until]), ...handOffs];
        });
        const justBefore = edges.map((edge) => edge.subtract({ milliseconds: 1 }));
        for (const at of [...edges, ...justBefore, ...anywhere]) {
          const shift = shifts.find(
            ({ from, until }) =>
              Temporal.Instant.compare(from, at) <= 0 && Temporal.Instant.compare(at, until) < 0,
          );
          if (shift !== undefined) expect(shift.email).toBe(onDutyAt(any, at, counting));
        }
      },
    ),
    { seed: 20260105, numRuns: 60 },
  );
});

test('the user is the one at the place in the whole round, by BigInt alone', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }),
      fc.integer({ min: 3_600, max: 31_536_000 }),
      fc.integer({ min: 1, max: 12 }),
      (offset, seconds, count) => {
        const users = Array.from({ length: count }, (_, index) => `user${index}`);
        const base = layer(users, {
          start: Temporal.Instant.from('1900-01-01T00:00Z'),
          turnLength: Temporal.Duration.from({ seconds }),
        });
        const at = Temporal.Instant.fromEpochNanoseconds(base.rotationVirtualStart.epochNanoseconds + offset);
        const turn = BigInt(seconds) * 1_000_000_000n;
        const round = turn * BigInt(count);
        const inRound = ((offset % round) + round) % round;
        expect(onDutyAt(schedule([base]), at)).toBe(`user${inRound / turn}`);
      },
    ),
    { seed: 20260112, numRuns: 300 },
  );
});
