/**
 * How much time and memory a synthesis takes, next to a bare cdktf program that writes the
 * same resources. Each run is its own process, the two programs take turns, and their
 * output is compared.
 * `npm run bench:synth`
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { bound, SMALL } from './support/bounds';
import { median, printTable } from './support/figures';
import type { Measured } from './synth/measured';
import { objectsIn, readStacks } from './synth/stacks';

/**
 * How many pipelines, how often each program runs, and how much longer ours may take. Of a short
 * run much is the warming up of code that runs once, of which ours has more.
 */
const SIZES = SMALL
  ? [{ pipelines: 20, runs: 1, highest: 1.3 }]
  : [
      { pipelines: 100, runs: 7, highest: 1.3 },
      { pipelines: 1000, runs: 5, highest: 1.2 },
      { pipelines: 10_000, runs: 3, highest: 1.2 },
    ];

/** One run of each program. */
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

/**
 * @returns how many objects the programs wrote
 * @throws Error unless both wrote the same
 */
function compared(folder: string): number {
  const [ours, bare] = ['watchbill', 'bare'].map((program) => readStacks(join(folder, program)));
  if (ours === undefined || !isDeepStrictEqual(ours, bare))
    throw new Error('the programs wrote different JSON');
  return objectsIn(ours);
}

const rows: (string | number)[][] = [];
const ratios: { readonly pipelines: number; readonly ratio: number; readonly highest: number }[] = [];
for (const { pipelines, runs, highest } of SIZES) {
  const folder = mkdtempSync(join(tmpdir(), 'watchbill-bench-'));
  try {
    const rounds = Array.from({ length: runs }, () => roundOf(pipelines, folder));
    const [ours, bare] = [
      median(rounds.map((each) => each.ours.seconds)),
      median(rounds.map((each) => each.bare.seconds)),
    ];
    ratios.push({ pipelines, ratio: ours / bare, highest });
    rows.push([
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
printTable(
  [
    'pipelines',
    'objects',
    'Watchbill s',
    'bare s',
    'ratio',
    'ms per pipeline',
    'Watchbill MB',
    'bare MB',
    'loadCatalog s',
  ],
  rows,
);
for (const { pipelines, ratio, highest } of ratios) {
  bound(`time of the synthesis of ${pipelines} pipelines against the bare program`, ratio, highest);
}
