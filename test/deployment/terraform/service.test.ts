import { onCallStack } from '../terraformFixture';
import { refusals } from './refusals';

refusals(onCallStack, 'pagerduty_service.profit', [
  ['an unknown policy', 'escalation_policy', '${pagerduty_escalation_policy.x.id}', 'not in the stack'],
  [
    "another object's attribute",
    'escalation_policy',
    '${pagerduty_escalation_policy.profit.name}',
    'the id of',
  ],
  ['a timeout of nothing', 'auto_resolve_timeout', '0', 'whole number'],
  ['a timeout in words', 'acknowledgement_timeout', 'never', 'not a number'],
  [
    'support hours',
    'incident_urgency_rule',
    { type: 'use_support_hours' },
    'constant',
    'incident_urgency_rule.type',
  ],
  ['an unknown urgency', 'incident_urgency_rule/urgency', 'middle', 'not one of'],
  ['two urgency rules', 'incident_urgency_rule', [{ type: 'constant' }, { type: 'constant' }], 'exactly one'],
  ['a pause before paging', 'auto_pause_notifications_parameters', {}, 'understand'],
]);

refusals(onCallStack, 'pagerduty_service_integration.profit', [
  ['an integration of nothing', 'service', '${pagerduty_service.x.id}', 'not in the stack'],
  ['an integration without vendor', 'vendor', undefined, 'missing'],
  ['an integration with a type', 'type', 'events_api_v2_inbound_integration', 'understand'],
]);

refusals(onCallStack, 'datadog_integration_pagerduty_service_object.profit', [
  ['a handle with a space', 'service_name', 'aggregate profit', 'A-Z'],
  [
    'a handle of nothing',
    'service_key',
    '${pagerduty_service_integration.x.integration_key}',
    'not in the stack',
  ],
  [
    'a handle with an id for a key',
    'service_key',
    '${pagerduty_service_integration.profit.id}',
    'integration_key',
  ],
]);
