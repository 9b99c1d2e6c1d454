/**
 * The section of a runbook that belongs to one alert, as plain text (Markdown removed, not yet
 * inert): a line for each paragraph, item, row and line of code, the last behind a tab.
 */
export interface RunbookSection {
  /** Text of the heading, in one line. */
  readonly title: string;
  /** GitHub slug of the heading; equals the alert's id. */
  readonly slug: string;
  /** What the alert means: the part "Meaning", else what stands before the other parts; may be empty. */
  readonly meaning: string;
  /** What to do first: the steps of the part "Check", each of one or more lines; may be none. */
  readonly firstSteps: readonly string[];
}
