import { type DataFiles, loadCatalogOrThrow, loadRosterCatalog } from '../../src/catalog';
import { rosterOfCatalog } from '../../src/roster';
import { window } from '../roster/fixture';
import { REAL_DATA } from './changedData';

const WINDOW = window('2026-11-23T00:00', '2027-01-31T00:00');
const text = (content: string) => new TextEncoder().encode(content);
const without = (path: string): DataFiles => new Map([...REAL_DATA].filter(([name]) => name !== path));
const rosters = (catalog: Parameters<typeof rosterOfCatalog>[0] | undefined) =>
  catalog &&
  rosterOfCatalog(catalog, WINDOW).map(({ rotation, shifts }) => [
    rotation,
    shifts.map(({ from, until, onDuty, reason }) => `${from} ${until} ${onDuty.id} ${reason}`),
  ]);

test('sound data is read whole', () => {
  const { catalog, elsewhere } = loadRosterCatalog(REAL_DATA, 'data');
  expect(catalog).toEqual(loadCatalogOrThrow(REAL_DATA, 'data'));
  expect(elsewhere).toEqual([]);
});

test.each<[string, DataFiles, string]>([
  [
    'a runbook',
    new Map([...REAL_DATA, ['runbooks/aggregate-growth.md', text('x')]]),
    'runbooks/aggregate-growth.md',
  ],
  ['pipelines', new Map([...REAL_DATA, ['pipelines.yaml', text('x: [')]]), 'pipelines.yaml'],
  ['a file that is missing', without('pipelines.yaml'), 'pipelines.yaml'],
])("%s with errors moves nobody's turn", (_, files, file) => {
  const { catalog, diagnostics, elsewhere } = loadRosterCatalog(files, 'data');
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(rosters(catalog)).toEqual(rosters(loadCatalogOrThrow(REAL_DATA, 'data')));
  expect(elsewhere.map(({ location }) => location.file)).toContain(`data/${file}`);
});

test('pipelines that can be read are there, without the others', () => {
  const yaml = new TextDecoder().decode(REAL_DATA.get('pipelines.yaml'));
  const files = new Map([
    ...REAL_DATA,
    ['pipelines.yaml', text(yaml.replace('primary: ', 'primary: nobody-'))] as const,
  ]);
  const { catalog, elsewhere } = loadRosterCatalog(files, 'data');
  const all = loadCatalogOrThrow(REAL_DATA, 'data').pipelines;
  expect(catalog?.pipelines.map(({ id }) => id)).toEqual(all.slice(1).map(({ id }) => id));
  expect(elsewhere.map(({ code }) => code)).toContain('PIPE001');
});

test.each(['organization.yaml', 'rotations.yaml', 'leave.yaml'])('%s cannot be missing', (path) => {
  const { catalog, diagnostics } = loadRosterCatalog(without(path), 'data');
  expect(catalog).toBeUndefined();
  expect(diagnostics.map(({ code, location }) => `${code} ${location.file}`)).toContain(
    `FILE001 data/${path}`,
  );
});

test('no data is no data', () => {
  expect(loadRosterCatalog(new Map(), 'data').diagnostics.map(({ code }) => code)).toEqual(['FILE001']);
});
