import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { deployToolName } from '../../src/cli/deployTool';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** A folder with these programs. */
function having(...names: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'watchbill-path-'));
  folders.push(folder);
  for (const name of names) {
    writeFileSync(join(folder, name), '');
    chmodSync(join(folder, name), 0o755);
  }
  return folder;
}

test('a command names what the machine deploys with: terraform where it is, otherwise tofu', () => {
  const both = [having('tofu'), having('terraform')].join(delimiter);
  expect(deployToolName({ PATH: both })).toBe('terraform');
  expect(deployToolName({ PATH: having('tofu') })).toBe('tofu');
  expect(deployToolName({ PATH: having() })).toBe('terraform');
  expect(deployToolName({})).toBe('terraform');
  const unreadable = having('tofu');
  chmodSync(join(unreadable, 'tofu'), 0o644);
  expect(deployToolName({ PATH: `${unreadable}${delimiter}${having('tofu')}` })).toBe('tofu');
});
