import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { parse } from 'yaml';
import { DIAGNOSTIC_CODES, type Diagnostic, loadCatalog } from '../../src/catalog';
import { refuseOtherAsOf } from '../../src/cli/asOfNow';
import { parseInstant, rosterProblems } from '../../src/roster';
import type { Example, Replacement } from '../../src/verbs/explain/exampleText';
import { REAL_DATA } from '../catalog/changedData';

const SOURCES = join(__dirname, '../../src');
const page = readFileSync(join(__dirname, '../../docs/diagnostics.md'), 'utf8');

/** A section's code and title, the file of its example and the example. */
const SECTION =
  /^### ([A-Z]{4}\d{3}) (.+)\n\n[^#]+?```yaml diagnostic(?: data\/(\S+))?\n([\s\S]*?)^```\n(?:(?!^#)[\s\S])*?\n\*\*Fix\.\*\* /gm;
const sections = [...page.matchAll(SECTION)].map(([, code = '', title = '', path = '', example = '']) => ({
  code,
  title,
  path,
  example: parse(example) as Example,
}));

/** Further examples of a section, each after its first. */
const FURTHER = /^```yaml diagnostic(?: data\/(\S+))?\n([\s\S]*?)^```$/gm;
const examples = page
  .split(/^### /m)
  .slice(1)
  .flatMap((section) =>
    [...section.matchAll(FURTHER)].map(([, path = '', example = ''], index) => ({
      code: section.slice(0, 7),
      number: index + 1,
      path,
      example: parse(example) as Example,
    })),
  );

/** The codes of the tables' rows. */
const rows = [...page.matchAll(/^\| `([A-Z]+\d{3})` \|/gm)].map(([, code = '']) => code);

/** What the product is built from, without its comments: a code that only a comment names is not told. */
const source = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(SOURCES, name), 'utf8'))
  .join('\n')
  .replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');

function replaced(files: Map<string, Uint8Array>, path: string, { replace, with: text }: Replacement): void {
  if (replace === undefined || text === undefined) return;
  const parts = Buffer.from(files.get(path) ?? [])
    .toString()
    .split(replace);
  if (parts.length < 2) throw new Error(`${path} does not have: ${replace}`);
  const [before = '', ...after] = parts;
  files.set(path, Buffer.from(before + text + after.join(replace)));
}

function changed(path: string, example: Example): Map<string, Uint8Array> {
  const files = new Map(REAL_DATA);
  if (example.remove === true) files.delete(path);
  if (example.write !== undefined) files.set(path, Buffer.from(example.write.repeat(example.times ?? 1)));
  if (example.latin1 !== undefined) files.set(path, Buffer.from(example.latin1, 'latin1'));
  for (const { file, text } of example.files ?? []) files.set(file.replace('data/', ''), Buffer.from(text));
  if (example.bytes !== undefined) files.set(path, new Uint8Array(example.bytes));
  replaced(files, path, example);
  for (const change of example.and ?? []) replaced(files, change.file.replace('data/', ''), change);
  return files;
}

function diagnosed(path: string, example: Example): readonly Diagnostic[] {
  const { catalog, diagnostics } = loadCatalog(changed(path, example), 'data');
  if (example.asOf === undefined || catalog === undefined) return diagnostics;
  const instant = parseInstant(example.asOf, catalog.organization.timeZone);
  if (instant === undefined) throw new Error(`no instant: ${example.asOf}`);
  return rosterProblems(catalog, instant);
}

test('every code has a section, and every section a code', () => {
  expect(sections.map(({ code, title }) => `${code} ${title}`)).toEqual(
    Object.entries(DIAGNOSTIC_CODES).map(([code, title]) => `${code} ${title}`),
  );
  expect(page.match(/^### /gm)).toHaveLength(sections.length);
});

test.each(examples.filter(({ code }) => !code.startsWith('ASOF')))(
  '$code: example $number is told',
  ({ code, path, example }) => {
    const diagnostics = diagnosed(path, example);
    const places = diagnostics
      .filter((diagnostic) => diagnostic.code === code)
      .map(({ location: { file, line, column } }) => `${file}:${line}:${column}`);
    expect(places).toContain(example.at);
    const codes = new Set(diagnostics.map((diagnostic) => diagnostic.code));
    expect([...codes].sort()).toEqual([code, ...(example.besides ?? [])].sort());
  },
);

test('ASOF001: the example is not a valid instant', () => {
  const asOf = sections.find(({ code }) => code === 'ASOF001')?.example.asOf ?? '2026-11-09';
  expect(parseInstant(asOf, 'Asia/Kuala_Lumpur')).toBeUndefined();
});

test('ASOF002: the example is left over in a shell', () => {
  const asOf = sections.find(({ code }) => code === 'ASOF002')?.example.asOf;
  const now = () => Temporal.Instant.from('2026-11-24T03:15:00Z');
  expect(() => refuseOtherAsOf({ env: { WATCHBILL_AS_OF: asOf }, now }, 'Asia/Kuala_Lumpur', '')).toThrow(
    /^ASOF002: /,
  );
});

test('the codes of programs, beside those of the data, are on the page', () => {
  const files = ['src/cli/unexpected.ts', 'bin/buildState.js', 'scripts/build.js'];
  const text = files.map((file) => readFileSync(join(__dirname, '../..', file), 'utf8')).join('');
  const told = new Set(text.match(/\b(BUG|HOST|BUILD)\d{3}\b/g));
  const listed = rows.filter((code) => /^(BUG|HOST|BUILD)/.test(code));
  expect(listed).toEqual(['BUG001', 'HOST001', 'BUILD001', 'BUILD002', 'BUILD003']);
  expect([...told].sort()).toEqual([...listed].sort());
});

test('every code that a source tells is on the page once, and none that is gone', () => {
  const told = new Set([...source.matchAll(/['"`]([A-Z]{4}\d{3})\b/g)].map(([, code]) => code));
  const listed = [...sections.map(({ code }) => code), ...rows].filter((code) => /^[A-Z]{4}\d/.test(code));
  expect(listed.sort()).toEqual([...told].sort());
  // A code in the middle of a text, or a key that no text begins with, would have slipped past.
  expect(new Set(source.match(/\b[A-Z]{4}\d{3}\b/g))).toEqual(told);
});
