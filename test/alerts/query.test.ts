import fc from 'fast-check';
import { monitorsOf } from '../../src/alerts';
import { organization, pipeline, rule } from './fixture';

const number = fc.double({ noNaN: true, noDefaultInfinity: true });

test('the number in the query is the critical threshold, printed alike, whatever the number', () => {
  fc.assert(
    fc.property(number, number, (min, max) => {
      const range = rule({ id: 'odd', kind: 'range', metrics: ['m'], min, max, failureClass: 'data' });
      const monitors = monitorsOf(pipeline([range]), organization, { failureClassesPage: false });
      expect(monitors.map(({ critical }) => critical)).toEqual([min === 0 ? 0 : min, max === 0 ? 0 : max]);
      for (const { query, critical, criticalText } of monitors) {
        const [, printed] = / [<>] (-?\d+(?:\.\d+)?)$/.exec(query) ?? [];
        expect(printed).toBe(criticalText);
        expect(Number(printed)).toBe(critical);
      }
    }),
    { seed: 20261123, numRuns: 200 },
  );
});
