/**
 * What `watchbill site --no-rehearsal` costs the processor with 300 pipelines and 100 people, as a
 * process from start to exit. `npm run bench:site`
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { bound, SMALL } from './support/bounds';
import { printTable } from './support/figures';
import { AS_OF, dataFilesOf } from './synth/data';

const HIGHEST_SECONDS = 10;
const PIPELINES = SMALL ? 10 : 300;
/** Beside the 40 of the data, who are in rotations. */
const MORE_PEOPLE = 60;

const home = mkdtempSync(join(tmpdir(), 'watchbill-bench-'));
const people = Array.from(
  { length: MORE_PEOPLE },
  (_, index) =>
    `  more-${index}: { name: More ${index}, team: t-${index % 20}, email: more-${index}@xyz-tech.example }\n`,
);
try {
  for (const [path, bytes] of dataFilesOf(PIPELINES)) {
    const text = new TextDecoder().decode(bytes);
    const file = join(home, 'data', path);
    mkdirSync(dirname(file), { recursive: true });
    // People are the last key of the file.
    writeFileSync(file, path === 'organization.yaml' ? `${text.trimEnd()}\n${people.join('')}` : text);
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
  printTable(['pipelines', 'people', 'user s', 'system s'], [[PIPELINES, 100, user, system]]);
  bound('seconds of processor time of watchbill site', user + system, HIGHEST_SECONDS);
} finally {
  rmSync(home, { recursive: true, force: true });
}
