import { type Catalog, loadCatalogOrThrow } from '../../src/catalog';
import { changedData, toldAfter } from './changedData';

const file = (text: string) => ({ path: 'maintenance.yaml', with: text });
const spans = ({ pipelines }: Catalog) =>
  Object.fromEntries(
    pipelines
      .filter(({ maintenance }) => maintenance !== undefined)
      .map(({ id, maintenance = [] }) => [id, maintenance.map(({ from, until }) => `${from} ${until}`)]),
  );

test('no file, and an empty list, are no maintenance', () => {
  expect(spans(loadCatalogOrThrow(changedData(), 'data'))).toEqual({});
  expect(spans(loadCatalogOrThrow(changedData(file('[]\n')), 'data'))).toEqual({});
  expect(toldAfter(file('# none\n'))).toEqual([
    'FILE003 maintenance.yaml:1:1 | write [] if there are no entries',
  ]);
});

test('clock times are of the office, dates are whole days, and windows are in order', () => {
  const text = `- { pipelines: [aggregate-profit, aggregate-growth], from: 2026-12-05T22:00, until: 2026-12-06T04:00 }
- { pipelines: [aggregate-profit], from: 2026-12-01, until: 2026-12-02 }
`;
  expect(spans(loadCatalogOrThrow(changedData(file(text)), 'data'))).toEqual({
    'aggregate-profit': [
      '2026-11-30T16:00:00Z 2026-12-02T16:00:00Z',
      '2026-12-05T14:00:00Z 2026-12-05T20:00:00Z',
    ],
    'aggregate-growth': ['2026-12-05T14:00:00Z 2026-12-05T20:00:00Z'],
  });
});

const entry = (keys: string) => file(`- { ${keys} }\n`);

test.each([
  ['pipelines: [aggregate-profitt], from: 2026-12-05, until: 2026-12-05', 'MAIN001 maintenance.yaml:1:17'],
  ['pipelines: [aggregate-profit], from: 2026-12-05, until: 2026-12-04', 'MAIN002 maintenance.yaml:1:61'],
  [
    'pipelines: [aggregate-profit], from: 2026-12-05T10:00, until: 2026-12-05T10:00',
    'MAIN002 maintenance.yaml:1:67',
  ],
  ['pipelines: [aggregate-profit], from: 2026-12-32, until: 2026-12-04', 'DATA004 maintenance.yaml:1:42'],
  ['pipelines: [], from: 2026-12-05, until: 2026-12-05', 'DATA'],
  ['pipelines: aggregate-profit, from: 2026-12-05, until: 2026-12-05', 'DATA003 maintenance.yaml:1:16'],
  ['pipelines: [aggregate-profit, aggregate-profit], from: 2026-12-05, until: 2026-12-05', 'DATA006'],
  ['pipelines: [aggregate-profit], from: 2026-12-05', 'DATA002'],
  ['pipelines: [aggregate-profit], from: 2026-12-05, until: 2026-12-05, why: x', 'DATA001'],
])('%s', (keys, expected) => {
  const told = toldAfter(entry(keys));
  expect(told).toHaveLength(1);
  expect(told[0]).toContain(expected);
});

test('an end that two offices skip is told once', () => {
  const london = {
    path: 'organization.yaml',
    replace: 'timeZone: Asia/Kuala_Lumpur',
    with: 'timeZone: Europe/London',
  };
  const skipped =
    'pipelines: [aggregate-profit, aggregate-growth], from: 2027-03-28T00:00, until: 2027-03-28T01:30';
  const told = toldAfter(london, entry(skipped)).filter((line) => line.startsWith('MAIN'));
  expect(told).toEqual([
    'MAIN003 maintenance.yaml:1:85 "2027-03-28T01:30" | write the time to which the clocks go forward',
  ]);
});

test('windows that meet are two, and windows that overlap are refused, by pipeline', () => {
  const two = (from: string, pipeline = 'aggregate-profit') =>
    file(
      `- { pipelines: [aggregate-profit], from: 2026-12-05T22:00, until: 2026-12-06T04:00 }\n- { pipelines: [${pipeline}], from: ${from}, until: 2026-12-06T05:00 }\n`,
    );
  expect(toldAfter(two('2026-12-06T04:00'))).toEqual([]);
  expect(toldAfter(two('2026-12-06T03:59', 'aggregate-growth'))).toEqual([]);
  expect(toldAfter(two('2026-12-06T03:59'))).toEqual([
    'MAIN004 maintenance.yaml:2:3 "aggregate-profit" | write one entry from the first beginning to the last end',
  ]);
});
