import { Temporal } from 'temporal-polyfill';
import { clockChanges, isSteady } from '../time/clockChanges';
import { lengthOfHours, skippedWindows, windowsIn } from '../time/hours';
import { earlier, isBefore, later, overlap, type Span } from '../time/span';
import { type OnCallHours, restrictionsOf } from './hoursRestrictions';
import type { ScheduleLayer } from './scheduleLayer';

/** How far from a clock change an affected window can be. */
const AROUND = { hours: 72 };

/** A time in which restrictions leave it uncertain who is on call, and the windows in it. */
interface Cut extends Span {
  readonly windows: readonly Span[];
}

/**
 * Layers that are on call only in hours: PagerDuty's restrictions hide the rest and move no turn.
 *
 * It is unknown whether PagerDuty counts a window that contains a change of the clocks by elapsed
 * seconds or by the wall clock. Such a window, and what lies close to it, therefore becomes layers
 * of their own without a restriction, which begin and end exactly: both ways of counting then
 * agree. Changes are planned for up to `horizon`.
 *
 * @param timeZone of the schedule; its local time is that of the hours
 */
export function layersInHours<User>(
  layers: readonly ScheduleLayer<User>[],
  hours: OnCallHours,
  timeZone: string,
  horizon: Temporal.Instant,
): ScheduleLayer<User>[] {
  const restrictions = restrictionsOf(hours);
  if (restrictions.length === 0) return [...layers];
  const [first] = layers.map(({ start }) => start).sort(Temporal.Instant.compare);
  const cuts = first === undefined ? [] : cutsIn(hours, timeZone, { from: first, until: horizon });
  return layers.flatMap((layer) => {
    const pieces: ScheduleLayer<User>[] = [];
    let start = layer.start;
    for (const cut of cuts.filter((each) => overlap(each, spanOf(layer, each.until)))) {
      if (isBefore(start, cut.from)) pieces.push({ ...layer, start, end: cut.from, restrictions });
      pieces.push(...cut.windows.flatMap((window) => unrestricted(layer, window, timeZone)));
      start = later(start, cut.until);
    }
    if (layer.end === undefined || isBefore(start, layer.end)) pieces.push({ ...layer, start, restrictions });
    return pieces.filter((piece) => isEverOnCall(piece, hours, timeZone));
  });
}

/** The times around the changes of the clocks that touch a window, in order. */
function cutsIn(hours: OnCallHours, timeZone: string, { from, until }: Span): Cut[] {
  const cuts: Cut[] = [];
  const length = lengthOfHours(hours).total('milliseconds');
  for (const { at, forward } of clockChanges(timeZone, { from: from.subtract(AROUND), until })) {
    const around = { from: at.subtract(AROUND), until: at.add(AROUND) };
    const near = windowsIn(hours, timeZone, around);
    const skew = { milliseconds: Math.abs(forward) };
    // Nobody is on call in a window that the clocks skip; PagerDuty might move it, by as much as they do.
    const unsure = [
      ...skippedWindows(hours, timeZone, around).map(({ from, until }) => ({ from, until: until.add(skew) })),
      ...near.filter(({ begins }) => !isSteady(begins, length, timeZone)),
    ].map((window) => ({ from: window.from.subtract(skew), until: window.until.add(skew) }));
    const windows = near.filter((window) => unsure.some((time) => overlap(time, window)));
    const all = [...unsure, ...windows];
    if (all.length > 0) {
      cuts.push({
        from: all.map((each) => each.from).reduce(earlier),
        until: all.map((each) => each.until).reduce(later),
        windows,
      });
    }
  }
  return cuts;
}

/** A window of a layer as layers without a restriction, one per turn that it touches. */
function unrestricted<User>(
  layer: ScheduleLayer<User>,
  window: Span,
  timeZone: string,
): ScheduleLayer<User>[] {
  const from = later(layer.start, window.from);
  const until = layer.end === undefined ? window.until : earlier(layer.end, window.until);
  const pieces: ScheduleLayer<User>[] = [];
  for (let start = from; isBefore(start, until); ) {
    const { user, ends } = turnAt(layer, start);
    const end = ends === undefined ? until : earlier(ends, until);
    pieces.push({
      name: `${layer.name}, hours of ${start.toZonedDateTimeISO(timeZone).toPlainDate()}`,
      start,
      end,
      rotationVirtualStart: start,
      turnLengthSeconds: layer.turnLengthSeconds,
      users: [user],
    });
    start = end;
  }
  return pieces;
}

/** Whose turn it is in a layer, by elapsed seconds: no turn of a layer of several users contains a change. */
function turnAt<User>(
  { users, rotationVirtualStart, turnLengthSeconds }: ScheduleLayer<User>,
  at: Temporal.Instant,
): { readonly user: User; readonly ends?: Temporal.Instant } {
  const [only] = users;
  if (users.length === 1) return { user: only as User };
  const turn = Math.floor(rotationVirtualStart.until(at).total('seconds') / turnLengthSeconds);
  return {
    user: users[((turn % users.length) + users.length) % users.length] as User,
    ends: rotationVirtualStart.add({ seconds: (turn + 1) * turnLengthSeconds }),
  };
}

function spanOf({ start, end }: ScheduleLayer<unknown>, open: Temporal.Instant): Span {
  return { from: start, until: end ?? later(start.add({ nanoseconds: 1 }), open) };
}

/** A layer without any window in it would page nobody. */
function isEverOnCall(layer: ScheduleLayer<unknown>, hours: OnCallHours, timeZone: string): boolean {
  if (layer.end === undefined || layer.restrictions === undefined) return true;
  const longest = layer.start.add({ hours: 8 * 24 });
  return windowsIn(hours, timeZone, { from: layer.start, until: earlier(layer.end, longest) }).length > 0;
}
