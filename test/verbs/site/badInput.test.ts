import fs, { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { watchbill } from '../../cli/run';
import { filesBelow, ownFolder, written } from './folder';

const { root } = ownFolder();

test.each([
  ['a folder below a file', 'taken/site'],
  ['a file', 'taken'],
])('%s cannot be written: it says so, and nothing changes', async (_, out) => {
  writeFileSync(join(root, 'taken'), 'a file');
  const { code, err } = await written(join(root, out));
  expect(code).toBe(2);
  expect(err).toMatch(
    new RegExp(
      `^--out ${join(root, out)} cannot be written: [\\s\\S]*\\n {2}use another folder; the existing files are unchanged\\n$`,
    ),
  );
  expect(readdirSync(root).filter((name) => name.startsWith('taken'))).toEqual(['taken']);
});

test.each([
  ['pictures/logo.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  ['rotations/ours.html', '<p>ours</p>'],
  ['assets/style.css', 'p{}'],
])('a folder with %s, which is not ours, is refused and left as it is', async (path, text) => {
  const out = join(root, path.replace(/\W/g, '-'));
  await written(out);
  mkdirSync(join(out, path, '..'), { recursive: true });
  writeFileSync(join(out, path), text);
  const before = filesBelow(out);
  const { code, err } = await written(out, '--as-of', '2026-12-01');
  expect([code, err]).toEqual([
    2,
    expect.stringContaining(
      `contains something other than a site of watchbill: ${path.replace(/^assets.*/, 'assets')}`,
    ),
  ]);
  expect(filesBelow(out)).toEqual(before);
});

test('--serve at a port that is in use says so', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  const { code, out, err } = await watchbill(['site', '--serve', '--no-rehearsal', '--port', `${port}`]);
  other.close();
  expect([code, out, err]).toEqual([2, '', `port ${port} is in use: choose another --port\n`]);
});

test('the data folder is read once', async () => {
  const read = jest.spyOn(fs, 'readFileSync');
  expect((await written(join(root, 'once'))).code).toBe(0);
  const data = read.mock.calls.map(([path]) => String(path)).filter((path) => /xyz-tech.data/.test(path));
  read.mockRestore();
  expect(data.length).toBeGreaterThan(5);
  expect(data).toEqual([...new Set(data)]);
});
