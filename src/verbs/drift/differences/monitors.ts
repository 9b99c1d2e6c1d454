import type { Monitor, MonitorOptions } from '../../../deployment';
import { shown } from '../../../text/visible';
import type { Comparison } from './comparison';
import { type Difference, difference } from './difference';
import { leftOverDifference, missingDifference, renamedDifference } from './existence';
import { type MonitorPair, monitorName, monitorPairs, withoutThreshold } from './monitorPairs';

/** Monitors: their thresholds, queries, messages, tags and options, and whether they are muted. */
export function monitorDrift({ expected, found }: Comparison): Difference[] {
  const { pairs, missing, leftOver } = monitorPairs(expected.monitors, found);
  const common = { system: 'Datadog', kind: 'monitor' } as const;
  return [
    ...missing.map((monitor) => missingDifference({ ...common, object: monitorName(monitor) })),
    ...pairs.flatMap((pair) => pairDrift(pair, found.muted)),
    ...leftOver.map(({ key, name }) => leftOverDifference({ ...common, object: name }, key)),
  ];
}

function pairDrift({ expected, found }: MonitorPair, muted: readonly string[]): Difference[] {
  const common = {
    system: 'Datadog',
    kind: 'monitor',
    object: monitorName(expected),
    id: found.key,
  } as const;
  const parts = [
    ...thresholdParts(expected, found),
    ...messageParts(expected, found),
    ...tagParts(expected, found),
    ...optionParts(expected, found),
  ];
  const differences = parts.map((part) => difference({ ...common, ...part }));
  if (expected.name !== found.name) {
    differences.unshift(renamedDifference({ ...common, name: expected.name }, found));
  }
  if (muted.includes(found.key)) {
    const text = 'is muted: it tells nobody';
    const wayOut = 'unmute it in Datadog: a deploy leaves it as it is';
    differences.push(difference({ ...common, what: 'muted', text, wayOut }));
  }
  return differences;
}

type Part = Pick<Difference, 'what' | 'expected' | 'found' | 'text'>;

function part(what: Part['what'], label: string, expected: string, found: string): Part[] {
  return expected === found
    ? []
    : [{ what, expected, found, text: `${label} ${found}, the data says ${expected}` }];
}

function thresholdParts(expected: Monitor, found: Monitor): Part[] {
  const [threshold, other] = [expected.thresholds.critical, found.thresholds.critical].map(String);
  const [query, otherQuery] = [expected, found].map(({ query }) => query.trim());
  const sameQuery = withoutThreshold(expected) === withoutThreshold(found);
  return [
    ...part('threshold', 'threshold', threshold ?? '', other ?? ''),
    ...(sameQuery
      ? []
      : [
          {
            what: 'query',
            expected: query ?? '',
            found: otherQuery ?? '',
            text: `another query: ${otherQuery}; the data says: ${query}`,
          } as const,
        ]),
    ...part('query', 'type', typeOf(expected), typeOf(found)),
  ];
}

/** Two names of one type. */
function typeOf({ type }: Monitor): string {
  return type === 'metric alert' ? 'query alert' : type;
}

/** The first line that differs says more than both texts. */
function messageParts(expected: Monitor, found: Monitor): Part[] {
  const [lines, others] = [expected, found].map(({ message }) => message.trim().split('\n'));
  const index = (lines ?? []).findIndex((line, at) => line !== others?.[at]);
  const [line, other] =
    index < 0 ? [undefined, others?.[lines?.length ?? 0]] : [lines?.[index], others?.[index]];
  if (line === undefined && other === undefined) return [];
  const text = (content: string | undefined) => (content === undefined ? 'nothing' : shown(content));
  return [
    {
      what: 'message',
      expected: expected.message.trim(),
      found: found.message.trim(),
      text: `another message: ${text(other)}, the data says ${text(line)}`,
    },
  ];
}

function tagParts(expected: Monitor, found: Monitor): Part[] {
  const lost = expected.tags.filter((tag) => !found.tags.includes(tag));
  const added = found.tags.filter((tag) => !expected.tags.includes(tag));
  if (lost.length === 0 && added.length === 0) return [];
  const words = [
    ...(added.length === 0 ? [] : [`tags added: ${added.map(shown).join(', ')}`]),
    ...(lost.length === 0 ? [] : [`tags taken away: ${lost.map(shown).join(', ')}`]),
  ];
  const text = (tags: readonly string[]) => [...tags].sort().join(', ');
  return [{ what: 'tags', expected: text(expected.tags), found: text(found.tags), text: words.join('; ') }];
}

function optionParts(expected: Monitor, found: Monitor): Part[] {
  const options = (label: string, text: (each: MonitorOptions) => string) =>
    part('options', label, text(expected.options), text(found.options));
  const priority = ({ priority }: Monitor) => (priority === undefined ? 'none' : String(priority));
  return [
    ...part('priority', 'priority', priority(expected), priority(found)),
    ...options('where data is missing:', ({ onMissingData = 'default' }) => onMissingData),
    ...options('resolves without data', ({ timeoutHours }) =>
      timeoutHours === undefined ? 'never' : `after ${timeoutHours} hours`,
    ),
    ...options('needs a full window:', ({ requireFullWindow }) => (requireFullWindow ? 'yes' : 'no')),
    ...options('tells again', ({ renotify }) => renotifyText(renotify)),
  ];
}

function renotifyText(renotify: MonitorOptions['renotify']): string {
  if (renotify === undefined) return 'never';
  const { intervalMinutes, statuses, occurrences, message } = renotify;
  return [
    `every ${intervalMinutes} minutes`,
    ...(statuses === undefined ? [] : [`in ${[...statuses].sort().join(', ')}`]),
    ...(occurrences === undefined ? [] : [`${occurrences} times`]),
    ...(message === undefined ? [] : [`with ${shown(message)}`]),
  ].join(' ');
}
