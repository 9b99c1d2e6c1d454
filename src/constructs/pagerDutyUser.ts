/**
 * Somebody who can be paged: a `pagerduty_user` resource or data source, or anything
 * else with a user's PagerDuty id. Watchbill looks users up and never creates them,
 * because people exist already (single sign-on).
 */
export interface PagerDutyUser {
  /** PagerDuty's id of the user, usually a cdktf token. */
  readonly id: string;
}
