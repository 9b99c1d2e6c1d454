import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { monitorsOf } from '../../../src/alerts';
import { loadCatalog } from '../../../src/catalog';
import { changedData } from '../changedData';

interface Written {
  readonly name: string;
  readonly section: string;
  readonly meaning?: readonly string[];
  readonly steps: readonly (readonly string[])[];
  readonly never?: readonly string[];
  readonly warning?: true;
}

const CASES = parse(readFileSync(join(__dirname, 'sections.yaml'), 'utf8')) as readonly Written[];

const RULE = '    failureClass: data\n';
const added = (section: string) =>
  changedData(
    {
      path: 'runbooks/aggregate-profit.md',
      replace: RULE,
      with: `${RULE}  - { id: late, kind: failure, failureClass: data }\n`,
    },
    {
      path: 'runbooks/aggregate-profit.md',
      replace: '## Escalation',
      with: `### Late\n\n${section}\n## Escalation`,
    },
    { path: 'runbooks/images/flow.png', with: '' },
  );

/** What the message says between its blocks and the runbook's address. */
function messageOf(section: string): string {
  const { catalog, diagnostics } = loadCatalog(added(section), 'data');
  const pipeline = catalog?.pipelines.find(({ id }) => id === 'aggregate-profit');
  if (catalog === undefined || pipeline === undefined) throw new Error(JSON.stringify(diagnostics));
  const monitors = monitorsOf(pipeline, catalog.organization, { failureClassesPage: true });
  const message = monitors.find(({ alert }) => alert === 'late')?.message ?? '';
  return /\{\{\/is_recovery\}\}\n([\s\S]*)\nRunbook: /.exec(message)?.[1] ?? '';
}

/** Texts in this order, each apart from its neighbours. */
function inOrder(texts: readonly string[]): RegExp {
  const escaped = texts.map((text) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(
    `(?<![\\p{L}\\p{N}])${escaped.join('(?![\\p{L}\\p{N}])[\\s\\S]*?(?<![\\p{L}\\p{N}])')}(?![\\p{L}\\p{N}])`,
    'u',
  );
}

test.each(CASES)('$name', ({ section, meaning = [], steps, never = [], warning }) => {
  const message = messageOf(section);
  const [told = '', listed = ''] = message.split(/First steps.*:\n/);
  expect(told).toMatch(inOrder(meaning));
  const shown = listed.split(/^\d+\. /m).slice(1);
  expect(shown).toHaveLength(steps.length);
  for (const [index, texts] of steps.entries()) expect(shown[index]).toMatch(inOrder(texts));
  for (const text of never) expect(message).not.toContain(text);
  const codes = loadCatalog(added(section), 'data').diagnostics.map(({ code }) => code);
  expect(codes.includes('BOOK014')).toBe(warning === true);
});

test('a command stands in a message as Markdown shows code, and as it was written', () => {
  expect(
    messageOf(
      '**Meaning.** Late.\n\n**Check.**\n\n1. Run:\n   ```sh\n   # today\n   job {id} <x\n     --dry @all\n   ```\n2. Wait.\n',
    ),
  ).toBe(
    [
      '\nWhat this alert means: Late.\n',
      'First steps:\n',
      '1. Run:\n',
      '       # today',
      '       job (id) ‹x',
      '         --dry (at)all',
      '2. Wait.\n',
    ].join('\n'),
  );
});

test('what was looked for is told where nothing can be read', () => {
  const [told] = loadCatalog(
    added('**Meaning.** Late.\n\n**Check.**\n\n<!-- later -->\n\n**Repair.** Wait.\n'),
    'data',
  ).diagnostics;
  expect(told).toMatchObject({
    code: 'BOOK014',
    severity: 'warning',
    location: { line: 84, column: 1 },
    wayOut:
      'write the first step under one of: **Check.**, **Checks.**, **What to check.**, **First steps.**, **Diagnosis.**',
  });
});
