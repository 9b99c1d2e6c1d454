import { Temporal } from 'temporal-polyfill';
import {
  type Catalog,
  type DataFiles,
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

/** The options that most verbs have. */
export interface CommonOptions {
  /** Folder of the team's data. */
  readonly data?: string;
  /** The instant to plan from. */
  readonly asOf?: string;
  /** Whether to print JSON on standard output. */
  readonly json?: boolean;
}

/** A team's data, read and checked, and the instant to plan from. */
export interface Session {
  readonly catalog: Catalog;
  /** The files that the catalog was read from. */
  readonly files: DataFiles;
  readonly asOf: Temporal.Instant;
  /** True if `asOf` was given and is not the default. */
  readonly asOfGiven: boolean;
  /** Warnings, and errors of the roster from `asOf` to the horizon. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The default of as-of: the start of today, or the present second. */
export type Unsaid = 'today' | 'now';

/** The result of reading the data: a session, or the errors that prevent one. */
export type Opened =
  | { readonly session: Session; readonly diagnostics: readonly Diagnostic[] }
  | { readonly session?: undefined; readonly diagnostics: readonly Diagnostic[] };

/**
 * Reads and checks the data: `--data`, else `WATCHBILL_DATA`, else `data`; as of
 * `--as-of`, else `WATCHBILL_AS_OF`, else `unsaid`.
 * @param unsaid `now` for verbs that deploy, or prepare or compare a deploy: at noon it is too
 *   late to deploy as of the start of today
 * @default unsaid - the start of today in the organization's zone, so that repeated calls agree
 * @throws UsageError with code ASOF001 if the instant is malformed
 */
export function openSession(
  options: CommonOptions,
  io: Pick<Io, 'env' | 'now'>,
  unsaid: Unsaid = 'today',
): Opened {
  const folder = dataFolder(options, io);
  const files = readDataDirectory(folder);
  const { catalog, diagnostics } = loadCatalog(files, folder);
  if (catalog === undefined) return { diagnostics };
  const { asOf, asOfGiven } = asOfIn(catalog.organization.timeZone, options, io, unsaid);
  const all = sortDiagnostics([...diagnostics, ...rosterProblems(catalog, asOf)]);
  return { session: { catalog, files, asOf, asOfGiven, diagnostics: all }, diagnostics: all };
}

/**
 * The instant to plan from: `--as-of`, else `WATCHBILL_AS_OF`, else the start of today in a
 * zone, or the present second.
 * @throws UsageError with code ASOF001 if it is malformed
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

/** The data folder: `--data`, else `WATCHBILL_DATA`, else `data`. */
export function dataFolder(options: CommonOptions, io: Pick<Io, 'env'>): string {
  return options.data ?? nonEmpty(io.env['WATCHBILL_DATA']) ?? 'data';
}

/**
 * A session on valid data, even if its roster has errors.
 * @throws DataProblems if the data has errors
 * @throws UsageError with code ASOF001 if the instant is malformed
 */
export function readableSession(options: CommonOptions, io: Pick<Io, 'env' | 'now'>): Session {
  const { session, diagnostics } = openSession(options, io);
  if (session === undefined) throw new DataProblems(diagnostics);
  return session;
}

/**
 * A session on valid data with a valid roster.
 * @param unsaid see {@link openSession}
 * @param undone what does not happen in case of errors
 * @throws DataProblems if there are errors
 * @throws UsageError with code ASOF001 if the instant is malformed
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

/** Like {@link openSession}, but without a session if the data or the roster has errors. */
export function openSoundSession(
  options: CommonOptions,
  io: Pick<Io, 'env' | 'now'>,
  unsaid?: Unsaid,
): Opened {
  const opened = openSession(options, io, unsaid);
  return hasErrors(opened.diagnostics) ? { diagnostics: opened.diagnostics } : opened;
}

/**
 * The instant that an option gives.
 * @throws UsageError with code ASOF001 if it is malformed
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
 * The end that an option gives: a date is included, an instant is not, as in the leave file.
 * @throws UsageError with code ASOF001 if it is malformed
 */
export function endOption(option: string, text: string, timeZone: string): Temporal.Instant {
  const at = instantOption(option, text, timeZone);
  if (/t/i.test(text)) return at;
  return Temporal.PlainDate.from(text).add({ days: 1 }).toZonedDateTime(timeZone).toInstant();
}

function nonEmpty(text: string | undefined): string | undefined {
  return text === undefined || text === '' ? undefined : text;
}
