import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cdktfContext, teamApp } from '../../src/state/cdktfContext';

const folder = mkdtempSync(join(tmpdir(), 'watchbill-context-'));
const FILE = join(folder, 'cdktf.json');
afterEach(() => rmSync(FILE, { force: true }));
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
    'CDKTF_CONTEXT_JSON is not a JSON object',
  );
  writeFileSync(FILE, '{"context":"pg"}');
  expect(() => cdktfContext({}, FILE)).toThrow(`context of ${FILE} is not a JSON object`);
});

test.each([
  [undefined, 'node app.js'],
  [undefined, 'npx ts-node my-watchbill-app.ts'],
  ['own', 'watchbill app'],
  ['own', 'npx watchbill app'],
  ['own', 'node scripts/build.js --if-stale && node bin/watchbill.js app'],
  ['own', ' '],
])('%s: %s', (own, app) => {
  writeFileSync(FILE, JSON.stringify({ app }));
  expect(teamApp(FILE)).toBe(own === undefined ? app : undefined);
});

test('without a cdktf.json nobody has an app of their own', () => {
  expect(teamApp(join(folder, 'none.json'))).toBeUndefined();
});
