import fc from 'fast-check';
import { readQuery, type Series, valueAt } from '../../../src/rehearsal';
import { at, monitor } from './fixture';

const LAG = 'pipeline.data.lag_seconds{pipeline:growth}';

const anyPoints = fc
  .uniqueArray(fc.integer({ min: 0, max: 1800 }), { maxLength: 40 })
  .chain((seconds) =>
    fc.tuple(
      fc.constant([...seconds].sort((a, b) => a - b)),
      fc.array(fc.integer({ min: -50, max: 50 }), { minLength: seconds.length, maxLength: seconds.length }),
    ),
  )
  .map(([seconds, values]) =>
    seconds.map((second, index) => ({ at: at('08:00').add({ seconds: second }), value: values[index] ?? 0 })),
  );

const query = (aggregation: string, space: string, minutes: number) =>
  readQuery(monitor({ query: `${aggregation}(last_${minutes}m):${space}:${LAG} > 10` }));

const arguments_ = [
  anyPoints,
  fc.constantFrom('min', 'max'),
  fc.constantFrom('min', 'max'),
  fc.integer({ min: 1, max: 20 }),
  fc.integer({ min: 0, max: 40 }),
] as const;

const seriesOf = (points: Series['points'], tag = 'host:a'): Series => ({
  metric: 'pipeline.data.lag_seconds',
  tags: ['pipeline:growth', tag],
  points,
});

test('it does not matter over how many series the points are spread', () => {
  fc.assert(
    fc.property(
      ...arguments_,
      fc.array(fc.boolean()),
      (points, aggregation, space, minutes, minute, first) => {
        const each = query(aggregation, space, minutes);
        const moment = at('08:00').add({ minutes: minute });
        const split = [
          seriesOf(points.filter((_, index) => first[index] === true)),
          seriesOf(
            points.filter((_, index) => first[index] !== true),
            'host:b',
          ),
        ];
        expect(valueAt(each, split, moment)).toBe(valueAt(each, [seriesOf(points)], moment));
      },
    ),
  );
});

test('where space and time are both the lowest, or the highest, it is that of all points of the window', () => {
  fc.assert(
    fc.property(...arguments_, (points, aggregation, _space, minutes, minute) => {
      const moment = at('08:00').add({ minutes: minute });
      const seconds = points.map((point) => ({
        ago: point.at.until(moment).total('seconds'),
        value: point.value,
      }));
      const inside = seconds.filter(({ ago }) => ago >= 0 && ago < minutes * 60).map(({ value }) => value);
      const sorted = [...inside].sort((a, b) => a - b);
      expect(valueAt(query(aggregation, aggregation, minutes), [seriesOf(points)], moment)).toBe(
        aggregation === 'min' ? sorted.at(0) : sorted.at(-1),
      );
    }),
  );
});
