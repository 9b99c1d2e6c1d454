import type { Temporal } from 'temporal-polyfill';
import type { Catalog, Diagnostic } from '../catalog';
import { listText, spanText } from '../time/localTime';
import { isBefore, type Span } from '../time/span';
import { type UnreadMails, unreadMails } from './mailOwners';
import { plannedPersonRosters } from './personRoster';
import type { Absence, Clash, PersonRoster } from './shift';

/**
 * Where a pipeline reaches nobody who is there, in the time that is planned: both owners
 * who get its mails are away in office hours (PIPE008), or a person whom it pages by name,
 * and whoever could stand in for them (PIPE009).
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
    message: `both owners of "${pipeline.name}" (${listText(away.map(({ name }) => name))}) are away in office hours ${spanText(span, timeZone)}; nobody reads its mails`,
    value: pipeline.id,
    wayOut: 'move a leave so that one of them is there, or name another owner for that time',
  };
}

function clashProblem({ pipeline, person }: PersonRoster, clash: Clash, timeZone: string): Diagnostic {
  const others = clash.away.slice(1).map(({ name }) => name);
  const alone = others.length === 0 ? 'and no other owner can be paged' : `and so is ${listText(others)}`;
  return {
    code: 'PIPE009',
    severity: 'warning',
    location: pipeline.source,
    message: `${person.name}, whom "${pipeline.name}" pages by name, is away ${spanText(clash, timeZone)}, ${alone}; ${person.name} keeps being paged`,
    value: pipeline.id,
    wayOut:
      'move a leave so that one of the owners is there, name another owner, or give the owning team a desk',
  };
}
