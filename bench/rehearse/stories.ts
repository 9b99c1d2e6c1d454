/**
 * The program that is measured: plays every story of a rule (test/rehearsal/rules) on an embedded run
 * ledger. It prints what promtool needs to play them, too.
 */
import { readFileSync } from 'node:fs';
import { loadCatalogOrThrow, readDataDirectory } from '../../src/catalog';
import { readTerraformJson } from '../../src/deployment';
import { type MonitorQuery, readQuery } from '../../src/rehearsal';
import { telemetryOf } from '../../src/telemetry';
import { embeddedLedger } from '../../src/verbs/rehearse/connect/embedded';
import { RehearsalLedger } from '../../src/verbs/rehearse/rehearsalLedger';
import { type PlayedStory, playedStory } from '../../test/telemetry/playedStory';
import { type RuleCase, ruleCases } from '../../test/telemetry/ruleCases';

/** A story as it was played, in minutes since its first point. */
export interface ToldStory {
  readonly title: string;
  readonly query: Pick<MonitorQuery, 'aggregation' | 'comparison' | 'threshold' | 'expression'> & {
    readonly windowMinutes: number;
  };
  readonly series: readonly {
    readonly metric: string;
    readonly tags: readonly string[];
    /** By minute; null where there is no point. */
    readonly values: readonly (number | null)[];
  }[];
  readonly states: readonly { readonly minute: number; readonly isAlert: boolean }[];
}

async function play(data: string, terraform: string): Promise<ToldStory[]> {
  const deployment = readTerraformJson(JSON.parse(readFileSync(terraform, 'utf8')));
  const catalog = loadCatalogOrThrow(readDataDirectory(data), data);
  const ledger = await RehearsalLedger.open(await embeddedLedger(ruleCases().length), telemetryOf(catalog));
  const told: ToldStory[] = [];
  for (const story of ruleCases()) told.push(toldStory(story, await playedStory(ledger, deployment, story)));
  await ledger.close();
  return told;
}

function toldStory({ title, then }: RuleCase, { monitor, series, states }: PlayedStory): ToldStory {
  const { window, ...query } = readQuery(monitor);
  const minuteOf = (at: { readonly epochMilliseconds: number }) => at.epochMilliseconds / 60_000;
  const ends = [...series.flatMap(({ points }) => points), ...then].map(({ at }) => minuteOf(at));
  const [start, end] = [Math.min(...ends), Math.max(...ends)];
  return {
    title,
    query: { ...query, windowMinutes: window.total('minutes') },
    series: series.map(({ metric, tags, points }) => {
      const values = new Map(points.map(({ at, value }) => [minuteOf(at) - start, value]));
      return {
        metric,
        tags,
        values: Array.from({ length: end - start + 1 }, (_, minute) => values.get(minute) ?? null),
      };
    }),
    states: then.map(({ at }, index) => ({
      minute: minuteOf(at) - start,
      isAlert: states[index] === 'alert',
    })),
  };
}

const [data = '', terraform = ''] = process.argv.slice(2);
play(data, terraform).then((told) => process.stdout.write(JSON.stringify(told)));
