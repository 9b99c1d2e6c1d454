import { readDataDirectory } from '../../catalog';
import { EXIT } from '../../cli/exitCode';
import type { StackIo } from '../../cli/io';
import { instantJson, jsonText } from '../../cli/json';
import { OwnFolder } from '../../cli/ownFolder';
import { type CommonOptions, dataFolder, soundSession } from '../../cli/session';
import { counted } from '../../text/counted';
import { wrapped } from '../../text/wrapped';
import { timeText } from '../../time/localTime';
import { siteFiles } from './siteFiles';
import { SITE_FOLDER } from './siteFolder';
import { viewOf } from './view';

/** Options of `watchbill site`. */
export interface SiteOptions extends CommonOptions {
  /** The folder for the site. */
  readonly out: string;
  /** Shows e-mail addresses. @default - they are not on the pages */
  readonly contacts?: boolean;
}

/**
 * `watchbill site`: writes the roster, the ladders and the runbooks as pages.
 * @throws UsageError if the folder contains anything else, or cannot be written
 * @throws DataProblems if the data has errors
 */
export function site(options: SiteOptions, io: StackIo): number {
  const session = soundSession(options, io, { undone: 'nothing was written' });
  const folder = new OwnFolder(options.out, SITE_FOLDER);
  const { catalog, asOf, asOfGiven } = session;
  const at = asOfGiven ? asOf : io.now();
  const files = readDataDirectory(dataFolder(options, io));
  const view = viewOf(session, { at, contacts: options.contacts === true, files });
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
