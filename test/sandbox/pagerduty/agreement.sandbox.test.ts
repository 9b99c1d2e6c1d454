import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { Restriction } from '../../../src/deployment';
import { render } from '../../../src/rehearsal';
import { finalShifts } from '../../../src/sandbox/pagerduty/rendering';
import type { PdLayer, PdRestriction } from '../../../src/sandbox/pagerduty/state';

const ZERO = Temporal.Instant.from('2026-01-05T01:00:00Z');
const KL = 'Asia/Kuala_Lumpur';
const after = (hours: number) => ZERO.add({ hours });

const restriction = fc.record({
  day: fc.option(fc.integer({ min: 1, max: 7 }), { nil: undefined }),
  hour: fc.integer({ min: 0, max: 23 }),
  hours: fc.integer({ min: 1, max: 23 }),
});
const layer = fc.record({
  start: fc.integer({ min: -200, max: 600 }),
  lasts: fc.option(fc.integer({ min: 1, max: 800 }), { nil: undefined }),
  virtualStart: fc.integer({ min: -500, max: 500 }),
  turn: fc.integer({ min: 1, max: 200 }),
  users: fc.array(fc.constantFrom('A', 'B', 'C', 'D'), { minLength: 1, maxLength: 4 }),
  restrictions: fc.array(restriction, { maxLength: 2 }),
});
type Sketch = typeof layer extends fc.Arbitrary<infer T> ? T : never;
type Hours = Sketch['restrictions'][number];

const ofPagerDuty = ({ day, hour, hours }: Hours): PdRestriction => ({
  type: day === undefined ? 'daily_restriction' : 'weekly_restriction',
  start_time_of_day: `${String(hour).padStart(2, '0')}:00:00`,
  duration_seconds: hours * 3600,
  ...(day === undefined ? {} : { start_day_of_week: day }),
});
const ofRehearsal = ({ day, hour, hours }: Hours): Restriction => {
  const rest = { from: Temporal.PlainTime.from({ hour }), duration: Temporal.Duration.from({ hours }) };
  return day === undefined ? { kind: 'daily', ...rest } : { kind: 'weekly', dayOfWeek: day, ...rest };
};

test('the sandbox and the rehearsal, written apart, render the same shifts', () => {
  fc.assert(
    fc.property(fc.array(layer, { minLength: 1, maxLength: 3 }), (sketches) => {
      const window = { from: after(-48), until: after(700) };
      const layers = sketches.map(
        (each, index): PdLayer => ({
          id: String(index),
          name: '',
          start: after(each.start).toString(),
          end: each.lasts === undefined ? null : after(each.start + each.lasts).toString(),
          rotation_virtual_start: after(each.virtualStart).toString(),
          rotation_turn_length_seconds: each.turn * 3600,
          users: each.users,
          restrictions: each.restrictions.map(ofPagerDuty),
        }),
      );
      const seconds = {
        from: window.from.epochMilliseconds / 1000,
        until: window.until.epochMilliseconds / 1000,
      };
      const rehearsed = render(
        {
          key: 'S',
          name: 'S',
          timeZone: KL,
          layers: sketches.map((each) => ({
            start: after(each.start),
            ...(each.lasts === undefined ? {} : { end: after(each.start + each.lasts) }),
            rotationVirtualStart: after(each.virtualStart),
            turnLength: Temporal.Duration.from({ hours: each.turn }),
            users: each.users,
            restrictions: each.restrictions.map(ofRehearsal),
          })),
        },
        window,
      );
      expect(finalShifts({ layers, time_zone: KL }, [], seconds)).toEqual(
        rehearsed
          .filter(({ email }) => email !== undefined)
          .map(({ from, until, email }) => ({
            from: from.epochMilliseconds / 1000,
            until: until.epochMilliseconds / 1000,
            user: email,
          })),
      );
    }),
    { seed: 20260105, numRuns: 100 },
  );
});
