import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { dataFilesOf } from '../../bench/synth/data';
import { loadCatalogOrThrow } from '../../src/catalog';
import { parseYaml } from '../../src/catalog/yaml/parseYaml';
import { readStacks } from '../../src/verbs/synth/stackFiles';
import { watchbillApp } from '../../stacks/app';
import { ROOT } from './blocks';

const page = readFileSync(join(ROOT, 'docs/scale.md'), 'utf8');
const number = (text = '') => Number(text.replaceAll(',', ''));
/** Within office hours, so that no bridge is among the objects. */
const AS_OF = Temporal.Instant.from('2026-11-23T10:00:00+08:00');
/** The provider's own questions at the start of a plan, whatever is deployed; counted by bench:deploy. */
const BESIDES = 3;
const CALLS_A_MINUTE = 960;

const outdir = mkdtempSync(join(tmpdir(), 'watchbill-scale-'));
afterAll(() => rmSync(outdir, { recursive: true }));

/** What is synthesized for so many pipelines: how many objects, and those that a plan asks PagerDuty for. */
function counted(pipelines: number): { objects: number; calls: number } {
  const out = join(outdir, String(pipelines));
  const catalog = loadCatalogOrThrow(dataFilesOf(pipelines), 'data');
  watchbillApp({ catalog, asOf: AS_OF }, out).synth();
  const types = readStacks(out).flatMap((json) => {
    const { resource = {}, data = {} } = json as Record<'resource' | 'data', Record<string, object>>;
    return [...Object.entries(resource), ...Object.entries(data)].map(
      ([type, named]) => [type, Object.keys(named).length] as const,
    );
  });
  const sum = (all: typeof types) => all.reduce((total, [, count]) => total + count, 0);
  return {
    objects: sum(types),
    calls: sum(types.filter(([type]) => type.startsWith('pagerduty_'))) + BESIDES,
  };
}

const table = [...page.matchAll(/^\| ([\d,]+) \| ([\d,]+) \| ([\d,]+) \| ([\d.]+) \| .+ \|$/gm)].map(
  ([, ...cells]) => cells.map(number),
);

test('ten and a hundred pipelines are counted; a thousand and ten thousand follow, a pipeline costing the same', () => {
  const [ten, hundred] = [counted(10), counted(100)];
  const at = (pipelines: number) => {
    const further = (key: 'objects' | 'calls') =>
      Math.round(hundred[key] + ((hundred[key] - ten[key]) / 90) * (pipelines - 100));
    return [further('objects'), further('calls')];
  };
  expect(table.map(([pipelines = 0, objects, calls]) => [pipelines, objects, calls])).toEqual(
    [10, 100, 1_000, 10_000].map((pipelines) => [pipelines, ...at(pipelines)]),
  );
});

test('the YAML of the largest size is read; its runbooks are as those of the smaller ones', () => {
  const largest = Math.max(...table.map(([pipelines = 0]) => pipelines));
  const files = [...dataFilesOf(largest)].filter(([path]) => path.endsWith('.yaml'));
  const read = files.map(([path, bytes]) => [path, parseYaml(new TextDecoder().decode(bytes))] as const);
  expect(read.flatMap(([path, { problems }]) => problems.map(({ code }) => `${path} ${code}`))).toEqual([]);
  const pipelines = read.find(([path]) => path === 'pipelines.yaml')?.[1].value;
  expect(Object.keys(pipelines as object)).toHaveLength(10_000);
});

test('the minutes, and what is said of them in words, follow from the calls', () => {
  for (const [, , calls = 0, minutes] of table)
    expect(minutes).toBe(Number((calls / CALLS_A_MINUTE).toFixed(1)));
  const [, fixed, each] = /(\d+) calls for the account, and ([\d.]+) for each pipeline/.exec(page) ?? [];
  const calls = (pipelines: number) => number(fixed) + number(each) * pipelines;
  const [ten, , , most] = table;
  expect(Math.round(calls(10))).toBe(ten?.[2]);
  expect(Math.abs(calls(10_000) - (most?.[2] ?? 0))).toBeLessThan(50);
  expect(Math.floor((CALLS_A_MINUTE - number(fixed)) / number(each))).toBe(200);
  const [, departments = '', pipelines = '', minutes] =
    /(four) departments of ([\d,]+) pipelines plan side by side in (\d+) minutes/.exec(page) ?? [];
  expect([departments, 4 * number(pipelines)]).toEqual(['four', 10_000]);
  expect(number(minutes)).toBe(Math.round(calls(number(pipelines)) / CALLS_A_MINUTE));
});

test('the sizes of states that were not measured follow from those that were', () => {
  const rows = [...page.matchAll(/^\| ([\d,]+) \| ([\d,]+) \| ([\d,]+) \|$/gm)].map(([, ...cells]) =>
    cells.map(number),
  );
  const [ten = [], hundred = []] = rows;
  const a = (column: number) => ((hundred[column] ?? 0) - (ten[column] ?? 0)) / 90;
  for (const [pipelines = 0, ...sizes] of rows) {
    for (const [index, size] of sizes.entries()) {
      const column = index + 1;
      const follows = (hundred[column] ?? 0) + a(column) * (pipelines - 100);
      expect(Math.abs(size - follows)).toBeLessThan(2);
    }
  }
  expect(rows).toHaveLength(4);
  expect(page).toContain(
    `${a(1).toFixed(1)} KB for each further pipeline in \`on-call\` and ${a(2).toFixed(1)} KB in`,
  );
});

test('a real deploy counted the same calls', () => {
  const bench = readFileSync(join(ROOT, 'bench/README.md'), 'utf8');
  expect(bench).toContain('An empty plan costs 144 PagerDuty calls, and 4.08 for each pipeline.');
});
