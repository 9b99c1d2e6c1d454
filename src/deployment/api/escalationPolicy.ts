import type { EscalationPolicy, EscalationRule, EscalationTarget } from '../deployment';
import type { Block } from '../terraform/block';
import type { Parts } from './parts';
import { readReference } from './reference';
import type { Users } from './users';

const USER = ['user', 'user_reference'];
const SCHEDULE = ['schedule', 'schedule_reference'];

/**
 * Reads an escalation policy as PagerDuty returns it.
 * @see https://developer.pagerduty.com/api-reference/ GET /escalation_policies/{id}
 */
export function readEscalationPolicy(block: Block, users: Users, parts: Parts): EscalationPolicy {
  const policy = {
    key: block.text('id'),
    name: block.text('name'),
    repeat: block.has('num_loops') ? block.integer('num_loops', 0, 9) : 0,
    rules: block.blocks('escalation_rules').map((rule) => readRule(rule, users)),
  };
  block.ignore('type', 'summary', 'self', 'html_url', 'description', 'teams', 'services');
  // Announcing a hand-off pages nobody about an incident.
  block.ignore('on_call_handoff_notifications', 'privileges', 'repeat_enabled');
  block.ignoreEmpty();
  parts.check(() => block.done());
  return policy;
}

/** Ids of the users and schedules that a policy targets, whatever else is wrong with it. */
export function targetsOf(block: Block): { readonly users: string[]; readonly schedules: string[] } {
  const targets = block.blocksIfAny('escalation_rules').flatMap((rule) => rule.blocksIfAny('targets'));
  const ids = (types: readonly string[]) =>
    targets.filter((target) => types.includes(target.text('type'))).map((target) => target.text('id'));
  return { users: ids(USER), schedules: ids(SCHEDULE) };
}

function readRule(block: Block, users: Users): EscalationRule {
  const rule = {
    delayMinutes: block.integer('escalation_delay_in_minutes', 1, Number.MAX_SAFE_INTEGER),
    targets: block.blocks('targets').map((target) => readTarget(target, users)),
  };
  if (block.has('escalation_rule_assignment_strategy')) {
    const strategy = block.block('escalation_rule_assignment_strategy');
    strategy.oneOf('type', ['assign_to_everyone']);
    strategy.done();
  }
  block.ignore('id');
  block.ignoreEmpty();
  block.done();
  return rule;
}

function readTarget(block: Block, users: Users): EscalationTarget {
  const isUser = USER.includes(block.text('type'));
  const id = readReference(block, [...USER, ...SCHEDULE]);
  return isUser
    ? { kind: 'user', email: users.email(id, block.address, block.path) }
    : { kind: 'schedule', schedule: id };
}
