import type { Temporal } from 'temporal-polyfill';
import type { Catalog, Diagnostic } from '../catalog';
import { listText, spanText } from '../time/localTime';
import { isBefore, type Span } from '../time/span';
import { type UnreadMails, unreadMails } from './mailOwners';
import { plannedPersonRosters } from './personRoster';
import type { Absence, Clash, PersonRoster } from './shift';

/**
 * Times of the planned time in which everybody a pipeline would reach is away: both owners who
 * get its mail, in office hours (PIPE008), or a person paged by name and everybody who could
 * cover for them (PIPE009).
 */
export function pipelineProblems(
  catalog: Catalog,
  absencesByPerson: ReadonlyMap<string, readonly Absence[]>,
  planned: Span,
): Diagnostic[] {
  const { timeZone } = catalog.organization;
  const mails = unreadMails(catalog, absencesByPerson, planned).map((each) => mailProblem(each, timeZone));
  const clashes = plannedPersonRosters(catalog, planned.from).flatMap((roster) =>
    lasting(roster, planned.from).map((clash) => clashProblem(roster, clash, timeZone)),
  );
  return [...mails, ...clashes];
}

function lasting({ clashes }: PersonRoster, asOf: Temporal.Instant): readonly Clash[] {
  return clashes.filter(({ until }) => isBefore(asOf, until));
}

function mailProblem({ pipeline, away, ...span }: UnreadMails, timeZone: string): Diagnostic {
  return {
    code: 'PIPE008',
    severity: 'warning',
    location: pipeline.source,
    message: `both owners of "${pipeline.name}" (${listText(away.map(({ name }) => name))}) are away in office hours ${spanText(span, timeZone)}, so nobody reads its mail`,
    value: pipeline.id,
    wayOut: 'move a leave, or name another owner for that time',
  };
}

function clashProblem({ pipeline, person }: PersonRoster, clash: Clash, timeZone: string): Diagnostic {
  const others = clash.away.slice(1).map(({ name }) => name);
  const alone = others.length === 0 ? 'and no other owner can be paged' : `and so is ${listText(others)}`;
  return {
    code: 'PIPE009',
    severity: 'warning',
    location: pipeline.source,
    message: `${person.name}, who is paged by name for "${pipeline.name}", is away ${spanText(clash, timeZone)}, ${alone}; ${person.name} is paged all the same`,
    value: pipeline.id,
    wayOut: 'move a leave, name another owner, or give the owning team a desk',
  };
}
