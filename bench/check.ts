/**
 * How long `watchbill check` takes on XYZ Tech's data, as a process from start to exit,
 * next to a Node process that does nothing. The two take turns.
 * `npm run bench:check`
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { XYZ_TECH } from '../test/xyzTech';
import { bound, SMALL } from './support/bounds';
import { median, printTable } from './support/figures';

const RUNS = SMALL ? 1 : 15;
const HIGHEST_SECONDS = 0.5;

function seconds(args: readonly string[]): number {
  const begin = performance.now();
  const { status } = spawnSync(process.execPath, args, {
    cwd: join(__dirname, '..'),
    env: { ...process.env, WATCHBILL_AS_OF: '2026-11-23', WATCHBILL_DATA: XYZ_TECH },
  });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}`);
  return (performance.now() - begin) / 1000;
}

const programs = [
  { name: 'watchbill check', args: ['bin/watchbill.js', 'check'], times: [] as number[] },
  { name: 'Node alone', args: ['-e', '0'], times: [] as number[] },
];
for (let run = 0; run <= RUNS; run += 1) {
  for (const { args, times } of programs) {
    const took = seconds(args);
    // The first run warms the disk cache.
    if (run > 0) times.push(took);
  }
}
printTable(
  ['', 'median s', 'lowest', 'highest'],
  programs.map(({ name, times }) => [
    name,
    ...[median(times), Math.min(...times), Math.max(...times)].map((value) => value.toFixed(2)),
  ]),
);
bound('seconds of watchbill check', median(programs[0]?.times ?? []), HIGHEST_SECONDS);
