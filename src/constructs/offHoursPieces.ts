import type { Temporal } from 'temporal-polyfill';
import { type ClockChange, clockChanges, isSteady } from '../time/clockChanges';
import { asUtc } from '../time/zoneOffsets';
import { grouped, type IsoWeekday, type OffHours, type OfficeHours, offHours } from './officeHours';

/** The times outside office hours that recur every week; pieces may overlap. */
export interface OffHoursPieces {
  /** Pieces that end when office hours begin, when active alerts notify. */
  readonly telling: readonly OffHours[];
  /** Pieces that end earlier, while one of the others goes on: nothing notifies at their end. */
  readonly silent: readonly OffHours[];
}

/** Length of the morning before office hours, in minutes: clocks that change at night have changed by then. */
const MORNING = 4 * 60;
/** How many minutes before office hours a night ends; no zone moves its clocks by more. */
const MARGIN = 2 * 60;
const DAY = 24 * 60;
/** How far ahead to look: clocks that change at all change within a year. */
const AHEAD = { hours: 400 * 24 };

/**
 * The time outside office hours, in pieces that never last into office hours, whether a
 * duration is counted in elapsed or in wall time. If the clocks never change, each piece is a
 * whole off time. Otherwise a night ends two hours early, and the morning, by which the clocks
 * have changed, is a piece of its own. If the clocks can change on the morning of some day of
 * the week, that day has no morning, and single downtimes hold it.
 * @param from clock changes within about a year of this instant count
 */
export function offHoursPieces(hours: OfficeHours, timeZone: string, from: Temporal.Instant): OffHoursPieces {
  const stretches = offHours(hours);
  const changes = clockChanges(timeZone, { from, until: from.add(AHEAD) });
  if (changes.length === 0) return { telling: stretches, silent: [] };
  const single = stretches.flatMap(({ days, at, length }) =>
    days.map((day) => ({ day, at, minutes: length.total('minutes') })),
  );
  const mornings = single.map(({ day, at, minutes }) => morningOf(day, at, minutes));
  return {
    telling: grouped(mornings.filter((morning) => isAlwaysSteady(morning, timeZone, changes))),
    silent: grouped(
      single
        .filter(({ minutes }) => minutes > MORNING)
        .map(({ minutes, ...night }) => ({ ...night, minutes: minutes - MARGIN })),
    ),
  };
}

interface Piece {
  readonly day: IsoWeekday;
  readonly at: Temporal.PlainTime;
  readonly minutes: number;
}

/** The end of an off time, or all of a short one. */
function morningOf(day: IsoWeekday, at: Temporal.PlainTime, minutes: number): Piece {
  const skipped = Math.max(minutes - MORNING, 0);
  const begins = at.hour * 60 + at.minute + skipped;
  return {
    day: (((day - 1 + Math.floor(begins / DAY)) % 7) + 1) as IsoWeekday,
    at: at.add({ minutes: skipped }),
    minutes: minutes - skipped,
  };
}

function isAlwaysSteady(
  { day, at, minutes }: Piece,
  timeZone: string,
  changes: readonly ClockChange[],
): boolean {
  return changes.every((change) => {
    const date = change.at.toZonedDateTimeISO(timeZone).toPlainDate();
    return [-2, -1, 0, 1].every((days) => {
      const start = date.add({ days }).toPlainDateTime(at);
      return start.dayOfWeek !== day || isSteady(asUtc(start), minutes * 60_000, timeZone);
    });
  });
}
