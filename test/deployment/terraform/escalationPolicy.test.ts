import { onCallStack } from '../terraformFixture';
import { refusals } from './refusals';

refusals(onCallStack, 'pagerduty_escalation_policy.profit', [
  ['a tenth loop', 'num_loops', 10, '0 to 9'],
  ['no rules', 'rule', [], 'at least one'],
  ['no delay', 'rule/0/escalation_delay_in_minutes', 0, 'from 1'],
  ['no targets', 'rule/0/target', [], 'at least one'],
  [
    'a target that does not exist',
    'rule/1/target/0/id',
    '${pagerduty_schedule.growth.id}',
    'not in the stack',
  ],
  ['a schedule as a user', 'rule/1/target/0/type', undefined, 'data.pagerduty_user', 'rule[1].target[0].id'],
  [
    'a user as a schedule',
    'rule/0/target/0/type',
    'schedule_reference',
    'pagerduty_schedule',
    'rule[0].target[0].id',
  ],
  ['round robin', 'rule/0/escalation_rule_assignment_strategy', {}, 'understand'],
]);
