import type { Temporal } from 'temporal-polyfill';
import { CLASH, marked, paletteOf } from '../../cli/color';
import { refuseErrors } from '../../cli/dataProblems';
import { EXIT } from '../../cli/exitCode';
import type { Io } from '../../cli/io';
import { jsonText } from '../../cli/json';
import { type CommonOptions, instantOption, readableSession, type Session } from '../../cli/session';
import { findById } from '../../cli/suggestion';
import { holidayProblems } from '../../roster';
import { answersOf } from './answers';
import { whoJson } from './json';
import { whoText } from './text';

// `site` shows maintenances, too.
export { maintenanceFrom } from './maintenance';

/** Options of `watchbill who`. */
export interface WhoOptions extends CommonOptions {
  /** The moment to show. @default - `--as-of` if it is given, else now */
  readonly at?: string;
}

/**
 * `watchbill who`: who is on call at a moment, and who is next.
 * @default session - the data is read
 */
export function who(
  pipelineId: string | undefined,
  options: WhoOptions,
  io: Io,
  session: Session = readableSession(options, io),
): number {
  const { catalog } = session;
  const at = momentOf(options, session, io);
  refuseErrors(holidayProblems(catalog, { from: at, until: at.add({ nanoseconds: 1 }) }));
  const pipelines =
    pipelineId === undefined ? catalog.pipelines : [findById('pipeline', catalog.pipelines, pipelineId)];
  const answers = answersOf(pipelines, catalog, at);
  const { red } = paletteOf(io, 'out');
  io.out(
    options.json === true
      ? jsonText(whoJson(answers, session, at))
      : marked(whoText(answers, catalog, at), CLASH, red),
  );
  return EXIT.clean;
}

function momentOf({ at }: WhoOptions, { catalog, asOf, asOfGiven }: Session, io: Io): Temporal.Instant {
  if (at !== undefined) return instantOption('--at', at, catalog.organization.timeZone);
  return asOfGiven ? asOf : io.now();
}
