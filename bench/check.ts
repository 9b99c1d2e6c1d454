/**
 * How much processor time `watchbill check` takes on XYZ Tech's data, as a process from start to
 * exit, next to a Node process that does nothing. The two take turns.
 * `npm run bench:check`
 */
import { XYZ_TECH } from '../test/xyzTech';
import { bound, SMALL } from './support/bounds';
import { median, printTable } from './support/figures';
import { processorSeconds } from './support/processorSeconds';

const RUNS = SMALL ? 1 : 15;
const HIGHEST_SECONDS = 0.3;
const ENV = { WATCHBILL_AS_OF: '2026-11-23', WATCHBILL_DATA: XYZ_TECH };

const programs = [
  { name: 'watchbill check', args: ['bin/watchbill.js', 'check'], times: [] as number[] },
  { name: 'Node alone', args: ['-e', '0'], times: [] as number[] },
];
for (let run = 0; run <= RUNS; run += 1) {
  for (const { args, times } of programs) {
    const { seconds } = processorSeconds(args, ENV);
    // The first run warms the disk cache, and keeps what it has compiled.
    if (run > 0) times.push(seconds);
  }
}
printTable(
  ['', 'median s', 'lowest', 'highest'],
  programs.map(({ name, times }) => [
    name,
    ...[median(times), Math.min(...times), Math.max(...times)].map((value) => value.toFixed(2)),
  ]),
);
bound('processor seconds of watchbill check', median(programs[0]?.times ?? []), HIGHEST_SECONDS);
