import type { Temporal } from 'temporal-polyfill';
import type { Catalog } from '../../catalog';
import { refuseErrors } from '../../cli/dataProblems';
import { EXIT } from '../../cli/exitCode';
import type { Io } from '../../cli/io';
import { jsonText } from '../../cli/json';
import { type CommonOptions, endOption, instantOption, readableSession } from '../../cli/session';
import { holidayProblems, horizonOf, isBefore, rosterOfCatalog, type Span } from '../../roster';
import { UsageError } from '../../text/usageError';
import { loadOf } from './loadOf';
import { loadJson, loadText } from './report';

// `diff` and `site` show loads, too.
export type { Load, PersonLoad } from './figures';
export { loadOf } from './loadOf';
export { hoursText, personLoadJson, shortName } from './report';

/** Options of `watchbill load`. */
export interface LoadOptions extends CommonOptions {
  /** The first day. @default - as of */
  readonly from?: string;
  /** The last day, or an instant at which to stop, as in the leave file. @default - the horizon */
  readonly until?: string;
}

/** `watchbill load`: who carries how much. */
export function load(options: LoadOptions, io: Io): number {
  const session = readableSession(options, io);
  const { catalog, asOf } = session;
  const window = windowOf(options, catalog, asOf);
  refuseErrors(holidayProblems(catalog, window));
  const rosters = rosterOfCatalog(catalog, window);
  const view = { catalog, asOf, window, load: loadOf(catalog, rosters) };
  io.out(options.json === true ? jsonText(loadJson(view)) : loadText(view));
  return EXIT.clean;
}

function windowOf(options: LoadOptions, catalog: Catalog, asOf: Temporal.Instant): Span {
  const { timeZone } = catalog.organization;
  const from = options.from === undefined ? asOf : instantOption('--from', options.from, timeZone);
  const until =
    options.until === undefined
      ? horizonOf(asOf, catalog.organization)
      : endOption('--until', options.until, timeZone);
  if (isBefore(from, until)) return { from, until };
  throw new UsageError(
    options.until === undefined
      ? `--from is not before the horizon: ${JSON.stringify(options.from)}\n  give --until as well`
      : `--until is not after ${options.from === undefined ? 'as of' : '--from'}: ${JSON.stringify(options.until)}\n  a date is included, an instant is not`,
  );
}
