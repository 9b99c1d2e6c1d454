import type { Temporal } from 'temporal-polyfill';
import type { Layer, Schedule } from '../../../deployment';
import { emailKey } from '../../../text/email';
import { shown } from '../../../text/visible';
import { rangeText, shortTimeText } from '../../../time/localTime';
import { isBefore, later } from '../../../time/span';
import type { Comparison } from './comparison';
import { changed, type Difference, difference } from './difference';
import { type OnDutyDifference, onDutyDifferences } from './onDutySpans';
import { withoutAgreed } from './overridden';

/** Who is on call from now to the horizon, overrides considered, and layers that make no difference yet. */
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
    const shifts = left.map((span) => difference({ ...common, ...shiftPart(span, comparison) }));
    const others = otherDrift(expected, found, comparison, all.length === 0);
    return [...shifts, ...others.map((each) => difference({ ...common, ...each }))];
  });
}

type Part = Pick<Difference, 'what' | 'from' | 'until' | 'expected' | 'found' | 'text' | 'change'>;

function shiftPart(span: OnDutyDifference, { people, timeZone }: Comparison): Part {
  return {
    what: 'on-duty',
    from: span.from,
    until: span.until,
    ...(span.expected === undefined ? {} : { expected: people.id(span.expected) }),
    ...(span.found === undefined ? {} : { found: people.id(span.found) }),
    ...changed(rangeText(span, timeZone), people.name(span.found), people.name(span.expected)),
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
      ...changed('time zone', found.timeZone, expected.timeZone),
    });
  }
  const [planned, there] = [expected, found].map((each) => standing(each, now));
  if (pagesTheSame && JSON.stringify(planned) !== JSON.stringify(there)) {
    const until = shortTimeText(horizon, timeZone, now);
    const names = { expected: layerNames(expected, now), found: layerNames(found, now) };
    const { text, change } = changed('layers', names.found, names.expected);
    const same = `the same people are on call until ${until}`;
    parts.push({ what: 'layers', ...names, text: `${text}; ${same}`, change });
  }
  return parts;
}

/** The layers that have not ended, without names, and as if they began now at the earliest. */
function standing(schedule: Schedule, now: Temporal.Instant): object[] {
  return current(schedule, now).map(({ name: _, users, start, ...layer }) => ({
    ...layer,
    start: later(start, now),
    users: users.map(emailKey),
  }));
}

function current({ layers }: Schedule, now: Temporal.Instant): Layer[] {
  return layers.filter(({ end }) => end === undefined || isBefore(now, end));
}

function layerNames(schedule: Schedule, now: Temporal.Instant): string {
  const names = current(schedule, now).map(({ name }) => shown(name ?? 'without a name'));
  return names.length === 0 ? 'none' : names.join(', ');
}
