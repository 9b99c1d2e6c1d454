import { Temporal } from 'temporal-polyfill';
import { type LedgerKind, loadCatalogOrThrow, readDataDirectory } from '../../../src/catalog';
import { type Monitor, readTerraformJson } from '../../../src/deployment';
import { notificationsOf, readQuery, statesOf } from '../../../src/rehearsal';
import { telemetryOf } from '../../../src/telemetry';
import { embeddedLedger } from '../../../src/verbs/rehearse/connect/embedded';
import { GaugeRecorder } from '../../../src/verbs/rehearse/gaugeRecorder';
import { RehearsalLedger } from '../../../src/verbs/rehearse/rehearsalLedger';
import { synthesizedStacks } from '../../../src/verbs/synth/synthesizedStacks';
import { DATA } from '../../cli/run';
import { type RuleCase, ruleCases } from '../../telemetry/ruleCases';

const MINUTE = { minutes: 1 };
/** Longer than any window that looks back. */
const WARM_UP = { minutes: 20 };

const catalog = loadCatalogOrThrow(readDataDirectory(DATA), DATA);
const deployment = readTerraformJson(synthesizedStacks({ data: DATA, asOf: '2026-11-23T00:00:00+08:00' }));
const cases = ruleCases();

let ledger: RehearsalLedger;

beforeAll(async () => {
  ledger = await RehearsalLedger.open(await embeddedLedger(), telemetryOf(catalog));
}, 60_000);

afterAll(() => ledger.close());

const tagOf = ({ tags }: Monitor, key: string) =>
  tags.find((tag) => tag.startsWith(`${key}:`))?.slice(key.length + 1);

/** The path of a deployed monitor, from its tags and its comparison alone. */
function pathOf(monitor: Monitor): string {
  const bound =
    tagOf(monitor, 'kind') === 'range' ? (monitor.query.includes(' < ') ? 'min' : 'max') : undefined;
  return [tagOf(monitor, 'alert'), tagOf(monitor, 'metric'), bound]
    .filter((part) => part !== undefined)
    .join('/');
}

function monitorOf({ pipeline, path }: Pick<RuleCase, 'pipeline' | 'path'>): Monitor {
  const found = deployment.monitors.filter(
    (monitor) => tagOf(monitor, 'pipeline') === pipeline && pathOf(monitor) === path,
  );
  const [monitor] = found;
  if (monitor === undefined || found.length > 1)
    throw new Error(`${found.length} monitors ${pipeline} ${path}`);
  return monitor;
}

/** `Fri 2026-11-20 09:05 alert`, as a story writes it. */
function line(at: Temporal.Instant, saying: string): string {
  const local = at.toZonedDateTimeISO(catalog.organization.timeZone);
  const weekday = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][local.dayOfWeek - 1];
  return `${weekday} ${local.toPlainDate()} ${local.toPlainTime().toString({ smallestUnit: 'minute' })} ${saying}`;
}

test.each(cases.map((story) => [story.title, story] as const))('%s', async (_, story) => {
  const monitor = monitorOf(story);
  const [first, last] = [story.then[0]?.at, story.then.at(-1)?.at];
  if (first === undefined || last === undefined) throw new Error('nothing is expected');
  const span = { from: first, until: last.add(MINUTE) };
  const gauge = new GaugeRecorder(ledger, tagOf(monitor, 'kind') as LedgerKind, readQuery(monitor), {
    reports: story.reports,
    repairs: () => [],
  });
  await ledger.within(story.asked, gauge.pipelines, () => gauge.read(first.subtract(WARM_UP), last));
  const { series } = gauge;

  const told = notificationsOf(monitor, deployment.downtimes, series, span).map(({ at, occasion }) =>
    line(at, occasion === 'recovery' ? 'recovered' : occasion),
  );
  const isTold = (saying: string) => !['nothing', 'still alert'].includes(saying);
  expect(told).toEqual(story.then.filter(({ saying }) => isTold(saying)).map((each) => each.line));

  const states = statesOf(monitor, series, span);
  const seen = story.then.map(({ at, saying }) => {
    const state = states.findLast(({ from }) => Temporal.Instant.compare(from, at) <= 0)?.state ?? 'ok';
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
  expect(new Set(cases.map((story) => tagOf(monitorOf(story), 'kind'))).size).toBe(8);
});
