import { Temporal } from 'temporal-polyfill';
import { common, joined, overlaid, type Seconds, united, type Watch } from './spans';
import type { PdLayer, PdOverride, PdRestriction, PdSchedule } from './state';
import { epochSeconds } from './times';

/**
 * Who is on call in a window as PagerDuty works it out: of the layers that are
 * active the last one counts, overrides count above all layers, the newest of them
 * first. Where nobody stands there is a gap.
 */
export function finalWatches(
  schedule: Pick<PdSchedule, 'layers' | 'time_zone'>,
  overrides: readonly PdOverride[],
  window: Seconds,
): Watch[] {
  const layers = schedule.layers.map((layer) => layerWatches(layer, schedule.time_zone, window));
  return [...layers, ...overrides.map((override) => overrideWatches([override], window))].reduce(
    overlaid,
    [],
  );
}

/** The overrides alone, the newest of them first where they overlap. */
export function overrideWatches(overrides: readonly PdOverride[], window: Seconds): Watch[] {
  return overrides
    .map(({ user, start, end }) => common({ user, from: second(start), until: second(end) }, window))
    .map((watch) => (watch === undefined ? [] : [watch]))
    .reduce<Watch[]>(overlaid, []);
}

/**
 * One layer alone. Turns are counted from `rotation_virtual_start`, whatever the
 * layer's start; a restriction hides a part of the turns and moves none.
 */
export function layerWatches(layer: PdLayer, timeZone: string, window: Seconds): Watch[] {
  const lasts = {
    from: second(layer.start),
    until: layer.end === null ? Number.POSITIVE_INFINITY : second(layer.end),
  };
  const active = common(lasts, window);
  if (active === undefined) return [];
  const open = layer.restrictions.length === 0 ? [active] : restricted(layer.restrictions, timeZone, active);
  return joined(open.flatMap((span) => turns(layer, span)));
}

function turns(layer: PdLayer, span: Seconds): Watch[] {
  const zero = second(layer.rotation_virtual_start);
  const length = layer.rotation_turn_length_seconds;
  const watches: Watch[] = [];
  for (let from = span.from; from < span.until; ) {
    const turn = Math.floor((from - zero) / length);
    const until = Math.min(zero + (turn + 1) * length, span.until);
    const count = layer.users.length;
    watches.push({ from, until, user: layer.users[((turn % count) + count) % count] ?? '' });
    from = until;
  }
  return watches;
}

/** When a layer's restrictions let it be active; they begin at a local time of the schedule's zone. */
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

function second(time: string): number {
  return epochSeconds(Temporal.Instant.from(time));
}
