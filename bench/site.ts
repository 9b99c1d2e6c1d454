/**
 * What `watchbill site --no-rehearsal` costs the processor with 300 pipelines and 100 people, as a
 * process from start to exit, and how large its largest page is. `npm run bench:site`
 */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bound, SMALL } from './support/bounds';
import { printTable } from './support/figures';
import { processorSeconds } from './support/processorSeconds';
import { written } from './support/written';
import { AS_OF, dataFilesOf } from './synth/data';

const HIGHEST_SECONDS = 10;
const HIGHEST_KILOBYTES = 150;
const PIPELINES = SMALL ? 10 : 300;
/** Beside the 40 of the data, who are in rotations. */
const OTHERS = 60;

const home = mkdtempSync(join(tmpdir(), 'watchbill-bench-'));
try {
  const data = written(join(home, 'data'), dataFilesOf(PIPELINES, OTHERS));
  const { seconds } = processorSeconds(
    ['bin/watchbill.js', 'site', '--no-rehearsal', '--as-of', AS_OF, '--out', join(home, 'site')],
    { WATCHBILL_DATA: data },
  );
  const sizes = readdirSync(join(home, 'site'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.html'))
    .map((path) => ({ path, kilobytes: statSync(join(home, 'site', path)).size / 1000 }))
    .sort((a, b) => b.kilobytes - a.kilobytes);
  const [largest] = sizes;
  printTable(
    ['pipelines', 'people', 'processor s', 'pages', 'largest', 'kB'],
    [
      [
        PIPELINES,
        100,
        seconds.toFixed(2),
        sizes.length,
        largest?.path ?? '',
        largest?.kilobytes ?? Number.NaN,
      ],
    ],
  );
  bound('kilobytes of the largest page', largest?.kilobytes ?? Number.NaN, HIGHEST_KILOBYTES);
  bound('seconds of processor time of watchbill site', seconds, HIGHEST_SECONDS);
} finally {
  rmSync(home, { recursive: true, force: true });
}
