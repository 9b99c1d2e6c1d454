import type { Temporal } from 'temporal-polyfill';
import { type Catalog, type Diagnostic, type Leave, type Rotation, sortDiagnostics } from '../catalog';
import { listText, spanText } from '../time/localTime';
import { isBefore, overlap } from '../time/span';
import { type AbsentCover, absentCovers } from './absentCovers';
import { type CoverOnHoliday, coversOnHolidays } from './coversOnHolidays';
import { dutyProblems } from './dutyProblems';
import { holidayProblems } from './holidayProblems';
import { listedReplacementProblems } from './listedReplacements';
import { ownerProblems } from './ownersWhoLeft';
import { pipelineProblems } from './pipelineProblems';
import { horizonOf } from './planningWindow';
import { Rosters } from './rosters';
import type { Absence, Clash } from './shift';
import { zoneOf } from './zoneOf';

/**
 * What is wrong with the roster from `asOf` to the horizon, in reading order:
 * time in which nobody stands (ROTA008) or everybody is away (ROTA009), in which somebody
 * who was to stand in is on leave (LEAV006) or stands in on a holiday of theirs (LEAV007),
 * owners who leave (PIPE007) or are both away (PIPE008, PIPE009), years without a holiday file
 * (HOLI003), holidays that may still move (HOLI004), and listed days that the replacement rule
 * adds, too (HOLI006). A clash that began before `asOf` in the running turn is told with its true
 * beginning.
 */
export function rosterProblems(catalog: Catalog, asOf: Temporal.Instant): Diagnostic[] {
  const planned = { from: asOf, until: horizonOf(asOf, catalog.organization) };
  const rosters = new Rosters(catalog);
  const { absences: absencesByPerson } = rosters;
  const problems = [
    ...holidayProblems(catalog, planned),
    ...listedReplacementProblems(catalog, asOf),
    ...ownerProblems(catalog, planned.until),
    ...pipelineProblems(catalog, absencesByPerson, planned),
    ...dutyProblems(catalog, rosters, planned),
  ];
  for (const rotation of catalog.rotations) {
    const turns = rosters.turns(rotation);
    const from = turns.at(asOf)?.span.from ?? asOf;
    const roster = rosters.of(rotation, { from, until: planned.until });
    for (const clash of roster.clashes) {
      if (!isBefore(asOf, clash.until)) continue;
      const version = turns.at(clash.from)?.version ?? 0;
      problems.push(clashProblem(rotation, version, clash, absencesByPerson, catalog));
    }
    for (const absent of absentCovers(roster, absencesByPerson)) {
      if (isBefore(asOf, absent.until)) problems.push(absentCoverProblem(rotation, absent, catalog));
    }
    for (const cover of coversOnHolidays(roster, absencesByPerson)) {
      if (isBefore(asOf, cover.until)) problems.push(coverOnHolidayProblem(rotation, cover, catalog));
    }
  }
  return sortDiagnostics(problems);
}

function clashProblem(
  rotation: Rotation,
  version: number,
  clash: Clash,
  absencesByPerson: ReadonlyMap<string, readonly Absence[]>,
  catalog: Catalog,
): Diagnostic {
  const names = listText(clash.away.map((person) => person.name));
  const where = `in "${rotation.name}"`;
  const alone = clash.away.length === 1;
  const everybody = alone ? `${names}, who is alone ${where},` : `everybody (${names}) ${where}`;
  const leave = leaveInvolved(clash, absencesByPerson);
  const inForce = rotation.versions[version];
  const order = inForce?.order.map((person) => person.id).join(', ') ?? rotation.id;
  return {
    code: 'ROTA009',
    severity: 'warning',
    location: leave?.source ?? inForce?.source ?? rotation.source,
    message: `${everybody} is away ${spanText(clash, zoneOf(rotation, catalog.organization))}; ${clash.rostered.name} keeps the watch`,
    value: leave === undefined ? order : leaveText(leave, catalog),
    wayOut: `move a leave so that one of them is there, or add a person to the order in a new version; else ${clash.rostered.name} is paged while away`,
  };
}

function absentCoverProblem(rotation: Rotation, absent: AbsentCover, catalog: Catalog): Diagnostic {
  const { rostered, agreed, onDuty, leave } = absent;
  return {
    code: 'LEAV006',
    severity: 'warning',
    location: leave.source,
    message: `${agreed.name}, who was to stand in for ${rostered.name} in "${rotation.name}", is away ${spanText(absent, zoneOf(rotation, catalog.organization))}; ${onDuty.name} stands in`,
    value: `cover: ${agreed.id}`,
    wayOut: `name somebody who is there, or leave cover out and tell ${onDuty.name}`,
  };
}

function coverOnHolidayProblem(rotation: Rotation, cover: CoverOnHoliday, catalog: Catalog): Diagnostic {
  const { rostered, standIn, holidays, leave } = cover;
  const days = listText(holidays.map(({ name }) => name));
  return {
    code: 'LEAV007',
    severity: 'warning',
    location: leave.source,
    message: `${standIn.name} stands in for ${rostered.name} in "${rotation.name}" ${spanText(cover, zoneOf(rotation, catalog.organization))}, on a holiday that they observe (${days})`,
    value: `cover: ${standIn.id}`,
    wayOut: `agreed is agreed: ask ${standIn.name} whether they thought of that day, or name somebody else`,
  };
}

/** The first leave that is a part of the clash, of those asked the first who has one. */
function leaveInvolved(
  clash: Clash,
  absencesByPerson: ReadonlyMap<string, readonly Absence[]>,
): Leave | undefined {
  for (const person of clash.away) {
    for (const absence of absencesByPerson.get(person.id) ?? []) {
      if (absence.kind === 'leave' && overlap(absence, clash)) return absence.leave;
    }
  }
  return undefined;
}

function leaveText(leave: Leave, catalog: Catalog): string {
  return `${leave.person.id} ${spanText(leave, zoneOf(leave.person, catalog.organization))}`;
}
