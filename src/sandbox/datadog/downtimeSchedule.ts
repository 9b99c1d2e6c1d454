import { Temporal } from 'temporal-polyfill';
import { isTimeZone } from './body';
import type { ScheduleBody } from './downtimeBody';
import { timestamp } from './identity';
import { recurrenceRule } from './recurrenceRule';
import { badRequest } from './refusal';
import type { DdDowntime, DdOneTime, DdRecurrence, DdRecurring } from './state';

type Schedule = DdDowntime['schedule'];

/** Datadog's own limit. */
const MOST_RECURRENCES = 5;

/** A text known from Datadog's own tools; that Datadog also uses it for a start is an assumption. */
const IN_THE_PAST = 'Downtime cannot be scheduled in the past';

/**
 * A schedule as it is kept. A start that was left out becomes now; one in the past is refused,
 * unless it is the downtime's present one.
 * @throws Refusal 400
 */
export function checkedSchedule(
  body: ScheduleBody | null | undefined,
  now: Temporal.Instant,
  before?: Schedule,
): Schedule {
  const { recurrences, timezone, start, end } = body ?? {};
  if (recurrences === undefined) return oneTime({ start, end }, now, before);
  if (start !== undefined || end !== undefined) {
    throw badRequest("Additional properties are not allowed ('recurrences' was unexpected)");
  }
  const zone = timezone || 'UTC';
  if (!isTimeZone(zone)) throw badRequest(`Invalid timezone: ${zone}`);
  if (recurrences.length === 0 || recurrences.length > MOST_RECURRENCES) {
    throw badRequest(`A downtime has 1 to ${MOST_RECURRENCES} recurrences, not ${recurrences.length}`);
  }
  const known = before !== undefined && 'recurrences' in before ? before : undefined;
  return { timezone: zone, recurrences: recurrences.map((each) => recurrence(each, zone, now, known)) };
}

function oneTime(
  { start, end }: { start: string | null | undefined; end: string | null | undefined },
  now: Temporal.Instant,
  before: Schedule | undefined,
): DdOneTime {
  const from = start == null ? now : instant(start);
  const until = end == null ? undefined : instant(end);
  const isKnown = before !== undefined && 'start' in before && instant(before.start).equals(from);
  if (!isKnown && Temporal.Instant.compare(from, now) < 0) throw badRequest(IN_THE_PAST);
  if (until !== undefined && Temporal.Instant.compare(until, now) <= 0) throw badRequest(IN_THE_PAST);
  if (until !== undefined && Temporal.Instant.compare(until, from) <= 0) {
    throw badRequest('Downtime end must be after its start');
  }
  return {
    start: start == null ? timestamp(now) : offsetText(from),
    end: until === undefined ? null : offsetText(until),
  };
}

function recurrence(
  { start, duration, rrule }: NonNullable<ScheduleBody['recurrences']>[number],
  zone: string,
  now: Temporal.Instant,
  before: DdRecurring | undefined,
): DdRecurrence {
  if (!/^[1-9]\d*[mhdw]$/.test(duration)) throw badRequest(`Invalid duration: ${duration}`);
  recurrenceRule(rrule);
  if (start == null) {
    const local = now.toZonedDateTimeISO(zone).toPlainDateTime();
    return { start: local.toString({ smallestUnit: 'second' }), duration, rrule };
  }
  const begins = localTime(start).toZonedDateTime(zone).toInstant();
  const isKnown =
    before?.timezone === zone && before.recurrences.some((each) => each.start === start) === true;
  if (!isKnown && Temporal.Instant.compare(begins, now) < 0) throw badRequest(IN_THE_PAST);
  return { start, duration, rrule };
}

function localTime(text: string): Temporal.PlainDateTime {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(text)) throw badRequest(`Invalid start: ${text}`);
  try {
    return Temporal.PlainDateTime.from(text);
  } catch {
    throw badRequest(`Invalid start: ${text}`);
  }
}

function instant(text: string): Temporal.Instant {
  try {
    return Temporal.Instant.from(text);
  } catch {
    throw badRequest(`'${text}' is not a 'date-time'`);
  }
}

/** An instant as Datadog returns a one-time start or end, e.g. `2026-12-24T16:00:00+00:00`. */
export function offsetText(at: Temporal.Instant): string {
  return at.toString({ smallestUnit: 'second' }).replace('Z', '+00:00');
}
