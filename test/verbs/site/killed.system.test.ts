import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { XYZ_TECH } from '../../xyzTech';
import { filesBelow, ownFolder, written } from './folder';

const COMMAND = join(__dirname, '../../../bin/watchbill.js');
const STRUCK_AT = join(__dirname, '../../support/struckAt.js');
const { root, out } = ownFolder();
const LATER = '2026-12-08T03:00:00+08:00';

jest.setTimeout(120_000);

/** Writes the later site with a process that kills itself just before the nth call of a function. */
function killedBefore(name: string, nth: number): NodeJS.Signals | null {
  const site = ['site', '--no-rehearsal', '--data', XYZ_TECH, '--as-of', LATER, '--out', out];
  const env = { ...process.env, STRUCK_AT: `${name} ${nth} ${out}` };
  return spawnSync(process.execPath, ['--require', STRUCK_AT, COMMAND, ...site], { env }).signal;
}

test('a run that is killed while it writes leaves a whole site, the old one or the new one, or the old one for the next run to put back', async () => {
  const whole = join(root, 'whole');
  await written(whole, '--as-of', LATER);
  const fresh = filesBelow(whole);
  for (const [name, nth, left] of [
    ['mkdtempSync', 1, 'old'],
    ['writeFileSync', 1, 'old'],
    ['writeFileSync', fresh.size, 'old'],
    ['renameSync', 1, 'old'],
    ['renameSync', 2, 'none'],
    ['rmSync', 1, 'new'],
  ] as const) {
    expect((await written(out)).code).toBe(0);
    const old = filesBelow(out);
    expect(killedBefore(name, nth)).toBe('SIGKILL');
    expect(existsSync(out)).toBe(left !== 'none');
    // The next run puts the old site back, even if it writes none.
    expect((await written(out, '--data', join(root, 'nowhere'))).code).toBe(1);
    expect(filesBelow(out)).toEqual(left === 'new' ? fresh : old);
  }
  // The next run is not in the way of any, and leaves nothing of them.
  expect((await written(out, '--as-of', LATER)).code).toBe(0);
  expect(filesBelow(out)).toEqual(fresh);
  expect(readdirSync(root).sort()).toEqual(['site', 'whole']);
});
