import { type DataFiles, loadCatalog } from '../../src/catalog';
import { changedData, REAL_DATA, told } from './changedData';

const rewritten = (files: DataFiles, change: (text: string) => Buffer): DataFiles =>
  new Map([...files].map(([path, bytes]) => [path, change(Buffer.from(bytes).toString())]));

const ENDS: readonly (readonly [string, (text: string) => Buffer])[] = [
  ['as on Windows', (text) => Buffer.from(text.replaceAll('\n', '\r\n'))],
  ['as on old Macs', (text) => Buffer.from(text.replaceAll('\n', '\r'))],
  ['behind a byte order mark', (text) => Buffer.from(`\uFEFF${text}`)],
  ['as on Windows, behind a mark', (text) => Buffer.from(`\uFEFF${text.replaceAll('\n', '\r\n')}`)],
];

describe.each(ENDS)('lines that end %s', (_, change) => {
  test('are the same data', () => {
    const expected = loadCatalog(REAL_DATA, 'data');
    expect(expected.catalog).toBeDefined();
    expect(loadCatalog(rewritten(REAL_DATA, change), 'data')).toEqual(expected);
  });

  test('keep the places of problems', () => {
    const broken = changedData(
      { path: 'leave.yaml', replace: 'person: spencer, from', with: 'person: spencr, from' },
      { path: 'pipelines.yaml', replace: 'primary: aidil', with: 'primary: &first aidil' },
      { path: 'runbooks/aggregate-profit.md', replace: '## Escalation', with: '## Annex\n\n## Escalation' },
      { path: 'runbooks/aggregate-growth.md', replace: 'min: 0', with: 'min: 60' },
    );
    const expected = loadCatalog(broken, 'data').diagnostics.map(told);
    expect(expected.length).toBeGreaterThan(3);
    expect(loadCatalog(rewritten(broken, change), 'data').diagnostics.map(told)).toEqual(expected);
  });
});

test('a carriage return among other line ends is told: a review shows no new line there', () => {
  const files = changedData({
    path: 'pipelines.yaml',
    replace: 'primary: aidil',
    with: 'primary: aidil # until\r  primary: choo',
  });
  expect(loadCatalog(files, 'data').diagnostics.map(told)).toContain(
    'TEXT002 pipelines.yaml:7:25 "\\r" | delete it: it may have come with copied text',
  );
});

const UTF16: readonly (readonly [string, (text: string) => Buffer])[] = [
  ['with its mark', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ['without', (text) => Buffer.from(text, 'utf16le')],
  ['of the other order', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
  ['of the other order, without', (text) => Buffer.from(text, 'utf16le').swap16()],
];

test.each(UTF16)('UTF-16 %s is told by name, and once', (_, change) => {
  const files = new Map([...REAL_DATA, ['leave.yaml', change('# nobody\n[]\n')]]);
  const { diagnostics } = loadCatalog(files, 'data');
  expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
    'FILE002 the file is UTF-16 text, not UTF-8',
  ]);
});
