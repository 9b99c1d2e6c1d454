import { Temporal } from 'temporal-polyfill';
import type { Downtime, DowntimeOnce, DowntimeRecurring, Recurrence } from '../../../deployment';
import { rangeText, timeText } from '../../../time/localTime';
import { isBefore } from '../../../time/span';
import { lengthText, secondsOf } from './lengthText';

type Time = Downtime['time'];

/**
 * Compares the times of two downtimes from now on. The past beginning of a recurrence or of
 * a downtime in progress does not matter.
 * @returns both times in a form that programs can compare; undefined if they are the same
 */
export function timeDifference(
  expected: Time,
  found: Time,
  now: Temporal.Instant,
): { readonly expected: string; readonly found: string } | undefined {
  const begins = expected.kind === 'recurring' ? firstOf(expected) : undefined;
  const [one, other] = [form(expected, now, begins), form(found, now, begins)];
  return one === other ? undefined : { expected: one, found: other };
}

/**
 * The times of a downtime in words.
 * @example
 * timeWords(recurring, zone) // 'Mon, Tue, Wed, Thu 18:00 for 15 h and Fri 18:00 for 63 h'
 */
export function timeWords(time: Time, timeZone: string): string {
  if (time.kind === 'once') {
    const { from, until } = time;
    return from === undefined ? `now to ${timeText(until, timeZone)}` : rangeText({ from, until }, timeZone);
  }
  return time.recurrences.map(recurrenceWords).join(' and ');
}

/** The part of a downtime's time that matters after now, as comparable text. */
function form(time: Time, now: Temporal.Instant, begins: Temporal.PlainDateTime | undefined): string {
  return time.kind === 'once' ? onceForm(time, now) : recurringForm(time, now, begins);
}

/** Datadog goes by its own clock, so a downtime that begins within a minute has begun. */
function onceForm({ from, until }: DowntimeOnce, now: Temporal.Instant): string {
  const hasBegun = from === undefined || !isBefore(now.add({ minutes: 1 }), from);
  return `${hasBegun ? 'now' : from} to ${until}`;
}

/** A recurrence that begins more than a week from now, and after the data's, does not silence yet. */
function recurringForm(
  { timeZone, recurrences }: DowntimeRecurring,
  now: Temporal.Instant,
  begins: Temporal.PlainDateTime | undefined,
): string {
  const today = now.toZonedDateTimeISO(timeZone).toPlainDateTime();
  const weekAhead = today.add({ days: 8 });
  const texts = recurrences.map(({ start, duration, rrule }) => {
    const late =
      begins !== undefined &&
      Temporal.PlainDateTime.compare(start, weekAhead) > 0 &&
      Temporal.PlainDateTime.compare(start, begins.add({ days: 8 })) > 0;
    const from = late ? ` from ${start.toPlainDate()}` : '';
    return `${rrule} at ${start.toPlainTime()} for ${secondsOf(duration)} s${from}`;
  });
  return `${timeZone}: ${texts.sort().join('; ')}`;
}

function firstOf({ recurrences }: DowntimeRecurring): Temporal.PlainDateTime | undefined {
  return recurrences.map(({ start }) => start).sort(Temporal.PlainDateTime.compare)[0];
}

const DAYS: Readonly<Record<string, string>> = {
  MO: 'Mon',
  TU: 'Tue',
  WE: 'Wed',
  TH: 'Thu',
  FR: 'Fri',
  SA: 'Sat',
  SU: 'Sun',
};

function recurrenceWords({ start, duration, rrule }: Recurrence): string {
  const [, days] = /^FREQ=WEEKLY(?:;INTERVAL=1)?;BYDAY=([A-Z,]+)$/.exec(rrule) ?? [];
  const named = days?.split(',').map((day) => DAYS[day] ?? day);
  const time = start.toPlainTime().toString({ smallestUnit: 'minute' });
  return `${named === undefined ? rrule : named.join(', ')} ${time} for ${hoursText(duration)}`;
}

/** In hours, like the data: a weekend is 63 hours rather than two and a half days. */
function hoursText(duration: Temporal.Duration): string {
  const seconds = secondsOf(duration);
  return seconds % 3_600 === 0 ? `${seconds / 3_600} h` : lengthText(duration);
}
