import type { Temporal } from 'temporal-polyfill';
import type { Catalog, Rotation } from '../../catalog';
import type { Session } from '../../cli/session';
import { type Looks, looksOf } from '../../pictures';
import {
  horizonOf,
  isBefore,
  type PersonRoster,
  personRosters,
  planningWindow,
  Rosters,
  type RotationRoster,
  type Shift,
  type Span,
} from '../../roster';
import { type Load, loadOf } from '../load/load';
import type { RehearsalView } from '../rehearse/rehearse';
import { type RunbookPage, type RunbookPages, runbookPages } from './runbook/sitePages';

/** A rotation and who is on call in it. */
export interface SiteRotation {
  readonly rotation: Rotation;
  /** Its roster in the site's window, as `roster --json` has it. */
  readonly roster: RotationRoster;
  /** The same shifts, with the running one from its true beginning. */
  readonly whole: readonly Shift[];
}

/** Where the roster is: all of it on its page, its picture in separate files, or each rotation on a page of its own. */
export type RosterForm = 'whole' | 'pictureApart' | 'pages';

/** Path of the page of a rotation that has one. */
export function rotationPath({ id }: Pick<Rotation, 'id'>): string {
  return `rotations/${id}.html`;
}

/** Where the shifts of a rotation are, below the site's folder. */
export function shiftsHref(rotation: Rotation, { rosterForm }: Pick<SiteView, 'rosterForm'>): string {
  return rosterForm === 'pages' ? rotationPath(rotation) : `roster.html#rotation-${rotation.id}`;
}

/** All that the pages show. */
export interface SiteView {
  readonly catalog: Catalog;
  /** The instant to plan from. */
  readonly asOf: Temporal.Instant;
  /** The moment that "now" means until a script knows better. */
  readonly at: Temporal.Instant;
  /** From `asOf` to the horizon. */
  readonly window: Span;
  /** In the order of the data. */
  readonly rotations: readonly SiteRotation[];
  /** Who is paged where a pipeline names a person. */
  readonly persons: readonly PersonRoster[];
  readonly load: Load;
  /** How people look, here and in the pictures. */
  readonly looks: Looks;
  /** Whether e-mail addresses are shown. */
  readonly contacts: boolean;
  /** Where the roster is, depending on its size. */
  readonly rosterForm: RosterForm;
  /** Every page of the runbooks folder. */
  readonly pages: RunbookPages;
  /** A night in which every rule breaks. @default - not rehearsed */
  readonly rehearsal?: RehearsalView;
  /** Those that belong to no pipeline, in the order of their names. */
  readonly others: readonly RunbookPage[];
}

/**
 * What the site shows.
 * @param at the present moment
 * @param rehearsal of the same session
 */
export function viewOf(
  { catalog, asOf, files }: Pick<Session, 'catalog' | 'asOf' | 'files'>,
  { at, contacts, rehearsal }: Pick<SiteView, 'at' | 'contacts' | 'rehearsal'>,
): SiteView {
  const window = { from: asOf, until: horizonOf(asOf, catalog.organization) };
  const rosters = new Rosters(catalog);
  const rotations = catalog.rotations.map((rotation) => {
    const { from } = planningWindow(rotation, catalog.organization, asOf);
    const whole = rosters.of(rotation, { from, until: window.until }).shifts;
    return {
      rotation,
      roster: rosters.of(rotation, window),
      whole: whole.filter(({ until }) => isBefore(asOf, until)),
    };
  });
  const load = loadOf(
    catalog,
    rotations.map(({ roster }) => roster),
  );
  const pages = runbookPages(files, catalog);
  const others = [...pages.values()].filter(({ path }) => path.startsWith('pages/'));
  const persons = personRosters(catalog, window);
  return {
    catalog,
    asOf,
    at,
    window,
    rotations,
    persons,
    load,
    looks: looksOf(catalog.people),
    contacts,
    rosterForm: 'whole',
    pages,
    others,
    ...(rehearsal && { rehearsal }),
  };
}
