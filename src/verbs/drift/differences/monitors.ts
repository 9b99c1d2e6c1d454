import type { Monitor, MonitorOptions } from '../../../deployment';
import { sameType } from '../../../query';
import { differing } from '../../../text/differing';
import { shown } from '../../../text/visible';
import type { Comparison } from './comparison';
import { changed, type Difference, difference } from './difference';
import { leftOverDifference, missingDifference, renamedDifference } from './existence';
import { type MonitorPair, monitorName, monitorPairs, withoutThreshold } from './monitorPairs';

/** Differences in thresholds, queries, messages, tags and options of monitors, and mutes. */
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
    const text = 'is muted: it notifies nobody';
    const wayOut = 'unmute it in Datadog; a deploy does not change it';
    differences.push(difference({ ...common, what: 'muted', text, wayOut }));
  }
  return differences;
}

type Part = Pick<Difference, 'what' | 'expected' | 'found' | 'text' | 'change'>;

function part(what: Part['what'], label: string, expected: string, found: string): Part[] {
  return expected === found ? [] : [{ what, expected, found, ...changed(label, found, expected) }];
}

function thresholdParts(expected: Monitor, found: Monitor): Part[] {
  const [threshold, other] = [expected.thresholds.critical, found.thresholds.critical].map(String);
  const sameQuery = withoutThreshold(expected) === withoutThreshold(found);
  return [
    ...part('threshold', 'threshold', threshold ?? '', other ?? ''),
    ...(sameQuery ? [] : part('query', 'query', expected.query.trim(), found.query.trim())),
    ...part('query', 'type', sameType(expected.type), sameType(found.type)),
  ];
}

/** Shows the first line that differs, from a little before the difference, rather than both messages. */
function messageParts(expected: Monitor, found: Monitor): Part[] {
  const [lines, others] = [expected, found].map(({ message }) => message.trim().split('\n'));
  const index = (lines ?? []).findIndex((line, at) => line !== others?.[at]);
  const [line, other] =
    index < 0 ? [undefined, others?.[lines?.length ?? 0]] : [lines?.[index], others?.[index]];
  if (line === undefined && other === undefined) return [];
  const [wanted, is] = line === undefined || other === undefined ? [line, other] : differing(line, other);
  const text = (content: string | undefined) => (content === undefined ? 'nothing' : shown(content));
  return [
    {
      what: 'message',
      expected: expected.message.trim(),
      found: found.message.trim(),
      ...changed('message', text(is), text(wanted)),
    },
  ];
}

function tagParts(expected: Monitor, found: Monitor): Part[] {
  const lost = expected.tags.filter((tag) => !found.tags.includes(tag));
  const added = found.tags.filter((tag) => !expected.tags.includes(tag));
  if (lost.length === 0 && added.length === 0) return [];
  const words = [
    ...(added.length === 0 ? [] : [`additional tags: ${added.map(shown).join(', ')}`]),
    ...(lost.length === 0 ? [] : [`missing tags: ${lost.map(shown).join(', ')}`]),
  ];
  const list = (tags: readonly string[]) => [...tags].sort().join(', ');
  const lists = { found: list(found.tags), expected: list(expected.tags) };
  return [{ what: 'tags', ...lists, text: words.join('; '), change: { label: 'tags', ...lists } }];
}

function optionParts(expected: Monitor, found: Monitor): Part[] {
  const options = (label: string, text: (each: MonitorOptions) => string) =>
    part('options', label, text(expected.options), text(found.options));
  const priority = ({ priority }: Monitor) => (priority === undefined ? 'none' : String(priority));
  return [
    ...part('priority', 'priority', priority(expected), priority(found)),
    ...options('on missing data', ({ onMissingData = 'default' }) => onMissingData),
    ...options('resolves without data', ({ timeoutHours }) =>
      timeoutHours === undefined ? 'never' : `after ${timeoutHours} hours`,
    ),
    ...options('requires a full window', ({ requireFullWindow }) => (requireFullWindow ? 'yes' : 'no')),
    ...options('renotifies', ({ renotify }) => renotifyText(renotify)),
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
