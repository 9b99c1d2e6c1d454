import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { type Disagreement, disagreements, onDutyAt } from '../../src/rehearsal';
import { at, layer, minute, schedule, span } from './fixture';

const CREW = ['aidil', 'thiru', 'choo', 'spencer'];
const shift = (from: string, until: string, email: string) => ({ ...span(from, until), email });
const text = (found: readonly Disagreement[]) =>
  found.map(
    ({ from, until, expected, rendered }) =>
      `${minute(from)} ${minute(until)} ${expected ?? '-'} ${rendered ?? '-'}`,
  );

const rostered = [
  shift('2026-01-05T01:00Z', '2026-01-12T01:00Z', 'aidil'),
  shift('2026-01-12T01:00Z', '2026-01-13T16:00Z', 'thiru'),
  shift('2026-01-13T16:00Z', '2026-01-14T16:00Z', 'choo'),
  shift('2026-01-14T16:00Z', '2026-01-19T01:00Z', 'thiru'),
];
const cover = layer(['choo'], { start: at('2026-01-13T16:00Z'), end: at('2026-01-14T16:00Z') });

test('none where the schedule renders what is expected', () => {
  expect(disagreements(rostered, schedule([layer(CREW), cover]))).toEqual([]);
});

test('a cover that is not deployed', () => {
  expect(text(disagreements(rostered, schedule([layer(CREW)])))).toEqual([
    '2026-01-13T16:00Z 2026-01-14T16:00Z choo thiru',
  ]);
});

test('a cover that begins a minute late and ends an hour late: exactly those', () => {
  const late = layer(['choo'], { start: at('2026-01-13T16:01Z'), end: at('2026-01-14T17:00Z') });
  expect(text(disagreements(rostered, schedule([layer(CREW), late])))).toEqual([
    '2026-01-13T16:00Z 2026-01-13T16:01Z choo thiru',
    '2026-01-14T16:00Z 2026-01-14T17:00Z thiru choo',
  ]);
});

test('a wrong order, and a schedule that ends too early', () => {
  const wrong = layer(['thiru', 'aidil'], { end: at('2026-01-15T00:00Z') });
  expect(text(disagreements(rostered, schedule([wrong])))).toEqual([
    '2026-01-05T01:00Z 2026-01-12T01:00Z aidil thiru',
    '2026-01-12T01:00Z 2026-01-13T16:00Z thiru aidil',
    '2026-01-13T16:00Z 2026-01-14T16:00Z choo aidil',
    '2026-01-14T16:00Z 2026-01-15T00:00Z thiru aidil',
    '2026-01-15T00:00Z 2026-01-19T01:00Z thiru -',
  ]);
});

test('a gap of the expected shifts is a time for which nobody is expected', () => {
  const [first, , , last] = rostered;
  if (first === undefined || last === undefined) throw new Error('the fixture has four shifts');
  expect(text(disagreements([first, last], schedule([layer(CREW), cover])))).toEqual([
    '2026-01-12T01:00Z 2026-01-13T16:00Z - thiru',
    '2026-01-13T16:00Z 2026-01-14T16:00Z - choo',
  ]);
  const off = [
    layer(CREW, { end: at('2026-01-12T01:00Z') }),
    layer(['thiru'], { start: at('2026-01-14T16:00Z') }),
  ];
  expect(disagreements([first, last], schedule(off))).toEqual([]);
});

test('neighbours with the same two people are one, though the expected shifts are several', () => {
  const days = [
    shift('2026-01-05T01:00Z', '2026-01-06T01:00Z', 'choo'),
    shift('2026-01-06T01:00Z', '2026-01-07T01:00Z', 'choo'),
  ];
  expect(text(disagreements(days, schedule([layer(CREW)])))).toEqual([
    '2026-01-05T01:00Z 2026-01-07T01:00Z choo aidil',
  ]);
});

