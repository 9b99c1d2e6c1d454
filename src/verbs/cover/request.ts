import type { Temporal } from 'temporal-polyfill';
import type { Catalog, Person } from '../../catalog';
import { type CommonOptions, endOption, instantOption } from '../../cli/session';
import { findById } from '../../cli/suggestion';
import { isBefore, later, parseInstant, type Span } from '../../roster';
import { UsageError } from '../../text/usageError';
import { type LeaveEntry, leaveBegin, leaveEnd } from './leave';

/** Options of `watchbill cover`. It acts at once, so there is no `--as-of`. */
export interface CoverOptions extends Omit<CommonOptions, 'asOf'> {
  /** @default - now */
  readonly from?: string;
  /** A date is included, an instant is not, as in the leave file. */
  readonly until?: string;
  /** Id of whom the person agreed with. @default - whom the rules name */
  readonly with?: string;
  /** Take the same absence back. */
  readonly cancel?: boolean;
  /** Do it without asking. */
  readonly yes?: boolean;
}

/** Whose watch is moved, and when. */
export interface CoverRequest {
  readonly person: Person;
  /** @default - whom the rules name */
  readonly standIn?: Person;
  /** What lies ahead of the absence: it does not begin before now. */
  readonly span: Span;
  /** What the leave file is to say of it. */
  readonly entry: LeaveEntry;
  readonly cancel: boolean;
  /** IANA zone of local times. */
  readonly timeZone: string;
  /** What the person should know before they agree. */
  readonly remarks: readonly string[];
}

/** An absence that is longer is planned rather than sudden, in days. */
const LONG_DAYS = 28;

/**
 * What the options ask for.
 * @param now to the second
 * @throws UsageError
 */
export function requestOf(
  personId: string,
  options: CoverOptions,
  catalog: Catalog,
  now: Temporal.Instant,
): CoverRequest {
  const { timeZone } = catalog.organization;
  const person = findById('person', catalog.people, personId);
  const standIn = options.with === undefined ? undefined : findById('person', catalog.people, options.with);
  if (standIn === person) {
    throw new UsageError(
      `--with names the person who is away: ${person.id}\n  leave --with out: then it is whom the rules name`,
    );
  }
  const asked = askedSpan(options, timeZone, now);
  const span = { from: later(asked.from, now), until: asked.until };
  const begin = isBefore(now, asked.from) ? asked.from : minuteOf(now);
  const entry: LeaveEntry = {
    person: person.id,
    from: leaveBegin(begin, timeZone),
    until: leaveEnd(asked.until, timeZone),
    ...(standIn && { cover: standIn.id }),
  };
  const cancel = options.cancel === true;
  const remarks = remarksOf(asked, now, cancel);
  return { person, ...(standIn && { standIn }), span, entry, cancel, timeZone, remarks };
}

/** The beginning of the minute in which an instant lies; the leave file knows no seconds. */
export function minuteOf(at: Temporal.Instant): Temporal.Instant {
  return at.round({ smallestUnit: 'minute', roundingMode: 'floor' });
}

function askedSpan({ from, until }: CoverOptions, timeZone: string, now: Temporal.Instant): Span {
  if (until === undefined) {
    throw new UsageError(
      '--until is not given\n  say when the person is back: a date is included (2026-11-24), a time is not (2026-11-24T09:00)',
    );
  }
  const end = endOption('--until', until, timeZone);
  const begin = from === undefined ? now : instantOption('--from', from, timeZone);
  if (!isBefore(now, end)) {
    throw new UsageError(
      `--until is past: ${JSON.stringify(until)}\n  what is past stays as it was; a date is included, a time is not`,
    );
  }
  if (!isBefore(begin, end)) {
    throw new UsageError(
      `--until is not after --from: ${JSON.stringify(until)}\n  a date is included, a time is not`,
    );
  }
  if (from !== undefined) refuseSeconds('--from', from, begin);
  refuseSeconds('--until', until, end);
  const local = end.toZonedDateTimeISO(timeZone).toPlainDateTime().toString();
  if (parseInstant(local, timeZone)?.equals(end) !== true) {
    throw new UsageError(
      `--until is the second of two times that the clocks show alike: ${JSON.stringify(until)}\n  the leave file would take it for the first: take a time before or after that hour`,
    );
  }
  return { from: begin, until: end };
}

function refuseSeconds(option: string, text: string, at: Temporal.Instant): void {
  if (minuteOf(at).equals(at)) return;
  throw new UsageError(`${option} is not to the minute: ${JSON.stringify(text)}\n  leave the seconds out`);
}

function remarksOf(asked: Span, now: Temporal.Instant, cancel: boolean): string[] {
  const remarks: string[] = [];
  if (isBefore(asked.from, now)) {
    remarks.push('--from is past: what is past stays as it was, and this begins now');
  }
  if (!cancel && asked.from.until(asked.until).total('hours') > LONG_DAYS * 24) {
    remarks.push(
      'more than four weeks: a planned leave in the leave file, reviewed and deployed, does without overrides',
    );
  }
  return remarks;
}
