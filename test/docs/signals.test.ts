import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { loadCatalog } from '../../src/catalog';
import { FILES } from '../stacks/xyzTech';
import { rehearseFiles } from '../verbs/rehearse/rehearseSignals';

const text = readFileSync(join(__dirname, '../../docs/signals.md'), 'utf8');
const blocks = [...text.matchAll(/^```yaml signals\n([\s\S]*?)^```$/gm)].map(([, yaml = '']) => yaml);

const PATH = 'runbooks/aggregate-profit.md';

/** XYZ Tech's data with the rules of all blocks in the place of one pipeline's, each with a section. */
function filesWith(yaml: readonly string[]) {
  const page = Buffer.from(FILES.get(PATH) ?? []).toString();
  const lines = yaml.flatMap((block) => block.split('\n').slice(1, -1));
  const ids = yaml.flatMap((block) => (parse(block).alerts as { id: string }[]).map(({ id }) => id));
  const sections = ids.map((id) => {
    const title = id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' ');
    return `### ${title}\n\n**Meaning.** It is so.\n\n**Check.** Look:\n\n1. Here.\n\n**Repair.** Do:\n\n1. This.\n\n`;
  });
  const front = page.replace(/^alerts:\n[\s\S]*?^---\n/m, `alerts:\n${lines.join('\n')}\n---\n`);
  const body = front.replace(
    /^## Monitoring alerts\n[\s\S]*?^## Escalation\n/m,
    `## Monitoring alerts\n\n${sections.join('')}## Escalation\n`,
  );
  // This page and others link to the rules that were there.
  const unlinked = (text: string) =>
    Buffer.from(text.replace(/\]\([\w-]*(?:\.md)?#[\w-]+\)/g, '](https://example.com)'));
  const others = [...FILES].map(([path, bytes]) =>
    path.startsWith('runbooks/')
      ? ([path, unlinked(Buffer.from(bytes).toString())] as const)
      : ([path, bytes] as const),
  );
  return { ids, files: new Map<string, Uint8Array>([...others, [PATH, unlinked(body)]]) };
}

test('every block is read without a problem', () => {
  const { ids, files } = filesWith(blocks);
  const { catalog, diagnostics } = loadCatalog(files, 'data');
  expect(
    diagnostics.filter(({ severity, location }) => severity === 'error' || location.file.endsWith(PATH)),
  ).toEqual([]);
  const alerts = catalog?.pipelines.find(({ id }) => id === 'aggregate-profit')?.runbook?.alerts ?? [];
  expect(alerts.map(({ id }) => id)).toEqual(ids);
  expect(ids.length).toBeGreaterThan(12);
  expect(new Set(ids).size).toBe(ids.length);
});

test('every rule reaches somebody; all but the search of logs are played', async () => {
  const { code, out } = await rehearseFiles(filesWith(blocks).files, ['aggregate-profit', '--json']);
  const { rules } = JSON.parse(out) as { rules: { alert: string; played: boolean; problems: unknown[] }[] };
  expect([code, rules.flatMap(({ problems }) => problems)]).toEqual([0, []]);
  expect(rules.filter(({ played }) => !played).map(({ alert }) => alert)).toEqual([
    'errors-in-the-event-log',
  ]);
});
