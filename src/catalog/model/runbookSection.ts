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
