import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cdktfContext } from '../../src/state/cdktfContext';

const folder = mkdtempSync(join(tmpdir(), 'watchbill-context-'));
const FILE = join(folder, 'cdktf.json');
afterAll(() => rmSync(folder, { recursive: true }));

test('what the CLI hands over, else the file, else nothing', () => {
  expect(cdktfContext({}, FILE)).toEqual({});
  writeFileSync(FILE, '{"app":"x"}');
  expect(cdktfContext({}, FILE)).toEqual({});
  writeFileSync(FILE, '{"app":"x","context":{"backend":{"type":"pg"}}}');
  expect(cdktfContext({}, FILE)).toEqual({ backend: { type: 'pg' } });
  expect(cdktfContext({ CDKTF_CONTEXT_JSON: '{"a":1}' }, FILE)).toEqual({ a: 1 });
});

test('what is no object is refused', () => {
  expect(() => cdktfContext({ CDKTF_CONTEXT_JSON: '[]' }, FILE)).toThrow(
    'CDKTF_CONTEXT_JSON is no JSON object',
  );
  writeFileSync(FILE, '{"context":"pg"}');
  expect(() => cdktfContext({}, FILE)).toThrow(`context of ${FILE} is no JSON object`);
});
