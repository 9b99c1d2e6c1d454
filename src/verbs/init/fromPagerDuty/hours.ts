import { WEEKDAYS } from '../../../catalog/model/weekday';
import type { Restriction } from '../../../deployment';
import type { HoursText } from '../teamData';

const DAY = 24 * 60;

/**
 * A layer's restrictions as the hours of a rotation: one window of local time, on each of some days.
 * @returns a text that says why the data cannot express them
 */
export function hoursOf(restrictions: readonly Restriction[]): HoursText | undefined | string {
  const [first] = restrictions;
  if (first === undefined) return undefined;
  const windows = restrictions.flatMap(daily);
  const [window] = windows;
  if (
    window === undefined ||
    windows.some(({ from, minutes }) => from !== window.from || minutes !== window.minutes)
  ) {
    return 'hours that are not one window of at most a day, the same on each of its days';
  }
  const begin = minutesOf(first);
  if (begin === undefined || !Number.isInteger(window.minutes)) return 'hours with seconds';
  const days = windows.map(({ day }) => day);
  if (new Set(days).size < days.length) return 'the same hours twice';
  const until = timeText((begin + window.minutes) % DAY);
  const all = days.includes(undefined);
  if (all && days.length > 1) return 'the same hours twice';
  return {
    ...(all || days.length === WEEKDAYS.length
      ? {}
      : { days: WEEKDAYS.filter((_, at) => days.includes(at + 1)) }),
    from: timeText(begin),
    until,
  };
}

interface Window {
  /** ISO weekday on which it begins; undefined for every day. */
  readonly day: number | undefined;
  readonly from: string;
  readonly minutes: number;
}

/** The windows of a restriction, none longer than a day; empty if it cannot be divided into such windows. */
function daily(restriction: Restriction): Window[] {
  const from = restriction.from.toString();
  const minutes = restriction.duration.total('minutes');
  if (restriction.kind === 'daily') return [{ day: undefined, from, minutes }];
  const { dayOfWeek } = restriction;
  if (minutes <= DAY) return [{ day: dayOfWeek, from, minutes }];
  // Several whole days are as many windows of a day each.
  return Array.from({ length: Math.ceil(minutes / DAY) }, (_, at) => ({
    day: ((dayOfWeek - 1 + at) % WEEKDAYS.length) + 1,
    from,
    minutes: Math.min(DAY, minutes - at * DAY),
  }));
}

function minutesOf({ from }: Restriction): number | undefined {
  return from.second === 0 ? from.hour * 60 + from.minute : undefined;
}

function timeText(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
