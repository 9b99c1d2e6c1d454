import { readDataDirectory } from '../../catalog';
import { EXIT } from '../../cli/exitCode';
import type { StackIo } from '../../cli/io';
import { instantJson, jsonText } from '../../cli/json';
import { OwnFolder } from '../../cli/ownFolder';
import { type CommonOptions, dataFolder, type Session, soundSession } from '../../cli/session';
import { counted } from '../../text/counted';
import { UsageError } from '../../text/usageError';
import { wrapped } from '../../text/wrapped';
import { timeText } from '../../time/localTime';
import { endedEarly, type RehearsalView, rehearsalOf } from '../rehearse/rehearse';
import { siteFiles } from './siteFiles';
import { SITE_FOLDER } from './siteFolder';
import { viewOf } from './view';

/** Options of `watchbill site`. */
export interface SiteOptions extends CommonOptions {
  /** The folder for the site. */
  readonly out: string;
  /** Rehearses a night for each rule. @default true */
  readonly rehearsal?: boolean;
  /** Shows e-mail addresses. @default - they are not on the pages */
  readonly contacts?: boolean;
}

/**
 * `watchbill site`: writes the roster, the ladders and the runbooks as pages.
 * @throws UsageError if the folder contains anything else, or cannot be written
 * @throws DataProblems if the data has errors
 */
export async function site(options: SiteOptions, io: StackIo): Promise<number> {
  const session = soundSession(options, io, { undone: 'nothing was written' });
  const folder = new OwnFolder(options.out, SITE_FOLDER);
  const { catalog, asOf, asOfGiven } = session;
  const at = asOfGiven ? asOf : io.now();
  const files = readDataDirectory(dataFolder(options, io));
  const rehearsal = options.rehearsal === false ? undefined : await rehearsed(session, options, io);
  const view = viewOf(session, {
    at,
    contacts: options.contacts === true,
    files,
    ...(rehearsal && { rehearsal }),
  });
  const site = siteFiles(view);
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
        out: options.out,
        files: [...site.keys()],
        removed,
      }),
    );
    return EXIT.clean;
  }
  const pages = [...site.keys()].filter((file) => file.endsWith('.html')).length;
  const what = `${counted(pages, 'page')} and ${counted(site.size - pages, 'calendar')}`;
  io.out(
    `${removed.map((file) => `${file} removed\n`).join('')}${wrapped(`${what} written to ${options.out}, as of ${timeText(at, timeZone)}, planned until ${timeText(until, timeZone)} (${timeZone})`)}Open ${options.out}/index.html in a browser.\n`,
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
