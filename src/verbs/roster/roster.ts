import type { Temporal } from 'temporal-polyfill';
import type { Catalog } from '../../catalog';
import { CLASH, marked, paletteOf } from '../../cli/color';
import { refuseErrors } from '../../cli/dataProblems';
import { EXIT } from '../../cli/exitCode';
import type { Io } from '../../cli/io';
import { jsonText } from '../../cli/json';
import { type CommonOptions, instantOption, readableSession, type Session } from '../../cli/session';
import { findById } from '../../cli/suggestion';
import {
  holidayProblems,
  horizonOf,
  isBefore,
  personRosters,
  planningWindow,
  Rosters,
  type RotationRoster,
  rosterOfCatalog,
  type Span,
} from '../../roster';
import { UsageError } from '../../text/usageError';
import { rosterJson, rosterText } from './report';

// `diff` shows rosters, too.
export { rosterJson, rosterText };

/** Options of `watchbill roster`. */
export interface RosterOptions extends CommonOptions {
  /** The first day. @default - as of */
  readonly from?: string;
  /** How many weeks. @default - up to the horizon */
  readonly weeks?: string;
  /** Id of a pipeline: only its rotations. @default - all rotations */
  readonly pipeline?: string;
  /** Id of a person: only their shifts. @default - everybody's */
  readonly person?: string;
}

/**
 * `watchbill roster`: who is on call when, and why.
 * @default session - the data is read
 */
export function roster(
  options: RosterOptions,
  io: Io,
  session: Session = readableSession(options, io),
): number {
  const { catalog, asOf } = session;
  const window = windowOf(options, catalog, asOf);
  refuseErrors(holidayProblems(catalog, window));
  const json = options.json === true;
  // The text also says whether the last shift goes on.
  const seen = json ? window : { ...window, until: window.until.add({ seconds: 1 }) };
  const rosters = chosen(
    json ? rosterOfCatalog(catalog, window) : wholeShifts(catalog, seen),
    options,
    catalog,
  );
  const person =
    options.person === undefined ? undefined : findById('person', catalog.people, options.person).id;
  const persons = personRosters(catalog, seen).filter(
    ({ pipeline }) => options.pipeline === undefined || pipeline.id === options.pipeline,
  );
  const view = {
    catalog,
    asOf,
    rosters,
    persons,
    until: window.until,
    ...(person === undefined ? {} : { person }),
  };
  io.out(json ? jsonText(rosterJson(view)) : marked(rosterText(view), CLASH, paletteOf(io, 'out').red));
  return EXIT.clean;
}

function windowOf({ from, weeks }: RosterOptions, catalog: Catalog, asOf: Temporal.Instant): Span {
  const { organization } = catalog;
  const start = from === undefined ? asOf : instantOption('--from', from, organization.timeZone);
  if (weeks === undefined) return { from: start, until: horizonOf(start, organization) };
  if (!/^[1-9]\d{0,3}$/.test(weeks)) {
    throw new UsageError(`--weeks is not a whole number from 1 to 9999: ${JSON.stringify(weeks)}`);
  }
  const until = start.toZonedDateTimeISO(organization.timeZone).add({ weeks: Number(weeks) });
  return { from: start, until: until.toInstant() };
}

/** Rosters for people: a shift that is running when the window begins is shown in full. */
function wholeShifts(catalog: Catalog, window: Span): readonly RotationRoster[] {
  const rosters = new Rosters(catalog);
  return catalog.rotations.map((rotation) => {
    const { from } = planningWindow(rotation, catalog.organization, window.from);
    const roster = rosters.of(rotation, { from, until: window.until });
    return { ...roster, shifts: roster.shifts.filter((shift) => isBefore(window.from, shift.until)) };
  });
}

function chosen(
  rosters: readonly RotationRoster[],
  { pipeline }: RosterOptions,
  catalog: Catalog,
): readonly RotationRoster[] {
  if (pipeline === undefined) return rosters;
  const { rotations, name } = findById('pipeline', catalog.pipelines, pipeline);
  if (rotations.length === 0)
    throw new UsageError(`"${name}" is an office-hours pipeline: nobody is on call for it`);
  return rosters.filter((each) => rotations.some(({ id }) => id === each.rotation));
}
