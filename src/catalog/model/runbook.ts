import type { Location } from '../diagnostic';
import type { AlertRule } from './alertRule';

/** The Markdown document that somebody who is woken follows. */
export interface Runbook {
  /** File name below the runbooks folder, e.g. `aggregate-profit.md`. */
  readonly file: string;
  readonly pipeline: string;
  /** Alert rules in the order of the front matter. */
  readonly alerts: readonly AlertRule[];
  readonly source: Location;
}

/** The section of a runbook that belongs to one alert, as plain text (Markdown removed, not yet inert). */
export interface RunbookSection {
  /** Text of the heading. */
  readonly title: string;
  /** GitHub slug of the heading; equals the alert's id. */
  readonly slug: string;
  /** What the alert means: the paragraph that begins with `Meaning.`, else the first paragraph; may be empty. */
  readonly meaning: string;
  /** What to do first: the items of the first list of the section, else none. */
  readonly firstSteps: readonly string[];
}
