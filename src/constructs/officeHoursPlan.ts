import { Temporal } from 'temporal-polyfill';
import { wholeDay } from '../time/localDay';
import { without } from '../time/pieces';
import type { Span } from '../time/span';
import { asUtc, zoneOffsets } from '../time/zoneOffsets';
import { offHoursPieces } from './offHoursPieces';
import { firstOffHours, type OffHours } from './officeHours';
import { type OfficeCalendar, offTimes } from './offTime';

/** The input of an office-hours plan. */
export interface OfficeHoursRequest extends OfficeCalendar {
  /** The instant that is planned from. */
  readonly asOf: Temporal.Instant;
  /** Until when single downtimes are planned. */
  readonly horizon: Temporal.Instant;
}

/** A piece that recurs. */
export interface RecurringPiece extends OffHours {
  /** Its first beginning, local. */
  readonly start: Temporal.PlainDateTime;
}

/** A single downtime for a time that no recurring piece holds for certain. */
export interface Bridge extends Span {
  /** Whether it ends when office hours begin, so that active alerts notify. */
  readonly tells: boolean;
}

/** When alerts are held. */
export interface OfficeHoursPlan {
  /** Pieces at whose end active alerts notify. */
  readonly telling: readonly RecurringPiece[];
  /** Pieces at whose end nothing notifies. */
  readonly silent: readonly RecurringPiece[];
  /** In order of time. */
  readonly bridges: readonly Bridge[];
}

/**
 * Plans recurring pieces, which begin with the first whole off time, and bridges for the rest:
 * until the pieces have begun, and for clock changes in a morning or at a beginning, up to the
 * horizon. No plan needs a piece earlier than an earlier plan began it, so a downtime that
 * exists may keep its start.
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

/** Plans by their input, because hundreds of pipelines share one. */
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
  const days = holidays.map((date) => wholeDay(date, timeZone));
  const held = [...telling, ...silent].flatMap((piece) => certain(piece, timeZone, last));
  const bridges = stretches.flatMap((stretch) =>
    without(stretch, [...held, ...days]).map((open) => ({
      ...open,
      tells: open.until.equals(stretch.until),
    })),
  );
  return { telling, silent, bridges };
}

/** The times up to an instant in which a piece holds, whichever way its length is counted. */
function certain(
  { days, at, length, start }: RecurringPiece,
  timeZone: string,
  last: Temporal.Instant,
): Span[] {
  const zone = zoneOffsets(timeZone);
  const milliseconds = length.total('milliseconds');
  const found: Span[] = [];
  for (let day = start; ; day = firstOffHours(days, at, day.add({ days: 1 }))) {
    const begin = asUtc(day);
    const from = zone.compatibleInstantOf(begin);
    if (last.epochMilliseconds <= from) return found;
    // RFC 5545 leaves out an occurrence whose local time the clocks skip; whether Datadog does is unknown.
    if (zone.localOf(from) !== begin) continue;
    const until = Math.min(from + milliseconds, zone.compatibleInstantOf(begin + milliseconds));
    found.push({
      from: Temporal.Instant.fromEpochMilliseconds(from),
      until: Temporal.Instant.fromEpochMilliseconds(until),
    });
  }
}
