/** The prefix of each line of code in a runbook's plain text; in code, white space matters. */
export const CODE_PREFIX = '\t';

/**
 * The section of a runbook about one alert, as plain text (Markdown removed, not yet inert):
 * one line per paragraph, list item, table row and line of code; code follows {@link CODE_PREFIX}.
 */
export interface RunbookSection {
  /** Text of the heading, on one line. */
  readonly title: string;
  /** GitHub slug of the heading; equals the alert's id. */
  readonly slug: string;
  /** What the alert means: the part "Meaning", otherwise the text before the other parts; may be empty. */
  readonly meaning: string;
  /** What to do first: the steps of the part "Check", each one or more lines; may be empty. */
  readonly firstSteps: readonly string[];
}
