import { Temporal } from 'temporal-polyfill';
import type { Service, Urgency } from '../deployment';
import type { Block } from '../terraform/block';
import type { Parts } from './parts';
import { readReference } from './reference';

/** Type of the integrations through which Datadog sends events. */
const DATADOG_INTEGRATION = /^generic_events_api_inbound_integration(_reference)?$/;

/**
 * Reads a service as PagerDuty returns it, part by part. A service that is disabled or in
 * maintenance opens no incident, and the rehearsal does not play urgency by support hours,
 * alert grouping and automatic pauses: all of these are errors.
 * @see https://developer.pagerduty.com/api-reference/ GET /services/{id}
 */
export function readService(block: Block, parts: Parts): Partial<Service> {
  const timeout = (part: keyof Service, key: string) => parts.part(part, () => readTimeout(block, key));
  const autoResolve = timeout('autoResolve', 'auto_resolve_timeout');
  const acknowledgementTimeout = timeout('acknowledgementTimeout', 'acknowledgement_timeout');
  const urgency = parts.part('urgency', () => readUrgency(block));
  const service: Partial<Service> = {
    key: block.text('id'),
    name: block.text('name'),
    escalationPolicy: policyOf(block),
    ...(autoResolve === undefined ? {} : { autoResolve }),
    ...(acknowledgementTimeout === undefined ? {} : { acknowledgementTimeout }),
    ...(urgency === undefined ? {} : { urgency }),
  };
  parts.check(
    () => checkStatus(block),
    () => checkAlerts(block),
    () => checkOff(block, 'alert_grouping_parameters', ['type', 'config']),
    () => checkOff(block, 'auto_pause_notifications_parameters', ['enabled', 'timeout']),
  );
  block.ignore('type', 'summary', 'self', 'html_url', 'description', 'created_at', 'teams', 'addons');
  // Support hours have no effect if the urgency is constant.
  block.ignore('integrations', 'last_incident_timestamp', 'support_hours');
  block.ignoreEmpty();
  parts.check(() => block.done());
  return service;
}

function checkAlerts(block: Block): void {
  if (block.has('alert_creation')) block.oneOf('alert_creation', ['create_alerts_and_incidents']);
}

/** Id of the escalation policy that a service uses. */
export function policyOf(block: Block): string {
  return readReference(block.block('escalation_policy'), [
    'escalation_policy',
    'escalation_policy_reference',
  ]);
}

/** Whether a service has an integration through which Datadog sends events. */
export function takesEvents(block: Block): boolean {
  return block
    .blocksIfAny('integrations')
    .some((integration) => DATADOG_INTEGRATION.test(integration.text('type')));
}

/** A timeout in seconds, or null for never. */
function readTimeout(block: Block, key: string): Temporal.Duration | undefined {
  if (!block.has(key)) return undefined;
  const seconds = block.integer(key, 0, Number.MAX_SAFE_INTEGER);
  return seconds === 0 ? undefined : Temporal.Duration.from({ seconds });
}

function readUrgency(block: Block): Urgency {
  const rule = block.block('incident_urgency_rule');
  rule.oneOf('type', ['constant']);
  const urgency = rule.oneOf('urgency', ['high', 'low', 'severity_based']);
  rule.ignoreEmpty();
  rule.done();
  return urgency;
}

function checkStatus(block: Block): void {
  const status = block.oneOf('status', ['active', 'warning', 'critical', 'maintenance', 'disabled']);
  if (status === 'disabled') throw block.error('status', 'the service is disabled: no incident opens');
  if (status === 'maintenance') {
    throw block.error('status', 'the service is in a maintenance window: no incident opens');
  }
}

/** A feature that the rehearsal does not play must be switched off. */
function checkOff(block: Block, key: string, attributes: readonly [main: string, ...others: string[]]): void {
  if (!block.has(key)) return;
  const feature = block.block(key);
  const [main] = attributes;
  if (!feature.isEmpty(main)) throw feature.error(main, 'the rehearsal cannot play this');
  feature.ignore(...attributes);
  feature.ignoreEmpty();
  feature.done();
}
