import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataFiles } from '../../src/catalog';
import { readTerraformJson, stackName, stacksByAddress } from '../../src/deployment';
import type { Split } from '../../src/state/split';
import { readStacks } from '../../src/verbs/synth/stackFiles';
import { watchbillApp } from '../../stacks/app';
import { AS_OF, byAddress, catalogOf, FILES, type TerraformJson } from './xyzTech';

const outdir = mkdtempSync(join(tmpdir(), 'watchbill-by-team-'));
afterAll(() => rmSync(outdir, { recursive: true }));

function synthesized(files: DataFiles, split?: Split): TerraformJson[] {
  const out = mkdtempSync(join(outdir, 'out-'));
  watchbillApp({ catalog: catalogOf(files), asOf: AS_OF, ...(split && { split }) }, out).synth();
  return readStacks(out) as TerraformJson[];
}

const RECORD = 'terraform_data.stacks';
/** Every object by its address, without cdktf's remarks. */
const objects = (stacks: readonly TerraformJson[]) =>
  new Map(
    stacks.flatMap((each) => {
      const { '//': _, ...json } = JSON.parse(JSON.stringify(each), (key, value) =>
        key === '//' ? undefined : value,
      );
      return [...byAddress({ resource: {}, ...json } as TerraformJson)];
    }),
  );
const sortedByKey = (stacks: readonly unknown[]) =>
  Object.fromEntries(
    Object.entries(readTerraformJson(stacks)).map(([kind, list]) => [
      kind,
      (list as object[]).map((each) => JSON.stringify(each)).sort(),
    ]),
  );

/** XYZ Tech with one rotation of the pipelines of two teams. */
const shared = new Map(FILES).set(
  'rotations.yaml',
  new TextEncoder().encode(
    new TextDecoder()
      .decode(FILES.get('rotations.yaml'))
      .replace(
        'pipelines: [aggregate-profit, aggregate-engagement]',
        'pipelines: [aggregate-profit, aggregate-engagement, aggregate-growth]',
      )
      .replace(/^growth:[\s\S]*/m, ''),
  ),
);

const NAMES = ['accounts', 'ba', 'de'].flatMap((team) => [`monitors-${team}`, `on-call-${team}`]);

test.each([
  ['XYZ Tech', FILES, ['monitors', 'on-call', ...NAMES]],
  [
    'teams that share a rotation',
    shared,
    ['monitors', 'on-call', ...NAMES].filter((name) => !/^on-call-(ba|accounts)$/.test(name)),
  ],
])('%s: each object is in one stack, at the same address, the same in every word', (_, files, names) => {
  const [whole, split] = [synthesized(files), synthesized(files, 'by team')];
  expect(split.map(stackName).sort()).toEqual([...names].sort());
  const addresses = split.flatMap((stack) => [...stacksByAddress([stack]).keys()]);
  expect(new Set(addresses).size).toBe(addresses.length);
  const { [RECORD]: record, ...rest } = Object.fromEntries(objects(split));
  expect(rest).toEqual(Object.fromEntries(objects(whole)));
  expect(record).toEqual({ input: split.map(stackName).sort() });
  // Every reference is resolved inside its own stack, or this throws.
  expect(sortedByKey(split)).toEqual(sortedByKey(whole));
});

test('a stack looks up only the people whom it names, and reads no other state', () => {
  const split = new Map(synthesized(FILES, 'by team').map((json) => [stackName(json), json]));
  const users = (name: string) => Object.keys(split.get(name)?.data?.['pagerduty_user'] ?? {}).sort();
  expect(users('on-call')).toEqual([]);
  expect(users('on-call-de')).toEqual(['aidil', 'choo', 'spencer', 'thiru']);
  expect(users('on-call-ba')).toEqual(['aidil', 'ba', 'choo', 'spencer', 'thiru']);
  for (const json of split.values()) {
    expect(Object.keys(json.data ?? {}).filter((type) => !/^pagerduty_(user|vendor)$/.test(type))).toEqual(
      [],
    );
  }
});

test("each team's monitors are deployed after its services, which their handles name", () => {
  const order = synthesized(FILES, 'by team').map(stackName);
  for (const team of ['accounts', 'ba', 'de']) {
    expect(order.indexOf(`monitors-${team}`)).toBeGreaterThan(order.indexOf(`on-call-${team}`));
  }
  expect(order[0]).toBe('on-call');
});
