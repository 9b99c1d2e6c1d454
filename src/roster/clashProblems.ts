import type { Catalog, Diagnostic, Person, Rotation } from '../catalog';
import { listText, spanText } from '../time/localTime';
import { isBefore, overlap, type Span } from '../time/span';
import type { AwayTimes } from './awayTimes';
import type { Absence, Clash } from './shift';
import { zoneOf } from './zoneOf';

/** The clashes of one rostered person that are reported together. */
interface ReportedClash {
  readonly rostered: Person;
  /** In order; none of them meet. */
  readonly times: readonly Span[];
  /** Everybody who is away at some of these times, the rostered person first. */
  readonly away: readonly Person[];
}

/**
 * Times in which everybody in a rotation is away (ROTA009), each with everybody's reason: the
 * holiday, or leave. Reported at the rotation, once per rostered person for times that meet or
 * start on the same local day.
 * @param clashes of the rotation's roster
 * @param awayTimes who is away for the rotation
 */
export function clashProblems(
  rotation: Rotation,
  clashes: readonly Clash[],
  awayTimes: AwayTimes,
  { organization }: Catalog,
): Diagnostic[] {
  const zone = zoneOf(rotation, organization);
  return reportedTogether(clashes, zone).map(({ rostered, times, away }) => {
    const reasons = away.map((person) => ({ person, absences: absencesIn(person, times, awayTimes) }));
    const isLeave = reasons.some(({ absences }) => absences.some(({ kind }) => kind === 'leave'));
    const when = listText(times.map((time) => spanText(time, zone)));
    const who =
      away.length === 1
        ? `${rostered.name} is the only person in "${rotation.name}" and away ${when}`
        : `everybody in "${rotation.name}" is away ${when}`;
    return {
      code: 'ROTA009',
      severity: 'warning',
      location: rotation.source,
      message: `${who} (${reasonsText(reasons)}); ${rostered.name} is paged all the same`,
      value: rotation.id,
      wayOut: isLeave
        ? 'move a leave, name a cover who is there, or add somebody to the order in a new version'
        : `agree on a cover and add a leave of ${rostered.name} that names them (cover), or add somebody to the order in a new version`,
    };
  });
}

function reportedTogether(clashes: readonly Clash[], zone: string): ReportedClash[] {
  const dayOf = ({ from }: Span) => from.toZonedDateTimeISO(zone).toPlainDate();
  const found: ReportedClash[] = [];
  for (const { from, until, rostered, away } of clashes) {
    const index = found.findLastIndex((each) => each.rostered === rostered);
    const before = found[index];
    const last = before?.times.at(-1);
    if (before === undefined || last === undefined) {
      found.push({ rostered, times: [{ from, until }], away });
      continue;
    }
    const meets = last.until.equals(from);
    if (!meets && !dayOf(last).equals(dayOf({ from, until }))) {
      found.push({ rostered, times: [{ from, until }], away });
      continue;
    }
    const times = meets
      ? [...before.times.slice(0, -1), { from: last.from, until }]
      : [...before.times, { from, until }];
    found[index] = { rostered, times, away: [...new Set([...before.away, ...away])] };
  }
  return found;
}

function absencesIn(person: Person, times: readonly Span[], awayTimes: AwayTimes): readonly Absence[] {
  const found = new Set<Absence>();
  for (const span of times) {
    let time = awayTimes.runningOrNext(person, span.from);
    while (time !== undefined && isBefore(time.from, span.until)) {
      for (const absence of time.absences) if (overlap(absence, span)) found.add(absence);
      time = awayTimes.runningOrNext(person, time.until);
    }
  }
  return [...found];
}

/** E.g. `Aidil and Thiru: Christmas; Choo: leave`. */
function reasonsText(reasons: readonly { person: Person; absences: readonly Absence[] }[]): string {
  const names = new Map<string, string[]>();
  for (const { person, absences } of reasons) {
    const text = listText([...new Set(absences.flatMap(reasonOf))]);
    names.set(text, [...(names.get(text) ?? []), person.name]);
  }
  return [...names].map(([reason, people]) => `${listText(people)}: ${reason}`).join('; ');
}

function reasonOf(absence: Absence): readonly string[] {
  switch (absence.kind) {
    case 'holiday':
      return absence.holidays.map(({ name }) => (absence.replacement ? `${name} (replacement day)` : name));
    case 'duty':
      return [`on call in "${absence.rotation.name}"`];
    case 'left':
      return ['has left'];
    default:
      return ['leave'];
  }
}
