/**
 * How much processor time `watchbill check` takes as a process from start to exit: on XYZ Tech's data,
 * next to a Node process that does nothing, and on 4,000 pipelines with a runbook each. They take turns.
 * `npm run bench:check`
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { XYZ_TECH } from '../test/xyzTech';
import { bound, SMALL } from './support/bounds';
import { median, printTable } from './support/figures';
import { processorSeconds } from './support/processorSeconds';
import { written } from './support/written';
import { AS_OF, dataFilesOf } from './synth/data';

const RUNS = SMALL ? 1 : 15;
/** A large check is steadier, and takes long. */
const LARGE_RUNS = SMALL ? 1 : 3;
const PIPELINES = SMALL ? 20 : 4000;
const HIGHEST_SECONDS = { xyzTech: 0.3, large: 5 };
const CHECK = ['bin/watchbill.js', 'check'];

const folder = mkdtempSync(join(tmpdir(), 'watchbill-bench-check-'));
try {
  const large = written(join(folder, 'data'), dataFilesOf(PIPELINES));
  const programs = [
    {
      name: 'XYZ Tech',
      runs: RUNS,
      args: CHECK,
      env: { WATCHBILL_AS_OF: '2026-11-23', WATCHBILL_DATA: XYZ_TECH },
    },
    { name: 'Node alone', runs: RUNS, args: ['-e', '0'], env: {} },
    {
      name: `${PIPELINES} pipelines`,
      runs: LARGE_RUNS,
      args: CHECK,
      env: { WATCHBILL_AS_OF: AS_OF, WATCHBILL_DATA: large },
    },
  ].map((each) => ({ ...each, times: [] as number[] }));
  for (let run = 0; run <= RUNS; run += 1) {
    for (const { args, env, runs, times } of programs) {
      if (run > runs) continue;
      const { seconds } = processorSeconds(args, env);
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
  const [xyzTech, , many] = programs.map(({ times }) => median(times));
  bound('processor seconds of XYZ Tech', xyzTech ?? Number.NaN, HIGHEST_SECONDS.xyzTech);
  bound(`processor seconds of ${PIPELINES} pipelines`, many ?? Number.NaN, HIGHEST_SECONDS.large);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
