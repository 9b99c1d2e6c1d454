/**
 * Somebody who can be paged: a `pagerduty_user` resource or data source, or
 * anything else that knows the user's PagerDuty id. Users are looked up, never
 * created: people exist already (single sign-on).
 */
export interface PagerDutyUser {
  /** PagerDuty's id of the user, usually a cdktf token. */
  readonly id: string;
}
