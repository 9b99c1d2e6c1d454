import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TerraformResource, Testing } from '../../src/constructs/cdktf';
import { withoutStackTraces } from '../../src/constructs/withoutStackTraces';
import { type ImportEntry, type ImportsFile, readImports, writeImports } from '../../src/state/importsFile';
import { UsageError } from '../../src/text/usageError';
import { finderOf } from '../../src/verbs/adopt/survey';
import { importExisting } from '../../stacks/imports';
import { MonitorStack } from '../../stacks/monitorStack';
import { OnCallStack } from '../../stacks/onCallStack';
import { AS_OF, catalogOf, FILES } from './xyzTech';

const props = { catalog: catalogOf(FILES), asOf: AS_OF };
const entry = (stack: string, address: string, importId: string, line = 1): ImportEntry => ({
  stack,
  address,
  importId,
  line,
});

function synthesized(entries: readonly ImportEntry[]) {
  const app = Testing.app();
  const stacks = withoutStackTraces(() => [
    new OnCallStack(app, 'on-call', props),
    new MonitorStack(app, 'monitors', props),
  ]);
  importExisting(stacks, { path: 'imports.json', entries });
  return stacks.map((stack) => ({
    json: JSON.parse(Testing.synth(stack)) as { import?: unknown; resource: Record<string, unknown> },
    warnings: stack.node.metadata.filter(({ type }) => type.endsWith('warn')).map(({ data }) => data),
  }));
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'watchbill-imports-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const written = (text: string) => {
  const path = join(folder, 'imports.json');
  writeFileSync(path, text);
  return path;
};

test('what exists is an import block in its stack', () => {
  const [onCall, monitors] = synthesized([
    entry('on-call', 'pagerduty_schedule.growth', 'PABC123'),
    entry('on-call', 'pagerduty_service_integration.aggregate-growth', 'PS1.PI1'),
    entry('monitors', 'datadog_monitor.aggregate-growth__runs-too-long', '170000001'),
  ]);
  expect([onCall?.json.import, monitors?.json.import]).toMatchSnapshot();
  expect([onCall?.warnings, monitors?.warnings]).toEqual([[], []]);
});

test('a bridge is adopted like everything else', () => {
  const bridge = 'datadog_downtime_schedule.unit-profit-experiments__until-2026-11-23-0900';
  const [, monitors] = synthesized([entry('monitors', bridge, 'D1')]);
  expect(monitors?.json.import).toEqual([{ id: 'D1', to: bridge }]);
});

test('the blocks are those that cdktf makes', () => {
  const of = (change: (stack: MonitorStack) => void) => {
    const stack = new MonitorStack(Testing.app(), 'monitors', props);
    change(stack);
    return (JSON.parse(Testing.synth(stack)) as { import: unknown }).import;
  };
  const theirs = of((stack) => {
    const team = stack.node.findAll().find((each) => each.node.path === 'monitors/Teams/ba');
    if (TerraformResource.isTerraformResource(team)) team.importFrom('T1');
  });
  const file = { path: 'imports.json', entries: [entry('monitors', 'datadog_team.ba', 'T1')] };
  expect(of((stack) => importExisting([stack], file))).toEqual(theirs);
  expect(theirs).toEqual([{ id: 'T1', to: 'datadog_team.ba' }]);
});

test('what is gone from the data is a warning that names the line', () => {
  const [onCall, monitors] = synthesized([
    entry('on-call', 'pagerduty_team.gone', 'P1', 3),
    entry('monitors', 'pagerduty_team.ba', 'P2', 6),
    entry('elsewhere', 'pagerduty_team.ba', 'P3', 9),
  ]);
  expect(onCall?.warnings).toEqual([
    'imports.json:3: stack on-call has no pagerduty_team.gone any more; remove the line',
    'imports.json:9: stack elsewhere has no pagerduty_team.ba any more; remove the line',
  ]);
  expect(monitors?.warnings).toEqual([
    'imports.json:6: stack monitors has no pagerduty_team.ba any more; remove the line',
  ]);
  expect([onCall?.json, monitors?.json].map((json) => json !== undefined && 'import' in json)).toEqual([
    false,
    false,
  ]);
});

test('every resource type that the stacks use can be looked for', () => {
  const types = synthesized([]).flatMap(({ json }) => Object.keys(json.resource));
  expect(types.length).toBeGreaterThan(13);
  for (const type of types) expect(() => finderOf(type)).not.toThrow();
});

test('the file is sorted, is read as it was written, and says where everything stands', () => {
  const path = join(folder, 'imports.json');
  writeImports(path, {
    'on-call': { 'pagerduty_team.de': 'P2', 'pagerduty_team.ba': 'P1' },
    monitors: { 'datadog_team.ba': 'T-1' },
  });
  const expected: ImportsFile = {
    path,
    entries: [
      entry('monitors', 'datadog_team.ba', 'T-1', 3),
      entry('on-call', 'pagerduty_team.ba', 'P1', 6),
      entry('on-call', 'pagerduty_team.de', 'P2', 7),
    ],
  };
  expect(readImports(path)).toEqual(expected);
  expect(readImports(join(folder, 'none.json'))).toBeUndefined();
});

test.each([
  ['{', 'is not valid JSON'],
  ['[]', 'it is malformed'],
  ['{"on-call": ["P1"]}', '"on-call"'],
  ['{"on-call": {"pagerduty_team.ba": 7}}', '"on-call": "pagerduty_team.ba"'],
  ['{"on-call": {"pagerduty_team.ba": ""}}', 'write an id'],
  ['{"on-call": {"pagerduty_team.ba": "${file(\\"/etc/passwd\\")}"}}', 'write an id'],
  ['{"on-call": {"pagerduty_team": "P1"}}', 'pagerduty_team'],
])('%s is refused', (text, message) => {
  const read = () => readImports(written(text));
  expect(read).toThrow(UsageError);
  expect(read).toThrow(message);
});
