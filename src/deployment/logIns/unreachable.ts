import type { ContactMethod, LogIn } from '../api/logIns';

/** Why nothing would wake somebody whom PagerDuty pages. */
export type UnreachableReason =
  /** PagerDuty has no such log-in. */
  | 'log-in'
  /** A role that cannot be on call. */
  | 'role'
  /** Nothing that rings: no phone, SMS, WhatsApp or app, or none that PagerDuty uses. */
  | 'contact-methods'
  /** Something that rings, and no rule that uses it for high urgency. */
  | 'notification-rules';

/** What makes a noise at night. A mail does not. */
const RINGING = ['phone', 'sms', 'push_notification', 'whatsapp'];

/**
 * Stakeholders are taken into no schedule and no policy. Observers and people with
 * restricted access are, and answer the incidents that are assigned to them.
 * @see https://support.pagerduty.com/main/docs/advanced-permissions#base-role-actions
 */
const NEVER_ON_CALL = ['read_only_user', 'read_only_limited_user'];
const ANSWERS_ONLY = ['observer', 'restricted_access'];

/** Why nothing would wake whoever has a log-in, by PagerDuty's rules alone; none where something would. */
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

/** Whether a contact method makes a noise, if PagerDuty uses it. */
export function rings({ type }: Pick<ContactMethod, 'type'>): boolean {
  return RINGING.includes(type);
}

/** Whether a role answers what it is paged for, and may do nothing else about who is on call. */
export function answersOnly({ role }: Pick<LogIn, 'role'>): boolean {
  return ANSWERS_ONLY.includes(role);
}
