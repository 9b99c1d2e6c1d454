import type { Downtime, EndlessDowntime } from '../../../deployment';
import { counted } from '../../../text/counted';
import { shown } from '../../../text/visible';
import type { Comparison } from './comparison';
import { changed, type Difference, difference, forgetting } from './difference';
import { downtimePairs } from './downtimePairs';
import { timeDifference, timeWords } from './downtimeTimes';
import { maintenanceLines } from './maintenanceLines';
import { type MonitorPair, monitorName, monitorPairs } from './monitorPairs';

/** Downtimes that are missing, canceled, changed, or not defined by the data. */
export function downtimeDrift(comparison: Comparison): Difference[] {
  const { expected, found, now, timeZone } = comparison;
  const monitors = monitorPairs(expected.monitors, found).pairs;
  const { pairs, canceled, missing, unexpected } = downtimePairs(expected.downtimes, found, monitors, now);
  return [
    ...missing.map((downtime) =>
      difference({
        ...commonOf(downtime),
        what: 'missing',
        expected: timeWords(downtime.time, timeZone),
        text: `no downtime ${timeWords(downtime.time, timeZone)}: not deployed, or deleted by hand`,
      }),
    ),
    ...canceled.map((pair) =>
      difference({
        ...commonOf(pair.expected),
        id: pair.found.key,
        what: 'canceled',
        expected: timeWords(pair.expected.time, timeZone),
        text: `downtime ${timeWords(pair.expected.time, timeZone)} was canceled by hand, so alerts no longer wait`,
        ...forgetting(comparison, pair.expected.key),
      }),
    ),
    ...pairs.flatMap((pair) => changes(pair.expected, pair.found, comparison)),
    ...unexpected.map((downtime) => unexpectedDifference(downtime, comparison)),
    ...found.endless.map((downtime) => unexpectedDifference(downtime, comparison)),
  ];
}

type Common = Pick<Difference, 'system' | 'kind' | 'object'>;

/** Names a downtime by its pipeline, the first part of its address. */
function commonOf({ key }: Downtime): Common {
  const [object = key] = key.replace(/^datadog_downtime_schedule\./, '').split('__');
  return { system: 'Datadog', kind: 'downtime', object };
}

function changes(expected: Downtime, found: Downtime, { now, timeZone }: Comparison): Difference[] {
  const common = { ...commonOf(expected), id: found.key, what: 'downtime' } as const;
  const time = timeDifference(expected.time, found.time, now);
  const differences: Difference[] = [];
  if (time !== undefined) {
    const words = { found: timeWords(found.time, timeZone), expected: timeWords(expected.time, timeZone) };
    // Times that read the same differ in the day on which they begin.
    const shownTimes = words.found === words.expected ? time : words;
    differences.push(
      difference({ ...common, ...time, ...changed('times', shownTimes.found, shownTimes.expected) }),
    );
  }
  const compare = (label: string, a: string, b: string) => {
    if (a !== b) differences.push(difference({ ...common, expected: a, found: b, ...changed(label, b, a) }));
  };
  const list = (words: readonly string[]) => (words.length === 0 ? 'nothing' : [...words].sort().join(', '));
  compare('scope', expected.scope, found.scope);
  compare('notifies at the end of', list(expected.notifyEndStates), list(found.notifyEndStates));
  compare('notifies when', list(expected.notifyEndTypes), list(found.notifyEndTypes));
  const firstRecovery = ({ mutesFirstRecovery }: Downtime) =>
    mutesFirstRecovery === true ? 'muted' : 'sent';
  compare('first recovery notification', firstRecovery(expected), firstRecovery(found));
  return differences;
}

/** A downtime without times has no end. */
function unexpectedDifference(
  downtime: EndlessDowntime & { readonly time?: Downtime['time'] },
  comparison: Comparison,
): Difference {
  const { monitors: target, scope, time } = downtime;
  const words = time === undefined ? 'forever' : timeWords(time, comparison.timeZone);
  const by = 'tags' in target ? ` (by ${target.tags.map(shown).join(', ')})` : '';
  const where = scope === '*' ? '' : ` in ${shown(scope)}`;
  return difference({
    system: 'Datadog',
    kind: 'downtime',
    object: silencedMonitors(target, comparison),
    id: downtime.key,
    what: 'silenced',
    ...spanOf(time),
    found: words,
    text: `silenced by hand ${words}${by}${where}`,
    ...wayOutOf(downtime, comparison),
  });
}

/** A downtime made by hand that ends can be written into the data instead. */
function wayOutOf(
  { monitors: target, time }: EndlessDowntime & { readonly time?: Downtime['time'] },
  comparison: Comparison,
): Pick<Difference, 'wayOut' | 'lines'> {
  const cancel = `cancel the downtime in Datadog${time === undefined ? '' : ', or wait for its end'}`;
  const stays = 'a deploy does not change it';
  if (time?.kind !== 'once') return { wayOut: `${cancel}; ${stays}` };
  const { catalog, now } = comparison;
  const pipelines = silencedPairs(target, comparison).map(({ expected }) => pipelineOf(expected.tags));
  const lines = maintenanceLines(catalog, pipelines, time, now);
  if (lines.length === 0) return { wayOut: `${cancel}; ${stays}` };
  const all = 'monitor' in target ? ', which mutes the whole pipeline' : '';
  return { wayOut: `${cancel}, or write it into maintenance.yaml${all} (${stays}):`, lines };
}

function pipelineOf(tags: readonly string[]): string {
  return tags.find((tag) => tag.startsWith('pipeline:'))?.slice('pipeline:'.length) ?? '';
}

function spanOf(time: Downtime['time'] | undefined): Pick<Difference, 'from' | 'until'> {
  if (time?.kind !== 'once') return {};
  return { ...(time.from === undefined ? {} : { from: time.from }), until: time.until };
}

function silencedPairs(target: Downtime['monitors'], { expected, found }: Comparison): MonitorPair[] {
  return monitorPairs(expected.monitors, found).pairs.filter((pair) =>
    'monitor' in target
      ? pair.found.key === target.monitor
      : target.tags.every((tag) => tag === '*' || pair.found.tags.includes(tag)),
  );
}

/** The monitor that a downtime silences, or how many it silences. */
function silencedMonitors(target: Downtime['monitors'], comparison: Comparison): string {
  const silenced = silencedPairs(target, comparison);
  const [first] = silenced;
  return silenced.length === 1 && first !== undefined
    ? monitorName(first.expected)
    : counted(silenced.length, 'monitor');
}
