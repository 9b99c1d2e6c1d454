import type { Temporal } from 'temporal-polyfill';
import { type Catalog, officeOf, type Person, type Rotation } from '../../catalog';
import { type AtOnceOptions, minuteOf, refuseSeconds, refuseSecondTime } from '../../cli/atOnce';
import { endOption, instantOption } from '../../cli/session';
import { findById } from '../../cli/suggestion';
import { isBefore, later, type Span } from '../../roster';
import { UsageError } from '../../text/usageError';
import { type LeaveEntry, leaveBegin, leaveEnd } from './leave';

/** Options of `watchbill cover`. */
export interface CoverOptions extends AtOnceOptions {
  /** @default - now */
  readonly from?: string;
  /** A date is included, an instant is not, as in the leave file. */
  readonly until?: string;
  /** Id of the person who agreed to cover. @default - the rules decide */
  readonly with?: string;
  /** Id of the only rotation to hand over. @default - all that the person does */
  readonly rotation?: string;
  /** Cancel the cover for the same absence. */
  readonly cancel?: boolean;
}

/** Who is away, when, and who covers. */
export interface CoverRequest {
  readonly person: Person;
  /** @default - the rules decide */
  readonly standIn?: Person;
  /** The only rotation that is handed over. @default - all that the person does */
  readonly rotation?: Rotation;
  /** The part of the absence that is not past. */
  readonly span: Span;
  /** Its entry in the leave file. */
  readonly entry: LeaveEntry;
  readonly cancel: boolean;
  /** IANA zone of local times: that of the person's office, as in the leave file. */
  readonly timeZone: string;
  /** What to know before confirming. */
  readonly remarks: readonly string[];
}

/** In days; a longer absence is planned rather than sudden. */
const LONG_DAYS = 28;

/**
 * Reads the options.
 * @param now to the second
 * @throws UsageError
 */
export function requestOf(
  personId: string,
  options: CoverOptions,
  catalog: Catalog,
  now: Temporal.Instant,
): CoverRequest {
  const person = findById('person', catalog.people, personId);
  const { timeZone } = officeOf(catalog, person);
  const rotation =
    options.rotation === undefined ? undefined : findById('rotation', catalog.rotations, options.rotation);
  const standIn = options.with === undefined ? undefined : findById('person', catalog.people, options.with);
  if (standIn === person) {
    throw new UsageError(
      `--with names the person who is away: ${person.id}\n  name somebody else, or leave --with out and the rules decide`,
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
    ...(rotation && { rotation: rotation.id }),
  };
  const cancel = options.cancel === true;
  const remarks = remarksOf(asked, now, cancel);
  const given = { ...(standIn && { standIn }), ...(rotation && { rotation }) };
  return { person, ...given, span, entry, cancel, timeZone, remarks };
}

function askedSpan({ from, until }: CoverOptions, timeZone: string, now: Temporal.Instant): Span {
  if (until === undefined) {
    throw new UsageError(
      '--until is missing\n  say when the person is back: a date is included (2026-11-24), a time is not (2026-11-24T09:00)',
    );
  }
  const end = endOption('--until', until, timeZone);
  const begin = from === undefined ? now : instantOption('--from', from, timeZone);
  if (!isBefore(now, end)) {
    throw new UsageError(
      `--until is in the past: ${JSON.stringify(until)}\n  the past cannot be changed; a date is included, a time is not`,
    );
  }
  if (!isBefore(begin, end)) {
    throw new UsageError(
      `--until is not after --from: ${JSON.stringify(until)}\n  a date is included, a time is not`,
    );
  }
  if (from !== undefined) refuseSeconds('--from', from, begin);
  refuseSeconds('--until', until, end);
  refuseSecondTime('--until', end, timeZone);
  return { from: begin, until: end };
}

function remarksOf(asked: Span, now: Temporal.Instant, cancel: boolean): string[] {
  const remarks: string[] = [];
  if (isBefore(asked.from, now)) {
    remarks.push('--from is in the past, so the cover begins now');
  }
  if (!cancel && asked.from.until(asked.until).total('hours') > LONG_DAYS * 24) {
    remarks.push('more than four weeks: a planned leave, reviewed and deployed, needs no overrides');
  }
  return remarks;
}
