import type { Temporal } from 'temporal-polyfill';
import { type Catalog, type Diagnostic, type Rotation, sortDiagnostics } from '../catalog';
import { listText, spanText } from '../time/localTime';
import { isBefore, type Span } from '../time/span';
import { type AbsentCover, absentCovers } from './absentCovers';
import { clashProblems } from './clashProblems';
import { type CoverOnHoliday, coversOnHolidays } from './coversOnHolidays';
import { dutyProblems } from './dutyProblems';
import { emptyYearProblems } from './emptyYears';
import { holidayProblems, upcomingYearProblems } from './holidayProblems';
import { listedReplacementProblems } from './listedReplacements';
import { ownerProblems } from './ownersWhoLeft';
import { pipelineProblems } from './pipelineProblems';
import { horizonOf } from './planningWindow';
import { Rosters } from './rosters';
import { zoneOf } from './zoneOf';

/**
 * Problems with the roster from `asOf` to the horizon, in reading order: nobody is on call (ROTA008,
 * ROTA012), two rotations of one duty are on call at once (ROTA006), everybody is away (ROTA009); an
 * agreed cover is away (LEAV006) or falls on a holiday (LEAV007); owners leave (PIPE007) or are both
 * away (PIPE008, PIPE009); holiday files are missing (HOLI003) or list no day (HOLI007), holidays may
 * still move (HOLI004), or a listed day is also added by the replacement rule (HOLI006). What started
 * before `asOf`, in the turn that is running, is reported with its true start.
 */
export function rosterProblems(catalog: Catalog, asOf: Temporal.Instant): Diagnostic[] {
  const planned = { from: asOf, until: horizonOf(asOf, catalog.organization) };
  const rosters = new Rosters(catalog);
  const { absences } = rosters;
  const lasts = ({ until }: Span) => isBefore(asOf, until);
  const problems = [
    ...holidayProblems(catalog, planned),
    ...upcomingYearProblems(catalog, planned),
    ...emptyYearProblems(catalog, planned),
    ...listedReplacementProblems(catalog, asOf),
    ...ownerProblems(catalog, planned.until),
    ...pipelineProblems(catalog, absences, planned),
    ...dutyProblems(catalog, rosters, planned),
  ];
  for (const rotation of catalog.rotations) {
    const window = { from: rosters.turns(rotation).at(asOf)?.span.from ?? asOf, until: planned.until };
    const roster = rosters.of(rotation, window);
    const awayTimes = rosters.awayTimesFor(rotation, window);
    problems.push(
      ...clashProblems(rotation, roster.clashes.filter(lasts), awayTimes, catalog),
      ...absentCovers(roster, absences)
        .filter(lasts)
        .map((absent) => absentCoverProblem(rotation, absent, catalog)),
      ...coversOnHolidays(roster, absences)
        .filter(lasts)
        .map((cover) => coverOnHolidayProblem(rotation, cover, catalog)),
    );
  }
  return sortDiagnostics(problems);
}

function absentCoverProblem(rotation: Rotation, absent: AbsentCover, catalog: Catalog): Diagnostic {
  const { rostered, agreed, onDuty, leave } = absent;
  return {
    code: 'LEAV006',
    severity: 'warning',
    location: leave.source,
    message: `${agreed.name}, who agreed to cover for ${rostered.name} in "${rotation.name}", is away ${spanText(absent, zoneOf(rotation, catalog.organization))}; ${onDuty.name} covers instead`,
    value: `cover: ${agreed.id}`,
    wayOut: `name somebody else as cover, or leave cover out and inform ${onDuty.name}`,
  };
}

function coverOnHolidayProblem(rotation: Rotation, cover: CoverOnHoliday, catalog: Catalog): Diagnostic {
  const { rostered, standIn, holidays, leave } = cover;
  const days = listText(holidays.map(({ name }) => name));
  return {
    code: 'LEAV007',
    severity: 'warning',
    location: leave.source,
    message: `${standIn.name} covers for ${rostered.name} in "${rotation.name}" ${spanText(cover, zoneOf(rotation, catalog.organization))}, on a holiday that they observe (${days})`,
    value: `cover: ${standIn.id}`,
    wayOut: `check that ${standIn.name} knows that it is their holiday, or name somebody else`,
  };
}
