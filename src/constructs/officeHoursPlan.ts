import type { Temporal } from 'temporal-polyfill';
import { earlier, isBefore, type Span } from '../time/span';
import { offHoursPieces } from './offHoursPieces';
import { firstOffHours, type OffHours } from './officeHours';
import { type OfficeCalendar, offTimes, without } from './offTime';

/** What an office-hours downtime is planned from. */
export interface OfficeHoursRequest extends OfficeCalendar {
  /** The instant that is planned from. */
  readonly asOf: Temporal.Instant;
  /** Until when single downtimes are planned. */
  readonly horizon: Temporal.Instant;
}

/** A piece that recurs, with its first beginning, local. */
export interface RecurringPiece extends OffHours {
  readonly start: Temporal.PlainDateTime;
}

/** A single downtime that holds what no recurring piece holds for certain. */
export interface Bridge extends Span {
  /** Whether it ends when office hours begin. */
  readonly tells: boolean;
}

/** When alerts are held. */
export interface OfficeHoursPlan {
  readonly telling: readonly RecurringPiece[];
  readonly silent: readonly RecurringPiece[];
  /** In order of time. */
  readonly bridges: readonly Bridge[];
}

/**
 * Recurring pieces, which begin with the first whole stretch outside office hours, and
 * bridges for the rest: until the pieces have begun, and where the clocks change in a
 * morning, up to the horizon. A later plan never needs a piece before an earlier one
 * has begun it, so a downtime that exists may keep its beginning.
 */
export function officeHoursPlan(request: OfficeHoursRequest): OfficeHoursPlan {
  const { asOf, horizon, timeZone, officeHours, holidays } = request;
  const { workingWeek, from, until } = officeHours;
  const key = [asOf, horizon, timeZone, ...workingWeek, from, until, ...holidays].join();
  const known = remembered.get(key);
  if (known !== undefined) return known;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const plan = planned(request);
  remembered.set(key, plan);
  return plan;
}

/** Hundreds of pipelines ask for the same plan. */
const remembered = new Map<string, OfficeHoursPlan>();
const MOST_REMEMBERED = 100;

function planned(request: OfficeHoursRequest): OfficeHoursPlan {
  const { asOf, horizon, timeZone, officeHours, holidays } = request;
  const stretches = offTimes(request, asOf, horizon);
  const [first, second] = stretches;
  const next = first?.from.equals(asOf) ? second : first;
  if (next === undefined) throw new Error(`no office hours within a year of ${asOf}`);
  const evening = next.from.toZonedDateTimeISO(timeZone).toPlainDateTime();
  const begin = (piece: OffHours): RecurringPiece => ({
    ...piece,
    start: firstOffHours(piece.days, piece.at, evening),
  });
  const pieces = offHoursPieces(officeHours, timeZone, asOf);
  const [telling, silent] = [pieces.telling.map(begin), pieces.silent.map(begin)];
  const last = stretches.at(-1)?.until ?? horizon;
  const days: Span[] = holidays.map((date) => ({
    from: date.toZonedDateTime(timeZone).toInstant(),
    until: date.add({ days: 1 }).toZonedDateTime(timeZone).toInstant(),
  }));
  const held = [...telling, ...silent].flatMap((piece) => certain(piece, timeZone, last));
  const bridges = stretches.flatMap((stretch) =>
    without(stretch, [...held, ...days]).map((open) => ({
      ...open,
      tells: open.until.equals(stretch.until),
    })),
  );
  return { telling, silent, bridges };
}

/** When a piece holds until a moment, in whichever way its length is counted. */
function certain(
  { days, at, length, start }: RecurringPiece,
  timeZone: string,
  last: Temporal.Instant,
): Span[] {
  const found: Span[] = [];
  for (let day = start; ; day = firstOffHours(days, at, day.add({ days: 1 }))) {
    const begin = day.toZonedDateTime(timeZone);
    const from = begin.toInstant();
    if (!isBefore(from, last)) return found;
    // RFC 5545 leaves out an occurrence whose local time the clocks skip; whether Datadog does is unknown.
    if (!begin.toPlainDateTime().equals(day)) continue;
    const elapsed = from.add(length);
    const wall = day.add(length).toZonedDateTime(timeZone).toInstant();
    found.push({ from, until: earlier(elapsed, wall) });
  }
}
