import { Temporal } from 'temporal-polyfill';
import { loadCatalogOrThrow } from '../../src/catalog';
import { changedData } from '../catalog/changedData';
import { monitors } from './xyzTech';

const catalog = loadCatalogOrThrow(
  changedData({
    path: 'maintenance.yaml',
    with: `- { pipelines: [aggregate-profit, daily-growth-experiments], from: 2026-12-05T22:00, until: 2026-12-06T04:00 }
- { pipelines: [aggregate-profit], from: 2026-12-08, until: 2026-12-08 }
`,
  }),
  'data',
);

/** The maintenances of a plan, and whether they have a beginning. */
const planned = (asOf: string) =>
  Object.entries(monitors(catalog, Temporal.Instant.from(asOf)).resource['datadog_downtime_schedule'] ?? {})
    .filter(([id]) => id.includes('maintenance'))
    .map(
      ([id, each]) =>
        `${id} ${(each as { one_time_schedule: { start?: string } }).one_time_schedule.start ?? 'now'}`,
    );

test('a downtime for each pipeline, at an address of its local beginning, until it is over', () => {
  const [first, second, last] = [
    'aggregate-profit__maintenance-2026-12-05-2200',
    'daily-growth-experiments__maintenance-2026-12-05-2200',
    'aggregate-profit__maintenance-2026-12-08-0000 2026-12-07T16:00:00Z',
  ];
  const start = '2026-12-05T14:00:00Z';
  expect(planned('2026-11-23T00:00:00+08:00')).toEqual([`${first} ${start}`, last, `${second} ${start}`]);
  expect(planned('2026-12-06T03:59:59+08:00')).toEqual([`${first} now`, last, `${second} now`]);
  expect(planned('2026-12-06T04:00:00+08:00')).toEqual([last]);
  expect(planned('2026-12-09T00:00:00+08:00')).toEqual([]);
});
