import type { Downtime, EndlessDowntime } from '../../../deployment';
import { counted } from '../../../text/counted';
import { shown } from '../../../text/visible';
import type { Comparison } from './comparison';
import { type Difference, difference, forgetting } from './difference';
import { downtimePairs } from './downtimePairs';
import { timeDifference, timeWords } from './downtimeTimes';
import { monitorName, monitorPairs } from './monitorPairs';

/** Downtimes that are missing, were canceled or changed, and those that the data does not have. */
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
        text: `downtime ${timeWords(pair.expected.time, timeZone)} was canceled by hand: alerts no longer wait`,
        ...forgetting('monitors', pair.expected.key),
      }),
    ),
    ...pairs.flatMap((pair) => changes(pair.expected, pair.found, comparison)),
    ...unexpected.map((downtime) => unexpectedDifference(downtime, comparison)),
    ...found.endless.map((downtime) => unexpectedDifference(downtime, comparison)),
  ];
}

type Common = Pick<Difference, 'system' | 'kind' | 'object'>;

/** A downtime by the first part of its address, which is its pipeline. */
function commonOf({ key }: Downtime): Common {
  const [object = key] = key.replace(/^datadog_downtime_schedule\./, '').split('__');
  return { system: 'Datadog', kind: 'downtime', object };
}

function changes(expected: Downtime, found: Downtime, { now, timeZone }: Comparison): Difference[] {
  const common = { ...commonOf(expected), id: found.key, what: 'downtime' } as const;
  const time = timeDifference(expected.time, found.time, now);
  const differences: Difference[] = [];
  if (time !== undefined) {
    const [there, planned] = [found, expected].map((each) => timeWords(each.time, timeZone));
    const text =
      there === planned
        ? `downtime begins at another time: ${time.found}, the data says ${time.expected}`
        : `downtime ${there}, the data says ${planned}`;
    differences.push(difference({ ...common, ...time, text }));
  }
  const compare = (label: string, a: string, b: string) => {
    if (a === b) return;
    const text = `downtime ${label} ${b}, the data says ${a}`;
    differences.push(difference({ ...common, expected: a, found: b, text }));
  };
  const list = (words: readonly string[]) => (words.length === 0 ? 'nothing' : [...words].sort().join(', '));
  compare('of the scope', expected.scope, found.scope);
  compare('tells when it ends:', list(expected.notifyEndStates), list(found.notifyEndStates));
  compare('tells when it is:', list(expected.notifyEndTypes), list(found.notifyEndTypes));
  const firstRecovery = ({ mutesFirstRecovery }: Downtime) =>
    mutesFirstRecovery === true ? 'mutes' : 'tells';
  compare('and the first recovery in it:', firstRecovery(expected), firstRecovery(found));
  return differences;
}

/** A downtime without times is one without an end. */
function unexpectedDifference(
  downtime: EndlessDowntime & { readonly time?: Downtime['time'] },
  comparison: Comparison,
): Difference {
  const { monitors: target, scope, time } = downtime;
  const words = time === undefined ? 'for ever' : timeWords(time, comparison.timeZone);
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
    wayOut: `cancel the downtime in Datadog${time === undefined ? '' : ', or wait for its end'}: a deploy leaves it as it is`,
  });
}

function spanOf(time: Downtime['time'] | undefined): Pick<Difference, 'from' | 'until'> {
  if (time?.kind !== 'once') return {};
  return { ...(time.from === undefined ? {} : { from: time.from }), until: time.until };
}

/** The monitor that a downtime silences, or how many. */
function silencedMonitors(target: Downtime['monitors'], { expected, found }: Comparison): string {
  const silenced = monitorPairs(expected.monitors, found).pairs.filter((pair) =>
    'monitor' in target
      ? pair.found.key === target.monitor
      : target.tags.every((tag) => tag === '*' || pair.found.tags.includes(tag)),
  );
  const [first] = silenced;
  return silenced.length === 1 && first !== undefined
    ? monitorName(first.expected)
    : counted(silenced.length, 'monitor');
}
