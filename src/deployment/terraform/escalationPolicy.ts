import type { EscalationPolicy, EscalationRule, EscalationTarget } from '../deployment';
import type { Block } from './block';
import type { Stack } from './stack';

/**
 * Reads a `pagerduty_escalation_policy`.
 * @see https://registry.terraform.io/providers/PagerDuty/pagerduty/3.30.8/docs/resources/escalation_policy
 */
export function readEscalationPolicy(block: Block, stack: Stack): EscalationPolicy {
  const policy = {
    key: block.address,
    name: block.text('name'),
    repeat: block.has('num_loops') ? block.integer('num_loops', 0, 9) : 0,
    rules: block.blocks('rule').map((rule) => readRule(rule, stack)),
  };
  block.ignore('description', 'teams');
  block.done();
  return policy;
}

function readRule(block: Block, stack: Stack): EscalationRule {
  const rule = {
    delayMinutes: block.integer('escalation_delay_in_minutes', 1, Number.MAX_SAFE_INTEGER),
    targets: block.blocks('target').map((target) => readTarget(target, stack)),
  };
  block.done();
  return rule;
}

function readTarget(block: Block, stack: Stack): EscalationTarget {
  // The provider's default, which would send a schedule's id as a user's.
  const type = block.has('type')
    ? block.oneOf('type', ['user_reference', 'schedule_reference'])
    : 'user_reference';
  const id = block.reference('id');
  block.done();
  return type === 'user_reference'
    ? { kind: 'user', email: stack.email(id) }
    : { kind: 'schedule', schedule: stack.follow(id, 'pagerduty_schedule').address };
}
