import { Temporal } from 'temporal-polyfill';
import { shown } from '../../../text/visible';
import { timeText } from '../../../time/localTime';
import { nameIn } from './kinds';
import { type Leaves, leavesOf, SECRET, UNKNOWN } from './leaves';
import type { PlanView } from './planView';
import type { Attributes, PlannedChange } from './stackPlan';

/** Longer texts, in characters, are not shown: a message or a catalog entry is read in the pull request. */
const LONGEST = 60;

/** Labels of paths; `$1` is a number, counted from 1. */
const LABELS: readonly (readonly [path: RegExp, label: string])[] = [
  [/^rule\.(\d+)\.escalation_delay_in_minutes$/, 'level $1 waits, in minutes'],
  [/^rule\.(\d+)\.target\.\d+\.id$/, 'level $1 pages'],
  [/^num_loops$/, 'rounds after the first'],
  [/^monitor_thresholds\.\d+\.critical$/, 'threshold'],
  [/^auto_resolve_timeout$/, 'resolves by itself after, in seconds'],
  [/^acknowledgement_timeout$/, 'pages again after, in seconds'],
  [/^incident_urgency_rule\.\d+\.urgency$/, 'urgency'],
  [/^one_time_schedule(\.\d+)?\.start$/, 'from'],
  [/^one_time_schedule(\.\d+)?\.end$/, 'until'],
  [/^recurring_schedule(\.\d+)?\.recurrence\.\d+\.(start|duration|rrule)$/, 'recurrence'],
  [/^user_id$/, 'person'],
  [/^tags\.\d+$/, 'tag'],
];
/** Paths that are left out: what each target is follows from its id. */
const SILENT = /^rule\.\d+\.target\.\d+\.type$/;

/** What changes about an object, one line each; neither vendors' ids nor secrets are shown. */
export function fieldLines(change: PlannedChange, wanted: Attributes | undefined, view: PlanView): string[] {
  const { before, after, unknown, secret } = change;
  const [was, becomes] = [
    leavesOf(before, wanted, { secret: secret.slice(0, 1) }),
    leavesOf(after, wanted, { unknown, secret: secret.slice(1) }),
  ];
  const [tags, others] = partition(changedPaths(was, becomes), (path) => path.startsWith('tags.'));
  const lines = others
    .filter((path) => !SILENT.test(path))
    .map((path) => fieldLine(path, was.get(path), becomes.get(path), view));
  return [...new Set([...lines, ...(tags.length === 0 ? [] : tagLines(was, becomes))])];
}

function changedPaths(was: Leaves, becomes: Leaves): string[] {
  const paths = [...new Set([...was.keys(), ...becomes.keys()])];
  return paths.filter((path) => was.get(path) !== becomes.get(path));
}

function fieldLine(path: string, was: unknown, becomes: unknown, view: PlanView): string {
  const label = labelOf(path);
  if ([was, becomes].some((value) => value === SECRET || isLong(value))) return `${label} changes`;
  if (becomes === UNKNOWN) return `${label}: known after the deploy`;
  const [old, next] = [was, becomes].map((value) =>
    value === undefined ? undefined : valueText(value, view),
  );
  if (old === undefined) return `${label}: ${next}`;
  return `${label}: ${old} -> ${next ?? 'none'}`;
}

/** Sets have no order: a new tag would shift the positions of the others. */
function tagLines(was: Leaves, becomes: Leaves): string[] {
  const [old, next] = [was, becomes].map((leaves) =>
    [...leaves].filter(([path]) => path.startsWith('tags.')).map(([, value]) => value),
  ) as [unknown[], unknown[]];
  const [gone, added] = [old.filter((tag) => !next.includes(tag)), next.filter((tag) => !old.includes(tag))];
  return [
    ...(added.length === 0 ? [] : [`tags added: ${added.map(shown).join(', ')}`]),
    ...(gone.length === 0 ? [] : [`tags removed: ${gone.map(shown).join(', ')}`]),
  ];
}

function labelOf(path: string): string {
  for (const [pattern, label] of LABELS) {
    const found = pattern.exec(path);
    if (found !== null) return label.replace('$1', String(Number(found[1]) + 1));
  }
  return path.replace(/\.\d+(?=\.|$)/g, '').replaceAll(/[._]/g, ' ');
}

function isLong(value: unknown): boolean {
  return typeof value === 'string' && (value.length > LONGEST || value.includes('\n'));
}

/** A value for people: an id as the name of what it stands for, an instant in local time. */
function valueText(value: unknown, { known, people, timeZone }: PlanView): string {
  if (typeof value !== 'string') return shown(value);
  const object = known.get(value);
  if (object !== undefined) {
    const { email } = object.values;
    const person = typeof email === 'string' ? people.knownName(email) : undefined;
    return shown(person ?? nameIn(object.values) ?? object.address).replace(/^"(.*)"$/, '$1');
  }
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.test(value)) {
    return timeText(Temporal.Instant.from(value), timeZone);
  }
  return shown(value).replace(/^"(.*)"$/, '$1');
}

function partition<T>(all: readonly T[], isFirst: (each: T) => boolean): [T[], T[]] {
  return [all.filter(isFirst), all.filter((each) => !isFirst(each))];
}
