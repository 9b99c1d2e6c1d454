import { Temporal } from 'temporal-polyfill';
import {
  type Catalog,
  type Diagnostic,
  hasErrors,
  loadCatalog,
  readDataDirectory,
  sortDiagnostics,
} from '../catalog';
import { parseInstant, rosterProblems, startOfToday, whySkipped } from '../roster';
import { UsageError } from '../text/usageError';
import { DataProblems } from './dataProblems';
import type { Io } from './io';

/** The options that every verb has. */
export interface CommonOptions {
  /** Folder of the team's data. */
  readonly data?: string;
  /** The instant to plan from. */
  readonly asOf?: string;
  /** Whether to print JSON on standard output. */
  readonly json?: boolean;
}

/** A team's data, read and checked, and the instant that it is looked at from. */
export interface Session {
  readonly catalog: Catalog;
  readonly asOf: Temporal.Instant;
  /** True where `asOf` was given and is not simply today or now. */
  readonly asOfGiven: boolean;
  /** Warnings, and errors of the roster from `asOf` to the horizon. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What as-of is where nothing says it: the start of today, or the present second. */
export type Unsaid = 'today' | 'now';

/** What became of reading the data: a session, or the errors because of which there is none. */
export type Opened =
  | { readonly session: Session; readonly diagnostics: readonly Diagnostic[] }
  | { readonly session?: undefined; readonly diagnostics: readonly Diagnostic[] };

/**
 * Reads and checks the data: `--data`, else `WATCHBILL_DATA`, else `data`; as of
 * `--as-of`, else `WATCHBILL_AS_OF`, else as `unsaid` says.
 * @param unsaid `now` for what deploys, or prepares or compares a deploy: at noon the start
 *   of today cannot be deployed any more
 * @default unsaid - the start of today in the organization's zone, so that two looks show the same
 * @throws UsageError with code ASOF001 where the instant is malformed
 */
export function openSession(
  options: CommonOptions,
  io: Pick<Io, 'env' | 'now'>,
  unsaid: Unsaid = 'today',
): Opened {
  const folder = dataFolder(options, io);
  const { catalog, diagnostics } = loadCatalog(readDataDirectory(folder), folder);
  if (catalog === undefined) return { diagnostics };
  const { asOf, asOfGiven } = asOfIn(catalog.organization.timeZone, options, io, unsaid);
  const all = sortDiagnostics([...diagnostics, ...rosterProblems(catalog, asOf)]);
  return { session: { catalog, asOf, asOfGiven, diagnostics: all }, diagnostics: all };
}

/**
 * The instant to plan from: `--as-of`, else `WATCHBILL_AS_OF`, else the start of today in a
 * zone, or the present second.
 * @throws UsageError with code ASOF001 where it is malformed
 */
export function asOfIn(
  timeZone: string,
  options: CommonOptions,
  io: Pick<Io, 'env' | 'now'>,
  unsaid: Unsaid = 'today',
): Pick<Session, 'asOf' | 'asOfGiven'> {
  const text = options.asOf ?? nonEmpty(io.env['WATCHBILL_AS_OF']);
  if (text === undefined) {
    const now = io.now();
    const asOf =
      unsaid === 'today'
        ? startOfToday(now, timeZone)
        : now.round({ smallestUnit: 'second', roundingMode: 'trunc' });
    return { asOf, asOfGiven: false };
  }
  const option = options.asOf === undefined ? 'WATCHBILL_AS_OF' : '--as-of';
  return { asOf: instantOption(option, text, timeZone), asOfGiven: true };
}

/** Where the data is: `--data`, else `WATCHBILL_DATA`, else `data`. */
export function dataFolder(options: CommonOptions, io: Pick<Io, 'env'>): string {
  return options.data ?? nonEmpty(io.env['WATCHBILL_DATA']) ?? 'data';
}

/**
 * A session on data that can be read, whatever its roster.
 * @throws DataProblems where it cannot
 * @throws UsageError with code ASOF001 where the instant is malformed
 */
export function readableSession(options: CommonOptions, io: Pick<Io, 'env' | 'now'>): Session {
  const { session, diagnostics } = openSession(options, io);
  if (session === undefined) throw new DataProblems(diagnostics);
  return session;
}

/**
 * A session on data and a roster without errors.
 * @param unsaid see {@link openSession}
 * @param undone what does not happen where there are some
 * @throws DataProblems where there are some
 * @throws UsageError with code ASOF001 where the instant is malformed
 */
export function soundSession(
  options: CommonOptions,
  io: Pick<Io, 'env' | 'now'>,
  { unsaid, undone }: { readonly unsaid?: Unsaid; readonly undone?: string } = {},
): Session {
  const { session, diagnostics } = openSoundSession(options, io, unsaid);
  if (session === undefined) throw new DataProblems(diagnostics, undone);
  return session;
}

/** Like {@link openSession}, but without a session where the data or the roster has errors. */
export function openSoundSession(
  options: CommonOptions,
  io: Pick<Io, 'env' | 'now'>,
  unsaid?: Unsaid,
): Opened {
  const opened = openSession(options, io, unsaid);
  return hasErrors(opened.diagnostics) ? { diagnostics: opened.diagnostics } : opened;
}

/**
 * An instant as an option gives it.
 * @throws UsageError with code ASOF001 where it is malformed
 */
export function instantOption(option: string, text: string, timeZone: string): Temporal.Instant {
  const instant = parseInstant(text, timeZone);
  if (instant !== undefined) return instant;
  const given = JSON.stringify(text);
  const skipped = whySkipped(text, timeZone);
  throw new UsageError(
    skipped === undefined
      ? `ASOF001: ${option} is not a valid instant: ${given}\n  write a date (2026-11-09), a local time (2026-11-09T08:30) or RFC 3339 (2026-11-09T08:30:00+08:00); local means ${timeZone}`
      : `ASOF001: ${option} is a time that the clocks skip: ${given}\n  ${skipped}: write an earlier or a later time`,
  );
}

/**
 * An end as an option gives it: a date is included, an instant is not, as in the leave file.
 * @throws UsageError with code ASOF001 where it is malformed
 */
export function endOption(option: string, text: string, timeZone: string): Temporal.Instant {
  const at = instantOption(option, text, timeZone);
  if (/t/i.test(text)) return at;
  return Temporal.PlainDate.from(text).add({ days: 1 }).toZonedDateTime(timeZone).toInstant();
}

function nonEmpty(text: string | undefined): string | undefined {
  return text === undefined || text === '' ? undefined : text;
}
