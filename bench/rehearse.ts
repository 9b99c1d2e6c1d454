/**
 * How much processor time `watchbill rehearse` takes as a process from start to exit: on XYZ Tech's data, and on
 * 100 pipelines of three alerts each, with rules that read the run ledger and with rules on metrics
 * that are in Datadog already. The programs take turns. Then the stories of all rules, beside promtool.
 * `npm run bench:rehearse`
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDataDirectory } from '../src/catalog';
import { metricRules } from '../test/metricRules';
import { XYZ_TECH } from '../test/xyzTech';
import { benchStories } from './rehearse/storiesBench';
import { bound, SMALL } from './support/bounds';
import { median, printTable } from './support/figures';
import { processorSeconds } from './support/processorSeconds';
import { written } from './support/written';
import { dataFilesOf } from './synth/data';

const RUNS = SMALL ? 1 : 3;
const PIPELINES = SMALL ? 2 : 100;
const HALF = PIPELINES / 2;
const HIGHEST_SECONDS = { xyzTech: 2, many: 10 };
/** What a further monitor costs in the second half of the pipelines against the first. */
const HIGHEST_GROWTH = 1.2;

const folder = mkdtempSync(join(tmpdir(), 'watchbill-bench-rehearse-'));
const at = (name: string) => join(folder, name);

function rehearsed(data: string): { seconds: number; monitors: number } {
  const { seconds, output } = processorSeconds(['bin/watchbill.js', 'rehearse', '--json'], {
    WATCHBILL_AS_OF: '2026-11-23',
    WATCHBILL_DATA: data,
  });
  return { seconds, monitors: JSON.parse(output).rules.length };
}

try {
  const xyzTech = readDataDirectory(XYZ_TECH);
  const many = dataFilesOf(PIPELINES);
  const cases = [
    { name: 'XYZ Tech', rules: 'ledger', data: written(at('xyz'), xyzTech) },
    { name: 'XYZ Tech', rules: 'metric', data: written(at('xyz-metric'), metricRules(xyzTech)) },
    { name: `${HALF} pipelines`, rules: 'ledger', data: written(at('half'), dataFilesOf(HALF)) },
    { name: `${PIPELINES} pipelines`, rules: 'ledger', data: written(at('many'), many) },
    { name: `${PIPELINES} pipelines`, rules: 'metric', data: written(at('many-metric'), metricRules(many)) },
  ].map((each) => ({ ...each, times: [] as number[], monitors: 0 }));
  // A run before all warms the disk cache, where something is measured.
  for (let run = SMALL ? 1 : 0; run <= RUNS; run += 1) {
    for (const each of cases) {
      const { seconds, monitors } = rehearsed(each.data);
      each.monitors = monitors;
      if (run > 0) each.times.push(seconds);
    }
  }
  printTable(
    ['data', 'rules', 'monitors', 'median s', 'lowest', 'highest', 'ms per monitor'],
    cases.map(({ name, rules, monitors, times }) => [
      name,
      rules,
      monitors,
      ...[median(times), Math.min(...times), Math.max(...times)].map((value) => value.toFixed(2)),
      ((median(times) / monitors) * 1000).toFixed(0),
    ]),
  );
  const [xyz, metric, half, all] = cases.map(({ times, monitors }) => ({ seconds: median(times), monitors }));
  if (!(xyz && metric && half && all)) throw new Error('a case is missing');
  const each = (from: typeof xyz, to: typeof xyz) =>
    (to.seconds - from.seconds) / (to.monitors - from.monitors);
  bound('processor seconds of XYZ Tech', xyz.seconds, HIGHEST_SECONDS.xyzTech);
  bound('processor seconds of XYZ Tech with metric rules', metric.seconds, HIGHEST_SECONDS.xyzTech);
  bound(`processor seconds of ${PIPELINES} pipelines`, all.seconds, HIGHEST_SECONDS.many);
  bound(
    'a further monitor of the second half against the first',
    each(half, all) / each(xyz, half),
    HIGHEST_GROWTH,
  );
} finally {
  rmSync(folder, { recursive: true });
}
benchStories();
