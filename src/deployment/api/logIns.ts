import type { Block } from '../terraform/block';
import { apiBlock, textOf } from './objects';
import type { PagerDutyReader } from './readers';

/** The person with a PagerDuty log-in, and how PagerDuty reaches them. */
export interface LogIn {
  /** API id. */
  readonly id: string;
  /** The log-in. */
  readonly email: string;
  /** Display name. */
  readonly name: string;
  /** In PagerDuty's words, e.g. `limited_user`. */
  readonly role: string;
  /** How they can be reached. */
  readonly contactMethods: readonly ContactMethod[];
  /** When each way of reaching them is used. */
  readonly notificationRules: readonly NotificationRule[];
}

/** One way to reach somebody. */
export interface ContactMethod {
  /** API id. */
  readonly id: string;
  /** PagerDuty's type without its ending, e.g. `phone`, `sms`, `push_notification`, `email`. */
  readonly type: string;
  /** False if PagerDuty sends nothing to it: it is not enabled, or blacklisted. */
  readonly isUsable: boolean;
}

/** When a contact method is used. */
export interface NotificationRule {
  /** E.g. `high`. */
  readonly urgency: string;
  /** Id of the contact method. */
  readonly contactMethod: string;
}

const INCLUDE = ['contact_methods', 'notification_rules'];

/**
 * The people with the given log-ins, by the log-in in lower case, as PagerDuty compares them;
 * undefined for a log-in that PagerDuty does not have.
 * @throws DeploymentError if an answer is not understood
 * @see https://developer.pagerduty.com/api-reference/ GET /users
 */
export async function readLogIns(
  pagerDuty: PagerDutyReader,
  emails: Iterable<string>,
): Promise<ReadonlyMap<string, LogIn | undefined>> {
  const logIns = new Map<string, LogIn | undefined>();
  for (const email of new Set([...emails].map((each) => each.toLowerCase()))) {
    const found = await pagerDuty.list('/users', 'users', { query: email, 'include[]': INCLUDE });
    const user = found.find((value) => textOf(value, 'email').toLowerCase() === email);
    logIns.set(email, user === undefined ? undefined : readLogIn(apiBlock('user', user)));
  }
  return logIns;
}

/** The lists must be there: a missing one would look like somebody without a phone. */
function readLogIn(block: Block): LogIn {
  return {
    id: block.text('id'),
    email: block.text('email'),
    name: block.text('name'),
    role: block.text('role'),
    contactMethods: listOf(block, 'contact_methods').map(readMethod),
    notificationRules: listOf(block, 'notification_rules').map((rule) => ({
      urgency: rule.text('urgency'),
      contactMethod: rule.block('contact_method').text('id'),
    })),
  };
}

function readMethod(method: Block): ContactMethod {
  return {
    id: method.text('id'),
    type: method.text('type').replace(/_contact_method(_reference)?$/, ''),
    isUsable: isTrue(method, 'enabled', true) && !isTrue(method, 'blacklisted', false),
  };
}

function isTrue(block: Block, key: string, otherwise: boolean): boolean {
  return block.has(key) ? block.boolean(key) : otherwise;
}

function listOf(block: Block, key: string): Block[] {
  if (!block.has(key)) throw block.error(key, 'missing');
  return block.blocksIfAny(key);
}
