import type { Temporal } from 'temporal-polyfill';
import { type Catalog, type Diagnostic, type Leave, type Rotation, sortDiagnostics } from '../catalog';
import { listText, spanText, timeText } from '../time/localTime';
import { isBefore, overlap, type Span } from '../time/span';
import { absences } from './absences';
import { type AbsentCover, absentCovers } from './absentCovers';
import { AwayTimes } from './awayTimes';
import { type CoverOnHoliday, coversOnHolidays } from './coversOnHolidays';
import { HandOffs } from './handOffs';
import { holidayProblems } from './holidayProblems';
import { listedReplacementProblems } from './listedReplacements';
import { ownerProblems } from './ownersWhoLeft';
import { pipelineProblems } from './pipelineProblems';
import { horizonOf } from './planningWindow';
import { rosterOfTurns } from './rosterOf';
import type { Absence, Clash } from './shift';
import { Turns } from './turns';

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
  const absencesByPerson = absences(catalog);
  const handOffs = new HandOffs(catalog.organization);
  const awayTimes = new AwayTimes(absencesByPerson);
  const problems = [
    ...holidayProblems(catalog, planned),
    ...listedReplacementProblems(catalog, asOf),
    ...ownerProblems(catalog, planned.until),
    ...pipelineProblems(catalog, absencesByPerson, planned),
  ];
  for (const rotation of catalog.rotations) {
    const turns = new Turns(rotation, handOffs);
    const from = turns.at(asOf)?.span.from ?? asOf;
    const roster = rosterOfTurns(rotation, turns, awayTimes, { from, until: planned.until });
    for (const gap of roster.gaps) problems.push(gapProblem(rotation, gap, catalog));
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

function gapProblem(rotation: Rotation, gap: Span, catalog: Catalog): Diagnostic {
  const first = rotation.versions[0];
  return {
    code: 'ROTA008',
    severity: 'error',
    location: first?.source ?? rotation.source,
    message: `nobody stands watch in "${rotation.name}" ${spanText(gap, catalog.organization.timeZone)}, before its first version begins`,
    ...(first === undefined ? {} : { value: first.from.toString() }),
    wayOut: `let the first version begin at a hand-off on or before ${timeText(gap.from, catalog.organization.timeZone)}`,
  };
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
    message: `${everybody} is away ${spanText(clash, catalog.organization.timeZone)}; ${clash.rostered.name} keeps the watch`,
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
    message: `${agreed.name}, who was to stand in for ${rostered.name} in "${rotation.name}", is away ${spanText(absent, catalog.organization.timeZone)}; ${onDuty.name} stands in`,
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
    message: `${standIn.name} stands in for ${rostered.name} in "${rotation.name}" ${spanText(cover, catalog.organization.timeZone)}, on a holiday that they observe (${days})`,
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
  return `${leave.person.id} ${spanText(leave, catalog.organization.timeZone)}`;
}
