import type { Temporal } from 'temporal-polyfill';
import {
  type Catalog,
  type Person,
  type Pipeline,
  personTargets,
  type Responder,
  responderOf,
} from '../catalog';
import { earlier, isBefore, type Span } from '../time/span';
import { absences } from './absences';
import { absencesFor } from './absencesFor';
import { AwayTimes } from './awayTimes';
import { horizonOf } from './planningWindow';
import type { Absence, Clash, PersonRoster, Watch } from './shift';
import { touching } from './touching';

/** Somebody who could cover for a person: a person of the catalog, or a desk, which is never away. */
interface Candidate {
  readonly responder: Responder;
  /** @default - a desk */
  readonly person?: Person;
}

/**
 * Who is paged through a person's own schedule, within a window. While they are away, the
 * pipeline's primary covers, then its secondary: at every moment the first of the two who is
 * somebody else and not away. If neither can, the person is paged all the same, which is a clash.
 * A cover named by a leave does not count here: that agreement is about turns.
 */
export function personRosterOf(
  pipeline: Pipeline,
  person: Person,
  awayTimes: AwayTimes,
  window: Span,
): PersonRoster {
  const shifts: Watch<Responder>[] = [];
  const clashes: Clash[] = [];
  const candidates = candidatesOf(pipeline, person);
  let { from } = window;
  while (isBefore(from, window.until)) {
    const time = awayTimes.runningOrNext(person, from);
    if (time === undefined || !isBefore(time.from, window.until)) {
      shifts.push(ownWatch(person, from, window.until));
      break;
    }
    if (isBefore(from, time.from)) {
      shifts.push(ownWatch(person, from, time.from));
      from = time.from;
    }
    const end = earlier(time.until, window.until);
    for (const { standIn, away, ...span } of standIns(candidates, { from, until: end }, awayTimes)) {
      const reason = standIn === undefined ? 'clash' : 'cover';
      const reasons = touching(time.absences, span);
      shifts.push({ ...span, onDuty: standIn ?? person, rostered: person, reason, absences: reasons });
      if (standIn === undefined) clashes.push({ ...span, rostered: person, away: [person, ...away] });
    }
    from = end;
  }
  return { id: `${pipeline.id}/${person.id}`, pipeline, person, shifts, clashes };
}

/** A time in which the person is paged themselves. */
function ownWatch(person: Person, from: Temporal.Instant, until: Temporal.Instant): Watch<Responder> {
  return { from, until, onDuty: person, rostered: person, reason: 'rotation', absences: [] };
}

/**
 * {@link personRosterOf} for every person whom a pipeline pages by name, in the order of the catalog.
 * @param absencesByPerson what `absences` returned
 * @default absencesByPerson - computed
 */
export function personRosters(
  catalog: Catalog,
  window: Span,
  absencesByPerson?: ReadonlyMap<string, readonly Absence[]>,
): readonly PersonRoster[] {
  return rosters(catalog, () => window, absencesByPerson);
}

/**
 * The same for the planned time, which starts for each person with the absence that runs at
 * `asOf`, so that a running cover keeps its true start from day to day.
 */
export function plannedPersonRosters(catalog: Catalog, asOf: Temporal.Instant): readonly PersonRoster[] {
  const until = horizonOf(asOf, catalog.organization);
  return rosters(catalog, (person, awayTimes) => {
    const time = awayTimes.runningOrNext(person, asOf);
    return { from: earlier(time?.from ?? asOf, asOf), until };
  });
}

function rosters(
  catalog: Catalog,
  windowOf: (person: Person, awayTimes: AwayTimes) => Span,
  absencesByPerson?: ReadonlyMap<string, readonly Absence[]>,
): readonly PersonRoster[] {
  const targets = catalog.pipelines.flatMap((pipeline) =>
    personTargets(pipeline).map((person) => ({ pipeline, person })),
  );
  if (targets.length === 0) return [];
  const awayTimes = new AwayTimes(absencesFor(absencesByPerson ?? absences(catalog), undefined));
  return targets.map(({ pipeline, person }) =>
    personRosterOf(pipeline, person, awayTimes, windowOf(person, awayTimes)),
  );
}

/** The primary, then the secondary, without the person; a team without a desk is skipped. */
function candidatesOf({ primary, secondary }: Pipeline, person: Person): readonly Candidate[] {
  return [primary, secondary].flatMap((owner): Candidate[] => {
    const responder = responderOf(owner);
    if (responder === undefined || responder.id === person.id) return [];
    return [owner.kind === 'person' ? { responder, person: owner.person } : { responder }];
  });
}

type StandIn = Span & { readonly standIn: Responder | undefined; readonly away: readonly Person[] };

/** Who covers when, in order. */
function standIns(candidates: readonly Candidate[], { from, until }: Span, awayTimes: AwayTimes): StandIn[] {
  const found: StandIn[] = [];
  for (let at = from; isBefore(at, until); ) {
    const next = standInAt(candidates, { from: at, until }, awayTimes);
    found.push(next);
    at = next.until;
  }
  return found;
}

function standInAt(candidates: readonly Candidate[], { from, until }: Span, awayTimes: AwayTimes): StandIn {
  const away: Person[] = [];
  let end = until;
  for (const { responder, person } of candidates) {
    if (person === undefined) return { from, until: end, standIn: responder, away };
    const time = awayTimes.runningOrNext(person, from);
    const isAway = time !== undefined && !isBefore(from, time.from);
    // If somebody nearer returns, it is their turn to cover.
    if (time !== undefined) end = earlier(end, isAway ? time.until : time.from);
    if (!isAway) return { from, until: end, standIn: responder, away };
    away.push(person);
  }
  return { from, until: end, standIn: undefined, away };
}
