import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';
import { synthesizedStacks } from '../../src/verbs/synth/synthesizedStacks';
import { XYZ_TECH } from '../../test/xyzTech';
import { bound, SMALL } from '../support/bounds';
import { median, printTable } from '../support/figures';
import { processorSeconds } from '../support/processorSeconds';
import { hasPromtool, promtoolSeconds } from './promtool';
import type { ToldStory } from './stories';

const ROOT = resolve(__dirname, '../..');
const RUNS = SMALL ? 1 : 5;
/** Against promtool, which only compares: it has no ledger that makes the points. */
const HIGHEST_RATIO = 3;

/** The stories of all rules as one process, in turn with promtool, where it is installed. */
export function benchStories(): void {
  const folder = mkdtempSync(join(tmpdir(), 'watchbill-bench-stories-'));
  try {
    // Not from a temporary folder: it loads packages, and what the embedded ledger starts from.
    const program = join(ROOT, 'bench.out/stories.js');
    buildSync({
      entryPoints: [join(__dirname, 'stories.ts')],
      outfile: program,
      bundle: true,
      platform: 'node',
      packages: 'external',
      define: { __dirname: JSON.stringify(join(ROOT, 'test/telemetry')) },
      logLevel: 'warning',
    });
    const terraform = join(folder, 'terraform.json');
    writeFileSync(
      terraform,
      JSON.stringify(synthesizedStacks({ data: XYZ_TECH, asOf: '2026-11-23T00:00:00+08:00' })),
    );
    const play = () => processorSeconds([program, XYZ_TECH, terraform]);
    const first = play();
    const stories: ToldStory[] = JSON.parse(first.output);
    const minutes = stories.reduce((sum, { series }) => sum + (series[0]?.values.length ?? 0), 0);
    const hasPeer = hasPromtool();
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      // Where nothing is measured, the first one is enough.
      ours.push((SMALL ? first : play()).seconds);
      if (hasPeer) theirs.push(promtoolSeconds(stories, folder));
    }
    const row = (name: string, times: readonly number[]) => [
      name,
      ...[median(times), Math.min(...times), Math.max(...times)].map((value) => value.toFixed(2)),
    ];
    printTable(
      [`${stories.length} stories, ${minutes} minutes`, 'median s', 'lowest', 'highest'],
      [row('Watchbill', ours), ...(hasPeer ? [row('promtool', theirs)] : [])],
    );
    if (hasPeer) bound('stories against promtool', median(ours) / median(theirs), HIGHEST_RATIO);
    else console.log("promtool is not installed (Debian's package prometheus): nothing to compare with");
  } finally {
    rmSync(folder, { recursive: true });
  }
}
