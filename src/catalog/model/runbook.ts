import type { Location } from '../diagnostic';
import type { AlertRule } from './alertRule';

/** The Markdown document that the person who is paged follows. */
export interface Runbook {
  /** File name in the runbooks folder, e.g. `aggregate-profit.md`. */
  readonly file: string;
  /**
   * Address of the page elsewhere that is the runbook.
   * @default - the file is
   */
  readonly link?: string;
  /** Id of its pipeline. */
  readonly pipeline: string;
  /** Alert rules in the order of the front matter. */
  readonly alerts: readonly AlertRule[];
  /** Where the front matter names the pipeline. */
  readonly source: Location;
}
