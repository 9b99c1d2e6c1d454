import { Temporal } from 'temporal-polyfill';
import type { Layer, Schedule } from '../../../deployment';
import { emailKey } from '../../../text/email';
import { shown } from '../../../text/visible';
import { rangeText, shortTimeText } from '../../../time/localTime';
import type { Comparison } from './comparison';
import { type Difference, difference } from './difference';
import { type OnDutyDifference, onDutyDifferences } from './onDutySpans';
import { withoutAgreed } from './overridden';

/** Who is on duty from now to the horizon where no override makes up for it, and layers that change nothing of it yet. */
export function scheduleDrift(comparison: Comparison): Difference[] {
  return comparison.schedules.pairs.flatMap(({ expected, object, found }) => {
    if (found === undefined) return [];
    const common = {
      system: 'PagerDuty',
      kind: 'schedule',
      object: expected.name,
      id: object.key,
    } as const;
    const { now, horizon, overridden } = comparison;
    const all = onDutyDifferences(expected, found, { from: now, until: horizon });
    const overrides = overridden.get(object.key);
    const left = overrides === undefined ? all : withoutAgreed(all, overrides);
    const watches = left.map((span) => difference({ ...common, ...watchPart(span, comparison) }));
    const others = otherDrift(expected, found, comparison, all.length === 0);
    return [...watches, ...others.map((each) => difference({ ...common, ...each }))];
  });
}

type Part = Pick<Difference, 'what' | 'from' | 'until' | 'expected' | 'found' | 'text'>;

function watchPart(span: OnDutyDifference, { people, timeZone }: Comparison): Part {
  return {
    what: 'on-duty',
    from: span.from,
    until: span.until,
    ...(span.expected === undefined ? {} : { expected: people.id(span.expected) }),
    ...(span.found === undefined ? {} : { found: people.id(span.found) }),
    text: `${rangeText(span, timeZone)}: ${people.name(span.found)}, the data says ${people.name(span.expected)}`,
  };
}

function otherDrift(
  expected: Schedule,
  found: Schedule,
  { now, horizon, timeZone }: Comparison,
  pagesTheSame: boolean,
): Part[] {
  const parts: Part[] = [];
  if (expected.timeZone !== found.timeZone) {
    parts.push({
      what: 'time-zone',
      expected: expected.timeZone,
      found: found.timeZone,
      text: `time zone ${found.timeZone}, the data says ${expected.timeZone}`,
    });
  }
  const [planned, there] = [expected, found].map((each) => standing(each, now));
  if (pagesTheSame && JSON.stringify(planned) !== JSON.stringify(there)) {
    const until = shortTimeText(horizon, timeZone, now);
    parts.push({
      what: 'layers',
      expected: layerNames(expected, now),
      found: layerNames(found, now),
      text: `other layers (${layerNames(found, now)}), the data says ${layerNames(expected, now)}; nobody else is on duty up to ${until}`,
    });
  }
  return parts;
}

/** The layers that may still stand, without names, and as if they began now at the earliest. */
function standing(schedule: Schedule, now: Temporal.Instant): object[] {
  return current(schedule, now).map(({ name: _, users, start, ...layer }) => ({
    ...layer,
    start: Temporal.Instant.compare(start, now) < 0 ? now : start,
    users: users.map(emailKey),
  }));
}

function current({ layers }: Schedule, now: Temporal.Instant): Layer[] {
  return layers.filter(({ end }) => end === undefined || Temporal.Instant.compare(end, now) > 0);
}

function layerNames(schedule: Schedule, now: Temporal.Instant): string {
  const names = current(schedule, now).map(({ name }) => shown(name ?? 'without a name'));
  return names.length === 0 ? 'none' : names.join(', ');
}
