import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { loadCatalogOrThrow, readDataDirectory } from '../../src/catalog';
import { parseInstant, rosterProblems } from '../../src/roster';

const ROOT = join(__dirname, '../..');
const page = readFileSync(join(ROOT, 'docs/rotations.md'), 'utf8');
/** Blocks of rotations by the heading above them; those of other files name them. */
const blocks = new Map(
  [...page.matchAll(/^## (.+)\n(?:(?!^## )[\s\S])*?```yaml\n((?!# data)[\s\S]*?)^```/gm)].map(
    ([, heading = '', text = '']) => [heading, parse(text) as Record<string, object>],
  ),
);
const EXAMPLE = join(ROOT, 'examples/three-offices');

/** The example's data with other rotations for orders alone, and one that is always on call for settlements. */
function problems(rotations: Record<string, object>): string[] {
  const files = new Map(readDataDirectory(EXAMPLE));
  const others = {
    settled: {
      name: 'Settlements',
      pipelines: ['settlements'],
      versions: [{ from: '2026-01-05', order: ['joan', 'imran'] }],
    },
    reserve: {
      name: 'Reserve',
      pipelines: ['orders', 'settlements'],
      duty: 'backup',
      versions: [{ from: '2026-01-05', order: ['clara', 'mike', 'harriet', 'oscar', 'dieter', 'george'] }],
    },
  };
  files.set('rotations.yaml', Buffer.from(stringify({ ...rotations, ...others })));
  const catalog = loadCatalogOrThrow(files, 'data');
  const asOf = parseInstant('2026-11-02', 'Europe/Berlin');
  if (asOf === undefined) throw new Error('no instant');
  return rosterProblems(catalog, asOf)
    .filter(({ code }) => code !== 'ROTA009')
    .map(({ code, severity }) => `${severity} ${code}`);
}

test('days, nights, Fridays, weekends and early Mondays make a whole week, without an overlap', () => {
  expect(problems(blocks.get('Business hours, nights, weekends') ?? {})).toEqual([]);
});

test('three offices follow the sun, with an overlap; without London the afternoon is open, which is an error', () => {
  const { london, ...two } = blocks.get('Follow the sun') ?? {};
  expect(problems({ ...two, ...(london && { london }) })).toEqual(['warning ROTA006']);
  expect(problems(two)).toEqual(['error ROTA008', 'warning ROTA006']);
});

test.each(['A week each', 'Somebody joins, somebody leaves'])('%s: the block is a rotation', (heading) => {
  const [rotation] = Object.values(blocks.get(heading) ?? {});
  expect(rotation).toMatchObject({ name: 'Investor growth', pipelines: ['aggregate-growth'] });
});
