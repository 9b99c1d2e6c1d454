import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/**
 * `npm run bench:check`: `watchbill check` on XYZ Tech's data as a whole process, from
 * its start to its exit, in turn with a Node process that does nothing.
 */
const RUNS = 15;
const BOUND_SECONDS = 0.5;
const ROOT = join(__dirname, '..');

function seconds(args: readonly string[]): number {
  const begin = process.hrtime.bigint();
  const { status } = spawnSync(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, WATCHBILL_AS_OF: '2026-11-23' },
  });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}`);
  return Number(process.hrtime.bigint() - begin) / 1e9;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const check: number[] = [];
const nothing: number[] = [];
for (let run = 0; run <= RUNS; run += 1) {
  const pair = [seconds(['bin/watchbill.js', 'check']), seconds(['-e', '0'])] as const;
  // The first pair warms the disk cache.
  if (run > 0) check.push(pair[0]) && nothing.push(pair[1]);
}
const [a, b] = [median(check), median(nothing)];
console.log(
  `watchbill check: ${a.toFixed(2)} s (${Math.min(...check).toFixed(2)} to ${Math.max(...check).toFixed(2)})`,
);
console.log(
  `node that does nothing: ${b.toFixed(2)} s; ratio ${(a / b).toFixed(1)}; bound ${BOUND_SECONDS} s`,
);
process.exitCode = a < BOUND_SECONDS ? 0 : 1;
