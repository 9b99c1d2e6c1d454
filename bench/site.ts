/**
 * What `watchbill site --no-rehearsal` costs the processor with 300 pipelines and 100 people, as a
 * process from start to exit, and how large its largest page is. `npm run bench:site`
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { bound, SMALL } from './support/bounds';
import { printTable } from './support/figures';
import { AS_OF, dataFilesOf } from './synth/data';

const HIGHEST_SECONDS = 10;
const HIGHEST_KILOBYTES = 150;
const PIPELINES = SMALL ? 10 : 300;
/** Beside the 40 of the data, who are in rotations. */
const OTHERS = 60;

const home = mkdtempSync(join(tmpdir(), 'watchbill-bench-'));
try {
  for (const [path, bytes] of dataFilesOf(PIPELINES, OTHERS)) {
    const file = join(home, 'data', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  const { status, stderr } = spawnSync(
    'bash',
    [
      '-c',
      'TIMEFORMAT="%U %S"; time node bin/watchbill.js site --no-rehearsal --data "$0" --as-of "$1" --out "$2" >/dev/null',
      join(home, 'data'),
      AS_OF,
      join(home, 'site'),
    ],
    { cwd: join(__dirname, '..'), encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  const [user = Number.NaN, system = Number.NaN] =
    stderr.trim().split('\n').at(-1)?.split(' ').map(Number) ?? [];
  const sizes = readdirSync(join(home, 'site'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.html'))
    .map((path) => ({ path, kilobytes: statSync(join(home, 'site', path)).size / 1000 }))
    .sort((a, b) => b.kilobytes - a.kilobytes);
  const [largest] = sizes;
  printTable(
    ['pipelines', 'people', 'user s', 'system s', 'pages', 'largest', 'kB'],
    [[PIPELINES, 100, user, system, sizes.length, largest?.path ?? '', largest?.kilobytes ?? Number.NaN]],
  );
  bound('kilobytes of the largest page', largest?.kilobytes ?? Number.NaN, HIGHEST_KILOBYTES);
  bound('seconds of processor time of watchbill site', user + system, HIGHEST_SECONDS);
} finally {
  rmSync(home, { recursive: true, force: true });
}