test('the way of counting decides where the clocks change', () => {
  const start = at('2026-03-23T09:00Z');
  const london = schedule([layer(['ann', 'bob'], { start, rotationVirtualStart: start })], 'Europe/London');
  const local = [
    shift('2026-03-23T09:00Z', '2026-03-30T08:00Z', 'ann'),
    shift('2026-03-30T08:00Z', '2026-04-06T08:00Z', 'bob'),
  ];
  expect(disagreements(local, london, 'wall-clock')).toEqual([]);
  expect(text(disagreements(local, london, 'elapsed'))).toEqual([
    '2026-03-30T08:00Z 2026-03-30T09:00Z bob ann',
  ]);
});

test.each([
  ['none at all', [], 'no expected shifts to compare with'],
  [
    'an empty one',
    [shift('2026-01-05T01:00Z', '2026-01-05T01:00Z', 'aidil')],
    'an expected shift ends (2026-01-05T01:00:00Z) no later than it begins (2026-01-05T01:00:00Z)',
  ],
  [
    'overlapping ones',
    [rostered[0], shift('2026-01-12T00:59Z', '2026-01-13T00:00Z', 'thiru')],
    'an expected shift begins (2026-01-12T00:59:00Z) before the last one ends (2026-01-12T01:00:00Z)',
  ],
  [
    'ones out of order',
    [rostered[1], rostered[0]],
    'an expected shift begins (2026-01-05T01:00:00Z) before the last one ends (2026-01-13T16:00:00Z)',
  ],
])('%s is refused', (_, expected, message) => {
  const shifts = expected.filter((one) => one !== undefined);
  expect(() => disagreements(shifts, schedule([layer(CREW)]))).toThrow(new RangeError(message));
});

test('within a span, nobody is expected before the first shift and after the last', () => {
  const [, second] = rostered;
  if (second === undefined) throw new Error('the fixture has four shifts');
  const whole = span('2026-01-11T01:00Z', '2026-01-14T01:00Z');
  expect(text(disagreements([second], schedule([layer(CREW)]), 'elapsed', whole))).toEqual([
    '2026-01-11T01:00Z 2026-01-12T01:00Z - aidil',
    '2026-01-13T16:00Z 2026-01-14T01:00Z - thiru',
  ]);
  expect(text(disagreements([], schedule([layer(CREW)]), 'elapsed', whole))).toEqual([
    '2026-01-11T01:00Z 2026-01-12T01:00Z - aidil',
    '2026-01-12T01:00Z 2026-01-14T01:00Z - thiru',
  ]);
});

test('at any moment there is a disagreement exactly where the people differ', () => {
  const hours = fc.integer({ min: 1, max: 200 });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(hours, fc.constantFrom(0, 0, 5), fc.constantFrom(...CREW)), {
        minLength: 1,
        maxLength: 8,
      }),
      fc.array(fc.integer({ min: 0, max: 99_999 }), { minLength: 10, maxLength: 10 }),
      (parts, moments) => {
        let from = at('2026-01-05T01:00Z');
        const expected = parts.map(([length, gap, email]) => {
          const begins = from.add({ hours: gap });
          from = begins.add({ hours: length });
          return { from: begins, until: from, email };
        });
        const deployed = schedule([layer(CREW), cover]);
        const found = disagreements(expected, deployed);
        const start = expected[0]?.from ?? from;
        for (const minutes of moments) {
          const instant = start.add({ minutes });
          const lies = (one: { from: Temporal.Instant; until: Temporal.Instant }) =>
            Temporal.Instant.compare(one.from, instant) <= 0 &&
            Temporal.Instant.compare(instant, one.until) < 0;
          if (Temporal.Instant.compare(instant, from) >= 0) continue;
          const wanted = expected.find(lies)?.email;
          const paged = onDutyAt(deployed, instant);
          const here = found.find(lies);
          expect(here && [here.expected, here.rendered]).toEqual(
            wanted === paged ? undefined : [wanted, paged],
          );
        }
      },
    ),
    { seed: 20260119, numRuns: 100 },
  );
});

test('a log-in that an account writes in other letters is the same person', () => {
  const crew = layer(['Aidil@x.example', 'THIRU@x.example']);
  const expected = [
    shift('2026-01-05T01:00Z', '2026-01-12T01:00Z', 'aidil@x.example'),
    shift('2026-01-12T01:00Z', '2026-01-19T01:00Z', 'Thiru@x.example'),
  ];
  expect(disagreements(expected, schedule([crew]))).toEqual([]);
});
