import { Temporal } from 'temporal-polyfill';
import type { Catalog, Organization, Person, Pipeline } from '../catalog';
import { common, isBefore, type Span } from '../time/span';
import { AwayTimes } from './awayTimes';
import { type HolidayDay, holidayDays, isWorkingDay } from './holidayCalendar';
import type { Absence } from './shift';

/** Office hours in which nobody reads the mails of an office-hours pipeline. */
export interface UnreadMails extends Span {
  readonly pipeline: Pipeline;
  /** Both owners. */
  readonly away: readonly Person[];
}

/**
 * Where both owners of an office-hours pipeline are away in office hours: one for each time
 * that both are away without a break, from its first office hour to its last. A desk is never away.
 * @param absencesByPerson what `absences` returned
 */
export function unreadMails(
  catalog: Catalog,
  absencesByPerson: ReadonlyMap<string, readonly Absence[]>,
  window: Span,
): readonly UnreadMails[] {
  const awayTimes = new AwayTimes(absencesByPerson);
  const hours = new OfficeHours(catalog);
  return catalog.pipelines.flatMap((pipeline) => {
    const { coverage, primary, secondary } = pipeline;
    if (coverage !== 'office-hours' || primary.kind === 'team' || secondary.kind === 'team') return [];
    const away = [primary.person, secondary.person];
    return bothAway(primary.person, secondary.person, awayTimes, window).flatMap((span) => {
      const worked = hours.within(span);
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

/** The office hours of an organization, day by day. */
class OfficeHours {
  private readonly organization: Organization;
  private readonly daysOff: readonly HolidayDay[];

  constructor({ organization, holidays }: Catalog) {
    this.organization = organization;
    this.daysOff = holidayDays(holidays, organization);
  }

  /** From the first office hour in a span to the end of its last one; none where it has none. */
  within(span: Span): Span | undefined {
    const { timeZone } = this.organization;
    const last = span.until.subtract({ nanoseconds: 1 }).toZonedDateTimeISO(timeZone).toPlainDate();
    let found: Span | undefined;
    let date = span.from.toZonedDateTimeISO(timeZone).toPlainDate();
    for (; Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) {
      const hours = this.on(date);
      const worked = hours && common(hours, span);
      if (worked === undefined || !isBefore(worked.from, worked.until)) continue;
      found = { from: found?.from ?? worked.from, until: worked.until };
    }
    return found;
  }

  private on(date: Temporal.PlainDate): Span | undefined {
    const { officeHours, timeZone } = this.organization;
    if (!isWorkingDay(date, this.organization, this.daysOff)) return undefined;
    const [from, until] = [officeHours.from, officeHours.until].map((plainTime) =>
      date.toZonedDateTime({ timeZone, plainTime }).toInstant(),
    );
    return from && until && { from, until };
  }
}
