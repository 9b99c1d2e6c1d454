import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Mutant } from '../mutant';
import { CHANGES, type Change } from './changes';

const ROOT = resolve(__dirname, '../../..');

/**
 * Makes each change of the ledger's SQL in turn, and runs the ledger's suites until one is red:
 * first those that are likely to be.
 * @throws Error if they are red without a change
 */
export function ledgerMutants(): readonly Mutant[] {
  const unchanged = tested(undefined, []);
  if (unchanged.status !== 0) throw new Error(`red without any change:\n${unchanged.stderr}`);
  return CHANGES.map((change, index) => {
    const noticed = isNoticed(change);
    process.stderr.write(`${index + 1} of ${CHANGES.length}: ${noticed ? 'noticed' : 'NOT NOTICED'}\n`);
    const { file, was, became } = change;
    const source = readFileSync(join(ROOT, 'src/telemetry', file), 'utf8');
    const line = source.slice(0, source.indexOf(was)).split('\n').length;
    return { file: `src/telemetry/${file}`, line, was, became, noticed };
  });
}

function isNoticed(change: Change): boolean {
  return [change.likely, []].some((suites) => {
    const { status, stderr } = tested(change, suites);
    if (/does not say this once/.test(stderr)) throw new Error(stderr);
    return status !== 0;
  });
}

/** @param suites parts of their paths; all without one */
function tested(change: Change | undefined, suites: readonly string[]) {
  const args = [require.resolve('jest/bin/jest'), '--config', join(__dirname, 'jest.config.js'), ...suites];
  return spawnSync(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, ...(change === undefined ? {} : { WATCHBILL_CHANGE: JSON.stringify(change) }) },
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
}
