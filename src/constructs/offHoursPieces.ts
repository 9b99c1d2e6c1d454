import { Temporal } from 'temporal-polyfill';
import { clockChanges, isSteady } from './clockChanges';
import { grouped, type IsoWeekday, type OffHours, type OfficeHours, offHours } from './officeHours';

/** What recurs every week outside office hours; two pieces may overlap. */
export interface OffHoursPieces {
  /** Those that end when office hours begin, where what is still broken is told. */
  readonly telling: readonly OffHours[];
  /** Those that end before, while one of the others holds on: nothing is told at their end. */
  readonly silent: readonly OffHours[];
}

/** The last minutes before office hours: they begin when the clocks have changed, if they change that night. */
const MORNING = 4 * 60;
/** How long before office hours a night ends: no zone moves its clocks by more. */
const MARGIN = 2 * 60;
const DAY = 24 * 60;

/**
 * The time outside office hours in pieces that never last into office hours, whether a
 * duration is counted in elapsed or in wall time. Where clocks do not change it is whole
 * stretches. Where they do, a night ends two hours early and the morning, in which the
 * clocks have changed already, is a piece of its own; a morning in which they do change
 * is left out on that day of the week, for single downtimes to hold.
 * @param from clock changes of about a year from then on count
 */
export function offHoursPieces(hours: OfficeHours, timeZone: string, from: Temporal.Instant): OffHoursPieces {
  const stretches = offHours(hours);
  const changes = clockChanges(timeZone, from);
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

/** The end of a stretch; all of a short one. */
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
  changes: readonly Temporal.Instant[],
): boolean {
  const length = Temporal.Duration.from({ minutes });
  return changes.every((change) => {
    const date = change.toZonedDateTimeISO(timeZone).toPlainDate();
    return [-2, -1, 0, 1].every((days) => {
      const start = date.add({ days }).toPlainDateTime(at);
      return start.dayOfWeek !== day || isSteady(start, length, timeZone);
    });
  });
}
