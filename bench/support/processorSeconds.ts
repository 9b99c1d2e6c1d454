import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** A process loads it first; at its end it writes what all of its threads took. */
const METER = join(__dirname, 'meter.js');

/**
 * Runs Node in the project's folder.
 * @param args script and arguments
 * @param env beside this process's own
 * @returns user and system time of the whole process, its threads included, and its output
 * @throws Error if it does not end with 0
 */
export function processorSeconds(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): { readonly seconds: number; readonly output: string } {
  const { status, stdout, stderr, output } = spawnSync(process.execPath, ['--require', METER, ...args], {
    cwd: join(__dirname, '../..'),
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 1e9,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}:\n${stderr}`);
  return { seconds: Number(output[3]), output: stdout };
}
