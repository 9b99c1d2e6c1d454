import type { PagerDutyState } from './state';

/**
 * The roles that PagerDuty takes into no schedule and no escalation policy: full and
 * limited stakeholders. Observers and people with restricted access may be on call.
 * @see https://support.pagerduty.com/main/docs/advanced-permissions#base-role-actions
 */
const STAKEHOLDERS = ['read_only_user', 'read_only_limited_user'];

/** Whether any of the users is a stakeholder. */
export function hasStakeholder({ users }: PagerDutyState, ids: readonly string[]): boolean {
  return users.some(({ id, role }) => ids.includes(id) && STAKEHOLDERS.includes(role));
}
