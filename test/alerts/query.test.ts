import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { monitorsOf } from '../../src/alerts';
import { queryOf } from '../../src/alerts/query';
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

const signal = { path: [], label: '', happened: '', recovered: '' };

test("a rule in Datadog's own words is its query", () => {
  const query = 'avg(last_5m):avg:a.b{*} > 1';
  const own = rule({ id: 'own', kind: 'query', type: 'query alert', query, failureClass: 'data' });
  expect(queryOf('profit', own, signal)).toBe(query);
});

test('a signal that says neither when nor what is a fault of ours', () => {
  const failure = rule({ id: 'failed', kind: 'failure', failureClass: 'data' });
  expect(() => queryOf('profit', failure, signal)).toThrow('the signal of failed has no condition');
  const condition = {
    aggregation: 'min',
    window: 'last_5m',
    space: 'max',
    comparison: '>',
    critical: 0,
  } as const;
  const metric = { id: 'lag', kind: 'metric', metric: 'a.b', where: {}, aggregate: 'avg', above: 1 } as const;
  const over = Temporal.Duration.from({ minutes: 5 });
  const lag = rule({ ...metric, over, noData: 'alert', failureClass: 'data' });
  expect(() => queryOf('profit', lag, { ...signal, condition })).toThrow('the signal of lag names no series');
});
