import type { ContactMethod, LogIn } from '../api/logIns';

/** Why a page would not wake somebody. */
export type UnreachableReason =
  /** PagerDuty has no such log-in. */
  | 'log-in'
  /** A role that cannot be on call. */
  | 'role'
  /** Nothing rings: no phone, SMS, WhatsApp or app, or none that PagerDuty uses. */
  | 'contact-methods'
  /** Something rings, but no rule uses it for high urgency. */
  | 'notification-rules';

/** What makes a noise at night. E-mail does not. */
const RINGING = ['phone', 'sms', 'push_notification', 'whatsapp'];

/**
 * Stakeholders cannot be in a schedule or a policy. Observers and people with restricted
 * access can, and answer the incidents that are assigned to them.
 * @see https://support.pagerduty.com/main/docs/advanced-permissions#base-role-actions
 */
const NEVER_ON_CALL = ['read_only_user', 'read_only_limited_user'];
const ANSWERS_ONLY = ['observer', 'restricted_access'];

/**
 * Why a page would not wake the person with a log-in, by PagerDuty's rules alone.
 * @returns undefined if it would
 */
export function whyUnreachable(logIn: LogIn | undefined): UnreachableReason | undefined {
  if (logIn === undefined) return 'log-in';
  if (NEVER_ON_CALL.includes(logIn.role)) return 'role';
  const ringing = logIn.contactMethods.filter((method) => rings(method) && method.isUsable);
  if (ringing.length === 0) return 'contact-methods';
  const isUsed = logIn.notificationRules.some(
    ({ urgency, contactMethod }) => urgency === 'high' && ringing.some(({ id }) => id === contactMethod),
  );
  return isUsed ? undefined : 'notification-rules';
}

/** Whether a contact method makes a noise when PagerDuty uses it. */
export function rings({ type }: Pick<ContactMethod, 'type'>): boolean {
  return RINGING.includes(type);
}

/** Whether a role can answer pages but cannot change who is on call. */
export function answersOnly({ role }: Pick<LogIn, 'role'>): boolean {
  return ANSWERS_ONLY.includes(role);
}
