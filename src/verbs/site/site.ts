import { EXIT } from '../../cli/exitCode';
import type { StackIo } from '../../cli/io';
import { instantJson, jsonText } from '../../cli/json';
import { type OwnFiles, OwnFolder } from '../../cli/ownFolder';
import { type CommonOptions, type Session, soundSession } from '../../cli/session';
import { counted } from '../../text/counted';
import { UsageError } from '../../text/usageError';
import { wrapped } from '../../text/wrapped';
import { timeText } from '../../time/localTime';
import { endedEarly, type RehearsalView, rehearsalOf } from '../rehearse/rehearse';
import { siteFiles } from './siteFiles';
import { SITE_FOLDER } from './siteFolder';
import { type SiteView, viewOf } from './view';

/** Options of `watchbill site`. */
export interface SiteOptions extends CommonOptions {
  /** The folder for the site. @default - it is served */
  readonly out?: string;
  /** Shows it on this machine, and renews it when the data changes. @default false */
  readonly serve?: boolean;
  /** For `serve`. @default - any free port */
  readonly port?: string;
  /** Rehearses a night for each rule. @default true */
  readonly rehearsal?: boolean;
  /** Shows e-mail addresses. @default - they are not on the pages */
  readonly contacts?: boolean;
}

/** A site, not yet written. */
export interface Site {
  readonly session: Session;
  readonly view: SiteView;
  /** Texts by path. */
  readonly files: OwnFiles;
}

/**
 * The site of the data as it is now.
 * @throws DataProblems if the data has errors
 * @throws UsageError if the rehearsal ends early
 */
export async function siteOf(session: Session, options: SiteOptions, io: StackIo): Promise<Site> {
  const rehearsal = options.rehearsal === false ? undefined : await rehearsed(session, options, io);
  const view = viewOf(session, {
    at: session.asOfGiven ? session.asOf : io.now(),
    contacts: options.contacts === true,
    ...(rehearsal && { rehearsal }),
  });
  return { session, view, files: siteFiles(view) };
}

/** What is left undone if the data has errors. */
const UNDONE = 'nothing was written';

/**
 * `watchbill site`: writes the roster, the ladders and the runbooks as pages.
 * @throws UsageError if there is no folder, it contains anything else, or it cannot be written
 * @throws DataProblems if the data has errors
 */
export async function site(options: SiteOptions, io: StackIo): Promise<number> {
  const { out } = options;
  if (out === undefined || options.port !== undefined) {
    throw new UsageError(
      out === undefined
        ? '--out is missing\n  name a folder for the site, or look at it with --serve'
        : '--port is for --serve alone',
    );
  }
  const folder = new OwnFolder(out, SITE_FOLDER);
  const session = soundSession(options, io, { undone: UNDONE });
  const { view, files: site } = await siteOf(session, options, io);
  const { catalog, asOf } = session;
  const { at } = view;
  folder.replace(site);
  const removed = folder.present.filter((file) => !site.has(file));

  const { timeZone } = catalog.organization;
  const { until } = view.window;
  if (options.json === true) {
    const [asOfText, atText, untilText] = [asOf, at, until].map((each) => instantJson(each, timeZone));
    io.out(
      jsonText({
        asOf: asOfText,
        at: atText,
        until: untilText,
        timeZone,
        out,
        files: [...site.keys()],
        removed,
      }),
    );
    return EXIT.clean;
  }
  const count = (end: string) => [...site.keys()].filter((file) => file.endsWith(end)).length;
  const what = `${counted(count('.html'), 'page')} and ${counted(count('.ics'), 'calendar')}`;
  io.out(
    `${removed.map((file) => `${file} removed\n`).join('')}${wrapped(`${what} written to ${out}, as of ${timeText(at, timeZone)}, planned until ${timeText(until, timeZone)} (${timeZone})`)}Open ${out}/index.html in a browser.\n`,
  );
  return EXIT.clean;
}

/**
 * The same rehearsal as that of `watchbill start`.
 * @throws UsageError if it ends early
 */
async function rehearsed(session: Session, { data, asOf }: SiteOptions, io: StackIo): Promise<RehearsalView> {
  try {
    const options = { ...(data !== undefined && { data }), ...(asOf !== undefined && { asOf }) };
    return await rehearsalOf(session, [undefined, undefined], options, io);
  } catch (error) {
    const text = endedEarly(error);
    if (text === undefined) throw error;
    throw new UsageError(`${text}\n  nothing was written; without rehearsed nights: --no-rehearsal`);
  }
}
