import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, watch } from 'node:fs';
import { join } from 'node:path';
import { XYZ_TECH } from '../../xyzTech';
import { filesBelow, ownFolder, written } from './folder';

const COMMAND = join(__dirname, '../../../bin/watchbill.js');
const { root, out } = ownFolder();
const LATER = '2026-12-08T03:00:00+08:00';

jest.setTimeout(120_000);

test('a run that is killed while it writes leaves a whole site, the old one or the new one', async () => {
  expect((await written(out)).code).toBe(0);
  const old = filesBelow(out);
  const whole = join(root, 'whole');
  await written(whole, '--as-of', LATER);
  const killed = spawn(
    process.execPath,
    [COMMAND, 'site', '--no-rehearsal', '--data', XYZ_TECH, '--as-of', LATER, '--out', out],
    { stdio: 'ignore' },
  );
  // Killed as soon as anything is written beside the folder.
  const watcher = watch(root, () => killed.kill('SIGKILL'));
  const [, signal] = await once(killed, 'exit');
  watcher.close();
  expect(signal).toBe('SIGKILL');
  expect([old, filesBelow(whole)]).toContainEqual(filesBelow(out));
  // The next run is not in its way, and leaves nothing of it.
  expect((await written(out, '--as-of', LATER)).code).toBe(0);
  expect(filesBelow(out)).toEqual(filesBelow(whole));
  expect(readdirSync(root).sort()).toEqual(['site', 'whole']);
});
