import { Temporal } from 'temporal-polyfill';
import { type Office, WEEKDAYS } from '../../catalog';
import { daysOff, isBefore, type Span } from '../../roster';

/** A local night, which belongs to the day it begins on. */
const NIGHT = { from: Temporal.PlainTime.from('22:00'), until: Temporal.PlainTime.from('06:00') };

/** The nights, weekend days and holidays that somebody's time on call touches. */
export interface TouchedDays {
  readonly nights: number;
  readonly weekendDays: number;
  readonly holidays: number;
}

/**
 * Counts the nights and days of somebody's office that time on call touches, each once; merely
 * adjoining is not touching.
 */
export function touchedDays(office: Office, times: readonly Span[]): TouchedDays {
  const { timeZone, workingWeek } = office;
  const off = new Set(daysOff(office).map(({ date }) => date.toString()));
  const [nights, days] = [new Set<string>(), new Map<string, Temporal.PlainDate>()];
  for (const { from, until } of times) {
    const last = until.subtract({ nanoseconds: 1 }).toZonedDateTimeISO(timeZone).toPlainDate();
    const first = from.toZonedDateTimeISO(timeZone).toPlainDate();
    // The night that began the day before may still be running.
    for (let date = first.subtract({ days: 1 }); !isAfter(date, last); date = date.add({ days: 1 })) {
      if (!isAfter(first, date)) days.set(date.toString(), date);
      const night = nightOf(date, timeZone);
      if (isBefore(from, night.until) && isBefore(night.from, until)) nights.add(date.toString());
    }
  }
  const isWeekend = ({ dayOfWeek }: Temporal.PlainDate) =>
    !workingWeek.some((weekday) => weekday === WEEKDAYS[dayOfWeek - 1]);
  return {
    nights: nights.size,
    weekendDays: [...days.values()].filter(isWeekend).length,
    holidays: [...days.keys()].filter((date) => off.has(date)).length,
  };
}

function nightOf(date: Temporal.PlainDate, timeZone: string): Span {
  return {
    from: date.toZonedDateTime({ timeZone, plainTime: NIGHT.from }).toInstant(),
    until: date.add({ days: 1 }).toZonedDateTime({ timeZone, plainTime: NIGHT.until }).toInstant(),
  };
}

function isAfter(a: Temporal.PlainDate, b: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(a, b) > 0;
}
