import { type Catalog, type Office, officeOf, type Person, type Pipeline } from '../catalog';
import { common, isBefore, type Span } from '../time/span';
import { absencesFor } from './absencesFor';
import { AwayTimes } from './awayTimes';
import { officeTimes } from './officeTimes';
import type { Absence } from './shift';

/** Office hours in which nobody reads the mail of an office-hours pipeline. */
export interface UnreadMails extends Span {
  /** Whose mail nobody reads. */
  readonly pipeline: Pipeline;
  /** Both owners. */
  readonly away: readonly Person[];
}

/**
 * Finds office hours in which both owners of an office-hours pipeline are away: one result for
 * each unbroken absence of both, from its first office hour to its last. A desk is never away.
 * @param absencesByPerson what `absences` returned
 */
export function unreadMails(
  catalog: Catalog,
  absencesByPerson: ReadonlyMap<string, readonly Absence[]>,
  window: Span,
): readonly UnreadMails[] {
  const awayTimes = new AwayTimes(absencesFor(absencesByPerson, undefined));
  return catalog.pipelines.flatMap((pipeline) => {
    const { coverage, primary, secondary } = pipeline;
    if (coverage !== 'office-hours' || primary.kind === 'team' || secondary.kind === 'team') return [];
    const away = [primary.person, secondary.person];
    return bothAway(primary.person, secondary.person, awayTimes, window).flatMap((span) => {
      const worked = workedWithin(officeOf(catalog, pipeline), span);
      return worked === undefined ? [] : { ...worked, pipeline, away };
    });
  });
}

function bothAway(one: Person, other: Person, awayTimes: AwayTimes, window: Span): Span[] {
  const spans: Span[] = [];
  let { from } = window;
  while (isBefore(from, window.until)) {
    const [a, b] = [one, other].map((person) => awayTimes.runningOrNext(person, from));
    if (a === undefined || b === undefined) break;
    const shared = common(common(a, b), window);
    if (isBefore(shared.from, shared.until)) spans.push(shared);
    from = isBefore(a.until, b.until) ? a.until : b.until;
  }
  return spans;
}

/** From the start of the first office hours in a span to the end of the last; undefined if there are none. */
function workedWithin(office: Office, span: Span): Span | undefined {
  const worked = officeTimes(office, span).map((hours) => common(hours, span));
  const [first, last] = [worked[0], worked.at(-1)];
  return first && last && { from: first.from, until: last.until };
}
