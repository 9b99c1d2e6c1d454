/**
 * How long a synthesis takes and how much memory it needs, against a bare cdktf
 * program that writes the same resources. Each run is a process of its own, the
 * two programs take turns, and what they wrote is compared.
 * `npm run bench:synth`
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import Table from 'cli-table3';
import type { Measured } from './synth/measured';
import { objectsIn, readStacks } from './synth/stacks';

/** How many pipelines, and how often each program runs. */
const SIZES = [
  { pipelines: 100, runs: 7 },
  { pipelines: 1000, runs: 5 },
  { pipelines: 10_000, runs: 3 },
];
const HIGHEST_RATIO = 1.3;

/** What one turn of both programs tells. */
interface Round {
  readonly ours: Measured & { readonly loadSeconds: number };
  readonly bare: Measured;
}

function run<T extends Measured>(program: string, ...args: string[]): T {
  const node = [
    '--max-old-space-size=8192',
    '--expose-gc',
    '--import',
    'tsx',
    join(__dirname, 'synth', program),
  ];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...node, ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}\n${stderr}`);
  return JSON.parse(stdout) as T;
}

function roundOf(pipelines: number, folder: string): Round {
  const [watchbill, bare] = [join(folder, 'watchbill'), join(folder, 'bare')];
  const round = {
    ours: run<Round['ours']>('watchbill.ts', String(pipelines), watchbill),
    bare: run<Measured>('bare.ts', watchbill, bare),
  };
  console.error(
    `${pipelines} pipelines: Watchbill ${round.ours.seconds.toFixed(2)} s, bare ${round.bare.seconds.toFixed(2)} s`,
  );
  return round;
}

/** Throws where the two programs did not write the same. @returns how many objects they wrote */
function compared(folder: string): number {
  const [ours, bare] = ['watchbill', 'bare'].map((program) => readStacks(join(folder, program)));
  if (ours === undefined || !isDeepStrictEqual(ours, bare))
    throw new Error('the programs wrote different JSON');
  return objectsIn(ours);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

const table = new Table({
  head: [
    'pipelines',
    'objects',
    'Watchbill s',
    'bare s',
    'ratio',
    'ms a pipeline',
    'Watchbill MB',
    'bare MB',
    'load s',
  ],
  style: { head: [], border: [] },
});
let highest = 0;
for (const { pipelines, runs } of SIZES) {
  const folder = mkdtempSync(join(tmpdir(), 'watchbill-bench-'));
  try {
    const rounds = Array.from({ length: runs }, () => roundOf(pipelines, folder));
    const [ours, bare] = [
      median(rounds.map((each) => each.ours.seconds)),
      median(rounds.map((each) => each.bare.seconds)),
    ];
    highest = Math.max(highest, ours / bare);
    table.push([
      pipelines,
      compared(folder),
      ours.toFixed(2),
      bare.toFixed(2),
      (ours / bare).toFixed(2),
      ((ours / pipelines) * 1000).toFixed(2),
      median(rounds.map((each) => each.ours.megabytes)).toFixed(0),
      median(rounds.map((each) => each.bare.megabytes)).toFixed(0),
      median(rounds.map((each) => each.ours.loadSeconds)).toFixed(2),
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
console.log(table.toString());
console.log('medians; load: loadCatalog on the same data, not in the ratio');
if (highest > HIGHEST_RATIO) {
  console.error(`a synthesis may take at most ${HIGHEST_RATIO} times as long as the bare program`);
  process.exitCode = 1;
}
