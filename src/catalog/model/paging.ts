/** PagerDuty's urgencies. */
export const URGENCIES = ['high', 'low'] as const;

/** How loudly PagerDuty notifies: `high` escalates; `low` notifies the first step alone. */
export type Urgency = (typeof URGENCIES)[number];

/** How loudly a rule pages, and when; on a pipeline: the default of its rules. */
export interface Paging {
  /** PagerDuty's urgency. @default - the pipeline's; of a pipeline, `high` */
  readonly urgency?: Urgency;
  /**
   * `office-hours`: alerts wait until the office hours of the pipeline's office begin.
   * @default - the pipeline's; of a pipeline, they page at once
   */
  readonly hold?: 'office-hours';
}
