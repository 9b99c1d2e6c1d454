import type { Temporal } from 'temporal-polyfill';
import type { Catalog, Rotation } from '../catalog';
import type { RotationRoster, Shift } from '../roster';
import { shortTimeText, timeText } from '../roster/localTime';
import { instantJson } from './json';
import { reasonText } from './reason';
import { tableText } from './table';

/** What the roster commands show. */
export interface RosterView {
  readonly catalog: Catalog;
  readonly asOf: Temporal.Instant;
  /** Rosters of the rotations that were asked for. */
  readonly rosters: readonly RotationRoster[];
  /**
   * Only shifts in which this person stands or was to stand.
   * @default - everybody's
   */
  readonly person?: string;
}

/** The roster for programs, in the shape that the design promises. */
export function rosterJson({ catalog, asOf, rosters, person }: RosterView): object {
  const { timeZone } = catalog.organization;
  const text = (instant: Temporal.Instant) => instantJson(instant, timeZone);
  return {
    asOf: text(asOf),
    timeZone,
    rotations: rosters.map((roster) => ({
      id: roster.rotation,
      pipelines: rotationOf(catalog, roster).pipelines,
      shifts: shiftsOf(roster, person).map(({ from, until, onDuty, rostered, reason }) => ({
        from: text(from),
        until: text(until),
        onDuty: onDuty.id,
        rostered: rostered.id,
        reason,
      })),
    })),
    clashes: rosters.flatMap(({ rotation, clashes }) =>
      clashes.map(({ from, until, rostered, away }) => ({
        rotation,
        from: text(from),
        until: text(until),
        rostered: rostered.id,
        away: away.map(({ id }) => id),
      })),
    ),
    gaps: rosters.flatMap(({ rotation, gaps }) =>
      gaps.map(({ from, until }) => ({ rotation, from: text(from), until: text(until) })),
    ),
  };
}

/** The roster for people: one table a rotation. */
export function rosterText({ catalog, rosters, person }: RosterView): string {
  const { timeZone } = catalog.organization;
  return rosters
    .map((roster) => {
      const rotation = rotationOf(catalog, roster);
      const rows = [
        ...roster.gaps.map(({ from, until }) => [
          timeText(from, timeZone),
          shortTimeText(until, timeZone, from),
          'nobody',
          'before the first version',
        ]),
        ...shiftsOf(roster, person).map((shift) => [
          timeText(shift.from, timeZone),
          shortTimeText(shift.until, timeZone, shift.from),
          shift.onDuty.name,
          reasonText(shift),
        ]),
      ];
      const head = `${rotation.name} (${rotation.pipelines.join(', ')})\n`;
      return rows.length === 0
        ? `${head}  nothing in this time\n`
        : head + tableText(['from', 'until', 'on duty', ''], rows);
    })
    .join('\n');
}

function rotationOf(catalog: Catalog, { rotation }: RotationRoster): Rotation {
  const found = catalog.rotations.find(({ id }) => id === rotation);
  if (found === undefined) throw new Error(`rotation '${rotation}' is not in the catalog`);
  return found;
}

function shiftsOf({ shifts }: RotationRoster, person: string | undefined): readonly Shift[] {
  if (person === undefined) return shifts;
  return shifts.filter(({ onDuty, rostered }) => onDuty.id === person || rostered.id === person);
}
