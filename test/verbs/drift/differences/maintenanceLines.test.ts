import { Temporal } from 'temporal-polyfill';
import { loadCatalogOrThrow } from '../../../../src/catalog';
import { maintenanceLines } from '../../../../src/verbs/drift/differences/maintenanceLines';
import { changedData } from '../../../catalog/changedData';

const at = (text: string) => Temporal.Instant.from(text);
const london = changedData(
  {
    path: 'organization.yaml',
    replace: 'runbooksUrl:',
    with: 'offices: { london: { name: London, timeZone: Europe/London } }\nrunbooksUrl:',
  },
  { path: 'pipelines.yaml', replace: 'primary: accounts', with: 'office: london\n  primary: accounts' },
);
const catalog = loadCatalogOrThrow(london, 'data');

test('a line for each zone, to the minute outwards, which the data reads as that time', () => {
  const time = { kind: 'once' as const, until: at('2026-12-05T20:00:30Z') };
  const lines = maintenanceLines(
    catalog,
    ['aggregate-growth', 'aggregate-profit', 'unit-profit-experiments', 'gone'],
    time,
    at('2026-12-05T14:00:59Z'),
  );
  expect(lines).toEqual([
    '- { pipelines: [unit-profit-experiments, aggregate-profit], from: 2026-12-05T22:00, until: 2026-12-06T04:01 }',
    '- { pipelines: [aggregate-growth], from: 2026-12-05T14:00, until: 2026-12-05T20:01 }',
  ]);
  const read = loadCatalogOrThrow(
    new Map([...london, ['maintenance.yaml', Buffer.from(`${lines.join('\n')}\n`)]]),
    'data',
  );
  const all = read.pipelines.flatMap(({ maintenance = [] }) =>
    maintenance.map(({ from, until }) => `${from} ${until}`),
  );
  expect(new Set(all)).toEqual(new Set(['2026-12-05T14:00:00Z 2026-12-05T20:01:00Z']));
});
