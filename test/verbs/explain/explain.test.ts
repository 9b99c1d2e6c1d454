import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { explanationsOf } from '../../../src/verbs/explain/explanations';
import { explanationText } from '../../../src/verbs/explain/explanationText';
import { watchbill } from '../../cli/run';

const PAGE = `# Diagnostics

What BOOK001 would be.

## Files

### FILE001 missing file

Two lines of the page
are one paragraph, which is wrapped where it is longer than eighty columns of a terminal.

\`\`\`yaml diagnostic data/leave.yaml
write: "# one\\n## two\\n"
at: data/leave.yaml:1:1
\`\`\`

**Fix.** Create it; see [leaves](changes.md#leaves) and [changes.md](changes.md).

## Warnings

They stop nothing.

| code | what it is | fix | exit code |
|---|---|---|---|
| \`DIFF001\` | a shift changes | tell them | 0 |
| \`DIFF002\` | another one | none | 1 |
`;

test('a code has a section, or a row of its chapter', () => {
  expect(explanationsOf(PAGE).map(({ code, title }) => `${code} ${title}`)).toEqual([
    'FILE001 missing file',
    'DIFF001 a shift changes',
    'DIFF002 another one',
  ]);
});

test('on a terminal: words instead of Markdown, the example as it is in the file', () => {
  const [section, row] = explanationsOf(PAGE).map(explanationText);
  expect(section).toBe(`FILE001: missing file

Two lines of the page are one paragraph, which is wrapped where it is longer
than eighty columns of a terminal.

Example, in XYZ Tech's data/leave.yaml:
  write
    # one
    ## two
Reported at data/leave.yaml:1:1.

Fix: Create it; see leaves (docs/changes.md#leaves) and docs/changes.md.
`);
  expect(row).toBe(`DIFF001: a shift changes

Fix: Tell them

Exit code: 0

They stop nothing.
`);
});

test('the page of the package: every code, upper or lower case', async () => {
  const page = readFileSync(join(__dirname, '../../../docs/diagnostics.md'), 'utf8');
  const codes = [...page.matchAll(/^(?:### |\| `)([A-Z]+\d{3})\b/gm)].map(([, code = '']) => code);
  const { code, out } = await watchbill(['explain']);
  expect(code).toBe(0);
  expect(out.match(/^[A-Z]+\d{3}\b/gm)).toEqual(codes);
  expect(codes.length).toBeGreaterThan(100);
  for (const each of codes) {
    const explained = await watchbill(['explain', each.toLowerCase()]);
    expect([explained.code, explained.err]).toEqual([0, '']);
    expect(explained.out).toMatch(new RegExp(`^${each}: \\S`));
    expect(explained.out).not.toMatch(/^\*\*|^```/m);
  }
});

test.each([
  ['ROTA099', 'unknown code "ROTA099": did you mean "ROTA009"?\n'],
  ['late', 'unknown code "late": watchbill explain lists all codes\n'],
])('%s: wrong usage', async (typed, message) => {
  expect(await watchbill(['explain', typed])).toEqual({ code: 2, out: '', err: message });
});
