import type { Temporal } from 'temporal-polyfill';
import { type Catalog, personScheduleName, type Responder, type Rotation } from '../../catalog';
import { instantJson } from '../../cli/json';
import { reasonText } from '../../cli/reason';
import { isBefore, type PersonRoster, type RotationRoster, type Watch, zoneOf } from '../../roster';
import { tableText } from '../../text/table';
import { wrapped } from '../../text/wrapped';
import { shortTimeText, timeText } from '../../time/localTime';

/** What the roster commands show. */
export interface RosterView {
  readonly catalog: Catalog;
  readonly asOf: Temporal.Instant;
  /** Rosters of the chosen rotations. */
  readonly rosters: readonly RotationRoster[];
  /** Rosters of people whom the chosen pipelines page by name. @default - none */
  readonly persons?: readonly PersonRoster[];
  /**
   * Only shifts of this person, or covered for them.
   * @default - everybody's
   */
  readonly person?: string;
  /**
   * Where the text stops; the rosters reach beyond it, so that a shift that goes on is known.
   * @default - where the rosters end
   */
  readonly until?: Temporal.Instant;
}

/** The roster for programs: a public contract. */
export function rosterJson({ catalog, asOf, rosters, persons = [], person }: RosterView): object {
  const { timeZone } = catalog.organization;
  const text = (instant: Temporal.Instant) => instantJson(instant, timeZone);
  return {
    asOf: text(asOf),
    timeZone,
    rotations: rosters.map((roster) => {
      const rotation = rotationOf(catalog, roster);
      const zone = zoneOf(rotation, catalog.organization);
      return {
        id: rotation.id,
        pipelines: rotation.pipelines,
        duty: rotation.duty,
        timeZone: zone,
        shifts: shiftsOf(roster.shifts, person).map((shift) => shiftJson(shift, zone)),
      };
    }),
    persons: persons.map(({ id, pipeline, person: { id: named }, shifts }) => ({
      id,
      pipeline: pipeline.id,
      person: named,
      shifts: shiftsOf(shifts, person).map((shift) => shiftJson(shift, timeZone)),
    })),
    clashes: [...rosters.map(({ rotation, clashes }) => ({ id: rotation, clashes })), ...persons].flatMap(
      ({ id, clashes }) =>
        clashes.map(({ from, until, rostered, away }) => ({
          rotation: id,
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

  function shiftJson({ from, until, onDuty, rostered, reason }: Watch<Responder>, zone: string): object {
    return {
      from: instantJson(from, zone),
      until: instantJson(until, zone),
      onDuty: onDuty.id,
      rostered: rostered.id,
      reason,
    };
  }
}

/** The roster for people: a table per rotation, then one per person paged by name. */
export function rosterText({ catalog, rosters, persons = [], person, until }: RosterView): string {
  const { timeZone } = catalog.organization;
  const rotations = rosters.map((roster) => {
    const rotation = rotationOf(catalog, roster);
    const zone = zoneOf(rotation, catalog.organization);
    const gaps = roster.gaps.map(({ from, until }) => [
      timeText(from, zone),
      shortTimeText(until, zone, from),
      'nobody',
      'before the first version',
    ]);
    const rows = [...gaps, ...shiftRows(shiftsOf(roster.shifts, person), zone, until)];
    return shiftTable(titleOf(rotation, catalog), 'on call', rows);
  });
  const named = persons.map(({ pipeline, person: { name }, shifts }) =>
    shiftTable(
      `${personScheduleName(pipeline, { name })} (${pipeline.id})`,
      'reached',
      shiftRows(shiftsOf(shifts, person), timeZone, until),
    ),
  );
  return [...rotations, ...named].join('\n');
}

/** A rotation with its pipelines, its duty if there are several, and its zone if it is not the organization's. */
function titleOf(rotation: Rotation, { organization }: Catalog): string {
  const zone = zoneOf(rotation, organization);
  const more = [
    ...(organization.duties.length > 1 ? [rotation.duty] : []),
    ...(zone === organization.timeZone ? [] : [`times in ${zone}`]),
  ];
  return [`${rotation.name} (${rotation.pipelines.join(', ')})`, ...more].join(', ');
}

/** @param end where the rows stop; a shift that lasts longer is marked as going on */
function shiftRows(
  shifts: readonly Watch<Responder>[],
  timeZone: string,
  end: Temporal.Instant | undefined,
): string[][] {
  return shifts
    .filter(({ from }) => end === undefined || isBefore(from, end))
    .map((shift) => {
      const goesOn = end !== undefined && isBefore(end, shift.until);
      const notes = [reasonText(shift), ...(goesOn ? ['continues'] : [])].filter((note) => note !== '');
      return [
        timeText(shift.from, timeZone),
        shortTimeText(goesOn ? end : shift.until, timeZone, shift.from),
        shift.onDuty.name,
        notes.join('; '),
      ];
    });
}

function shiftTable(title: string, who: string, rows: readonly (readonly string[])[]): string {
  return rows.length === 0
    ? `${wrapped(title)}  no shifts in this period\n`
    : wrapped(title) + tableText(['from', 'until', who, ''], rows);
}

function rotationOf(catalog: Catalog, { rotation }: RotationRoster): Rotation {
  const found = catalog.rotations.find(({ id }) => id === rotation);
  if (found === undefined) throw new Error(`rotation '${rotation}' is not in the catalog`);
  return found;
}

function shiftsOf<W extends Watch<Responder>>(
  shifts: readonly W[],
  person: string | undefined,
): readonly W[] {
  if (person === undefined) return shifts;
  return shifts.filter(({ onDuty, rostered }) => onDuty.id === person || rostered.id === person);
}
