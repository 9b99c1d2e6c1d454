import { Temporal } from 'temporal-polyfill';
import { type IsoWeekday, OfficeHoursDowntime } from '../../src/constructs';
import { type Downtime, readTerraformJson } from '../../src/deployment';
import { type Counting, mutesOf, type Span } from '../../src/rehearsal';
import { monitor } from '../rehearsal/monitor/fixture';
import { synthesized } from './synthesized';

/** An office, and an instant that is planned from. */
export interface Office {
  readonly timeZone: string;
  readonly week: readonly IsoWeekday[];
  readonly from: string;
  readonly until: string;
  readonly holidays: readonly string[];
}

export const WAYS: readonly Counting[] = ['elapsed', 'wall-clock'];

/** The downtimes that a plan makes, as the rehearsal reads them. */
export function plannedDowntimes(office: Office, asOf: Temporal.Instant, days = 84): readonly Downtime[] {
  const { timeZone, week, from, until, holidays } = office;
  const json = synthesized((stack) => {
    new OfficeHoursDowntime(stack, 'hours', {
      monitorTags: ['pipeline:growth'],
      officeHours: {
        workingWeek: week,
        from: Temporal.PlainTime.from(from),
        until: Temporal.PlainTime.from(until),
      },
      timeZone,
      holidays: holidays.map((date) => Temporal.PlainDate.from(date)),
      asOf,
      horizon: asOf.add({ hours: 24 * days }),
    });
  });
  return readTerraformJson([json]).downtimes;
}

/** Of two deploys, the recurring downtimes of the first, which stay, and the single ones of the second. */
export function afterBoth(first: readonly Downtime[], second: readonly Downtime[]): Downtime[] {
  return [
    ...first.filter(({ time }) => time.kind === 'recurring'),
    ...second.filter(({ time }) => time.kind === 'once'),
  ];
}

/** Office hours by the office's own clock, day by day. */
function officeHoursOf({ timeZone, week, from, until, holidays }: Office, span: Span): Span[] {
  const found: Span[] = [];
  const last = span.until.toZonedDateTimeISO(timeZone).toPlainDate();
  let date = span.from.toZonedDateTimeISO(timeZone).toPlainDate().subtract({ days: 1 });
  for (; Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) {
    if (!week.includes(date.dayOfWeek as IsoWeekday) || holidays.includes(date.toString())) continue;
    const [begin, end] = [from, until].map((time) => reached(date, time, timeZone));
    if (begin && end && Temporal.Instant.compare(begin, end) < 0) found.push({ from: begin, until: end });
  }
  return found;
}

/** The first minute of a day at which the clock on the wall shows a time or has passed it, found by looking. */
function reached(date: Temporal.PlainDate, time: string, timeZone: string): Temporal.Instant {
  const wanted = date.toPlainDateTime(Temporal.PlainTime.from(time));
  const isReached = (instant: Temporal.Instant) =>
    Temporal.PlainDateTime.compare(instant.toZonedDateTimeISO(timeZone).toPlainDateTime(), wanted) >= 0;
  let at = wanted.toZonedDateTime(timeZone).toInstant();
  while (isReached(at.subtract({ minutes: 1 }))) at = at.subtract({ minutes: 1 });
  return at;
}

/**
 * Minutes of the span, as text, at which alerts are held in office hours or not held outside
 * of them: of those at every edge, before it and after it, in both ways of counting.
 */
export function wrongMinutes(office: Office, downtimes: readonly Downtime[], span: Span): string[] {
  const open = officeHoursOf(office, span).map(minutesOf);
  const [first, last] = minutesOf(span);
  return WAYS.flatMap((counting) => {
    const mutes = mutesOf(monitor(), downtimes, span, counting).map(minutesOf);
    const edges = [[first], ...open, ...mutes].flat();
    const minutes = new Set(edges.flatMap((edge) => [edge - 1, edge, edge + 1]));
    return [...minutes]
      .sort((a, b) => a - b)
      .filter((at) => first <= at && at < last && isIn(open, at) === isIn(mutes, at))
      .map((at) => {
        const local = Temporal.Instant.fromEpochMilliseconds(at * 60_000).toZonedDateTimeISO(office.timeZone);
        return `${local} ${isIn(mutes, at) ? 'held' : 'not held'} by ${counting}`;
      });
  });
}

function minutesOf({ from, until }: Span): [from: number, until: number] {
  return [from.epochMilliseconds / 60_000, until.epochMilliseconds / 60_000];
}

function isIn(spans: readonly [number, number][], at: number): boolean {
  return spans.some(([from, until]) => from <= at && at < until);
}
