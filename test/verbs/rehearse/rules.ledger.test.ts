import type { Temporal } from 'temporal-polyfill';
import { loadCatalogOrThrow, readDataDirectory } from '../../../src/catalog';
import { readTerraformJson } from '../../../src/deployment';
import { telemetryOf } from '../../../src/telemetry';
import { embeddedLedger } from '../../../src/verbs/rehearse/connect/embedded';
import { RehearsalLedger } from '../../../src/verbs/rehearse/rehearsalLedger';
import { synthesizedStacks } from '../../../src/verbs/synth/synthesizedStacks';
import { DATA } from '../../cli/run';
import { monitorOf, pathOf, playedStory, tagOf } from '../../telemetry/playedStory';
import { ruleCases } from '../../telemetry/ruleCases';

const catalog = loadCatalogOrThrow(readDataDirectory(DATA), DATA);
const deployment = readTerraformJson(synthesizedStacks({ data: DATA, asOf: '2026-11-23T00:00:00+08:00' }));
const cases = ruleCases();

let ledger: RehearsalLedger;

beforeAll(async () => {
  ledger = await RehearsalLedger.open(await embeddedLedger(), telemetryOf(catalog));
}, 60_000);

afterAll(() => ledger.close());

/** `Fri 2026-11-20 09:05 alert`, as a story writes it. */
function line(at: Temporal.Instant, saying: string): string {
  const local = at.toZonedDateTimeISO(catalog.organization.timeZone);
  const weekday = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][local.dayOfWeek - 1];
  return `${weekday} ${local.toPlainDate()} ${local.toPlainTime().toString({ smallestUnit: 'minute' })} ${saying}`;
}

test.each(cases.map((story) => [story.title, story] as const))('%s', async (_, story) => {
  const { notifications, states } = await playedStory(ledger, deployment, story);
  const told = notifications.map(({ at, occasion }) =>
    line(at, occasion === 'recovery' ? 'recovered' : occasion),
  );
  const isTold = (saying: string) => !['nothing', 'still alert'].includes(saying);
  expect(told).toEqual(story.then.filter(({ saying }) => isTold(saying)).map((each) => each.line));

  const seen = story.then.map(({ at, saying }, index) => {
    const state = states[index] ?? 'ok';
    if (state === 'ok') return line(at, saying === 'recovered' ? 'recovered' : 'nothing');
    return line(at, state === 'alert' && saying !== 'alert' ? 'still alert' : state);
  });
  expect(seen).toEqual(story.then.map((each) => each.line));
});

test('every monitor of an on-call pipeline has stories, and every kind of rule', () => {
  const stories = new Set(cases.map(({ pipeline, path }) => `${pipeline} ${path}`));
  const onCall = new Set(
    catalog.pipelines.filter(({ coverage }) => coverage === 'on-call').map(({ id }) => id),
  );
  const monitors = deployment.monitors.filter((monitor) => onCall.has(tagOf(monitor, 'pipeline') ?? ''));
  expect(monitors).toHaveLength(14);
  expect(
    monitors
      .map((monitor) => `${tagOf(monitor, 'pipeline')} ${pathOf(monitor)}`)
      .filter((path) => !stories.has(path)),
  ).toEqual([]);
  expect(new Set(cases.map((story) => tagOf(monitorOf(deployment, story), 'kind'))).size).toBe(8);
});
