import { Temporal } from 'temporal-polyfill';
import { common, joined, overlaid, type Seconds, type Shift, united } from './spans';
import type { PdLayer, PdOverride, PdRestriction, PdSchedule } from './state';
import { epochSeconds, second } from './times';

/**
 * Who is on call in a window, as PagerDuty computes it: the last active layer wins, and
 * overrides win over all layers, newest first. If nobody is on call there is a gap.
 */
export function finalShifts(
  schedule: Pick<PdSchedule, 'layers' | 'time_zone'>,
  overrides: readonly PdOverride[],
  window: Seconds,
): Shift[] {
  const layers = schedule.layers.map((layer) => layerShifts(layer, schedule.time_zone, window));
  return [...layers, ...overrides.map((override) => overrideShifts([override], window))].reduce(overlaid, []);
}

/** The overrides alone; where they overlap, the newest wins. */
export function overrideShifts(overrides: readonly PdOverride[], window: Seconds): Shift[] {
  return overrides
    .map(({ user, start, end }) => common({ user, from: second(start), until: second(end) }, window))
    .map((shift) => (shift === undefined ? [] : [shift]))
    .reduce<Shift[]>(overlaid, []);
}

/**
 * One layer alone. Turns are counted from `rotation_virtual_start`, whatever the
 * layer's start; restrictions hide parts of turns without moving them.
 */
export function layerShifts(layer: PdLayer, timeZone: string, window: Seconds): Shift[] {
  const lasts = {
    from: second(layer.start),
    until: layer.end === null ? Number.POSITIVE_INFINITY : second(layer.end),
  };
  const active = common(lasts, window);
  if (active === undefined) return [];
  const open = layer.restrictions.length === 0 ? [active] : restricted(layer.restrictions, timeZone, active);
  return joined(open.flatMap((span) => turns(layer, span)));
}

function turns(layer: PdLayer, span: Seconds): Shift[] {
  const zero = second(layer.rotation_virtual_start);
  const length = layer.rotation_turn_length_seconds;
  const shifts: Shift[] = [];
  for (let from = span.from; from < span.until; ) {
    const turn = Math.floor((from - zero) / length);
    const until = Math.min(zero + (turn + 1) * length, span.until);
    const count = layer.users.length;
    shifts.push({ from, until, user: layer.users[((turn % count) + count) % count] ?? '' });
    from = until;
  }
  return shifts;
}

/** When a layer's restrictions allow it to be active; they begin at a local time in the schedule's zone. */
function restricted(restrictions: readonly PdRestriction[], timeZone: string, active: Seconds): Seconds[] {
  const dateAt = (seconds: number) =>
    Temporal.Instant.fromEpochMilliseconds(seconds * 1000)
      .toZonedDateTimeISO(timeZone)
      .toPlainDate();
  // A weekly restriction that began in the week before may still last.
  const last = dateAt(active.until);
  const open: Seconds[] = [];
  for (let date = dateAt(active.from).subtract({ days: 8 }); Temporal.PlainDate.compare(date, last) <= 0; ) {
    for (const { type, start_day_of_week, start_time_of_day, duration_seconds } of restrictions) {
      if (type === 'weekly_restriction' && start_day_of_week !== date.dayOfWeek) continue;
      const begins = date.toZonedDateTime({ timeZone, plainTime: start_time_of_day });
      const from = epochSeconds(begins.toInstant());
      const span = common({ from, until: from + duration_seconds }, active);
      if (span !== undefined) open.push(span);
    }
    date = date.add({ days: 1 });
  }
  return united(open);
}
