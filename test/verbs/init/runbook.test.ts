import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { loadCatalogOrThrow, readDataDirectory } from '../../../src/catalog';
import { changedData } from '../../cli/folder';
import { watchbill } from '../../cli/run';
import { filesIn } from './folder';

const init = (pipeline: string, data: string) => watchbill(['init', 'runbook', pipeline, '--data', data]);

/** XYZ Tech's data without some of its runbooks, and with more in its pipelines. */
function dataWithout(runbooks: readonly string[], rewrite = (text: string) => text): string {
  const data = changedData('pipelines.yaml', rewrite);
  for (const id of runbooks) rmSync(join(data, `runbooks/${id}.md`));
  return data;
}

const codes = async (data: string) =>
  (await watchbill(['check', '--data', data])).out.match(/error \w+/g) ?? [];

test('the page that PIPE004 asks for, and check has nothing more to say', async () => {
  const data = dataWithout(['aggregate-growth']);
  // The page of failure classes links to it as well.
  expect(await codes(data)).toContain('error PIPE004');
  const before = filesIn(data);
  const result = await init('aggregate-growth', data);
  const path = join(data, 'runbooks/aggregate-growth.md');
  expect(result).toEqual({
    code: 0,
    out: `Written: ${path}\n  edit it, then npx watchbill check\n`,
    err: '',
  });
  const { 'runbooks/aggregate-growth.md': text = '', ...others } = filesIn(data);
  const { 'runbooks/aggregate-growth.md': _, ...same } = before;
  expect(others).toEqual(same);
  expect(text).toMatch(
    /^---\n# yaml-language-server: \$schema=\.\.\/\.\.\/schemas\/runbook\.schema\.json\npipeline: aggregate-growth\nescalation: \[primary, on-duty\]\n/,
  );
  expect(text.match(/^#+ .*/gm)).toEqual([
    ...[
      '# yaml-language-server: $schema=../../schemas/runbook.schema.json',
      '# Aggregate growth for investors',
    ],
    ...['## Description', '## Critical inputs', '## Critical outputs', '## Common failures'],
    ...['## Monitoring alerts', '### Not complete in time', '## Escalation'],
  ]);
  // What is left links to alerts that the old page had.
  expect(new Set(await codes(data))).toEqual(new Set(['error BOOK009']));
});

test('an office-hours pipeline pages nobody: its page has no escalation, and an alert of its own', async () => {
  const own = 'reports: { name: Reports, coverage: office-hours, primary: aidil, secondary: spencer }\n';
  const data = dataWithout([], (text) => `${text.trimEnd()}\n${own}`);
  expect((await init('reports', data)).code).toBe(0);
  expect(await codes(data)).toEqual([]);
  const catalog = loadCatalogOrThrow(readDataDirectory(data), 'data');
  const pipeline = catalog.pipelines.find(({ id }) => id === 'reports');
  expect(pipeline?.runbook?.alerts.map(({ id, kind }) => [id, kind])).toEqual([['run-failed', 'failure']]);
  expect(pipeline?.runbook?.alerts[0]?.section.firstSteps).toHaveLength(2);
});

test("a pipeline's own escalation and office, steps with several targets, and a name with marks", async () => {
  const own = `new-one:
  name: "New *one* [beta] _x_ \`y\` ~z~ # 1"
  coverage: on-call
  primary: ba
  secondary: de
  escalation: { steps: [ { notify: [choo, on-duty], for: 5m }, { notify: accounts, for: 5m } ] }
`;
  const data = dataWithout([], (text) => `${text.trimEnd()}\n${own}`);
  expect((await init('new-one', data)).code).toBe(0);
  const text = filesIn(data)['runbooks/new-one.md'] ?? '';
  expect(text).toContain('\nescalation: [[choo, on-duty], accounts]\n');
  // No rotation serves it yet; the page itself is as it should be.
  const { out } = await watchbill(['check', '--data', data]);
  expect(out.match(/ (?:error|warning) (BOOK\w+|PIPE\w+)/g)).toEqual([' error PIPE003']);
});

test('other pages may be missing, or broken', async () => {
  const data = dataWithout(['aggregate-growth', 'aggregate-profit']);
  expect((await init('aggregate-growth', data)).code).toBe(0);
  expect((await init('aggregate-profit', data)).code).toBe(0);
  expect(new Set(await codes(data))).toEqual(new Set(['error BOOK009']));
});

describe('nothing is overwritten', () => {
  test('a page that is there', async () => {
    const data = dataWithout([]);
    const before = filesIn(data);
    const { code, err } = await init('aggregate-growth', data);
    expect([code, err]).toEqual([
      2,
      `${join(data, 'runbooks/aggregate-growth.md')} already exists, and is not overwritten\n  edit it\n`,
    ]);
    expect(filesIn(data)).toEqual(before);
  });

  test('a page of another name', async () => {
    const data = changedData('runbooks/aggregate-growth.md', (text) => text);
    renameSync(join(data, 'runbooks/aggregate-growth.md'), join(data, 'runbooks/growth.md'));
    const { code, err } = await init('aggregate-growth', data);
    expect([code, err]).toEqual([2, expect.stringContaining('runbooks/growth.md already exists')]);
  });
});

test('an id that is none, and data that cannot be read', async () => {
  const data = dataWithout([]);
  const unknown = await init('agregate-growth', data);
  expect([unknown.code, unknown.err]).toEqual([
    2,
    expect.stringContaining('did you mean "aggregate-growth"?'),
  ]);
  expect((await init('../../x', data)).code).toBe(2);
  const broken = changedData('organization.yaml', (text) =>
    text.replace('Asia/Kuala_Lumpur', 'Asia/Nowhere'),
  );
  const { code, err } = await init('aggregate-growth', broken);
  expect([code, err]).toEqual([1, expect.stringMatching(/ORGA001[\s\S]*\nnothing was written\n$/)]);
});
