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
