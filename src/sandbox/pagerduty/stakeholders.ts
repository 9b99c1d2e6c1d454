import type { PagerDutyState } from './state';

/**
 * Roles that cannot be in a schedule or an escalation policy: full and limited stakeholders.
 * Observers and people with restricted access can.
 * @see https://support.pagerduty.com/main/docs/advanced-permissions#base-role-actions
 */
const STAKEHOLDERS = ['read_only_user', 'read_only_limited_user'];

/** Whether any of the users is a stakeholder. */
export function hasStakeholder({ users }: PagerDutyState, ids: readonly string[]): boolean {
  return users.some(({ id, role }) => ids.includes(id) && STAKEHOLDERS.includes(role));
}
