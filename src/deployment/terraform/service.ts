import { Temporal } from 'temporal-polyfill';
import type { Handle, Service, Urgency } from '../deployment';
import type { Block } from './block';
import type { Stack } from './stack';

/** What the provider sends if a timeout is absent, in seconds. */
const DEFAULT_AUTO_RESOLVE = 14_400;
const DEFAULT_ACKNOWLEDGEMENT_TIMEOUT = 1_800;

/**
 * Reads a `pagerduty_service`. Urgency by support hours, alert grouping and automatic
 * pauses are errors, because the rehearsal does not play them.
 * @see https://registry.terraform.io/providers/PagerDuty/pagerduty/3.30.8/docs/resources/service
 */
export function readService(block: Block, stack: Stack): Service {
  const autoResolve = readTimeout(block, 'auto_resolve_timeout', DEFAULT_AUTO_RESOLVE);
  const acknowledgementTimeout = readTimeout(
    block,
    'acknowledgement_timeout',
    DEFAULT_ACKNOWLEDGEMENT_TIMEOUT,
  );
  const service: Service = {
    key: block.address,
    name: block.text('name'),
    escalationPolicy: stack.follow(block.reference('escalation_policy'), 'pagerduty_escalation_policy')
      .address,
    ...(autoResolve === undefined ? {} : { autoResolve }),
    ...(acknowledgementTimeout === undefined ? {} : { acknowledgementTimeout }),
    urgency: readUrgency(block),
  };
  block.ignore('description');
  block.done();
  return service;
}

/**
 * Reads a `datadog_integration_pagerduty_service_object`: the name that messages use,
 * and the service that they reach through its integration key.
 */
export function readHandle(block: Block, stack: Stack): Handle {
  const name = block.parse('service_name', 'a name of A-Z, a-z, 0-9, _ and -', (text) =>
    /^[A-Za-z0-9_-]+$/.test(text) ? text : undefined,
  );
  const key = block.secretReference('service_key');
  const integration = stack.follow(key, 'pagerduty_service_integration', 'integration_key');
  block.done();
  return { name, service: readIntegration(integration, stack) };
}

/** Reads a `pagerduty_service_integration` of the vendor Datadog, and returns the key of its service. */
export function readIntegration(block: Block, stack: Stack): string {
  const service = stack.follow(block.reference('service'), 'pagerduty_service').address;
  const vendor = stack.follow(block.reference('vendor'), 'data.pagerduty_vendor');
  vendor.oneOf('name', ['Datadog']);
  vendor.done();
  block.ignore('name');
  block.done();
  return service;
}

/** Timeouts are text; "null" means never. */
function readTimeout(block: Block, key: string, absent: number): Temporal.Duration | undefined {
  if (!block.has(key)) return Temporal.Duration.from({ seconds: absent });
  return block.text(key) === 'null'
    ? undefined
    : Temporal.Duration.from({ seconds: block.integer(key, 1, Number.MAX_SAFE_INTEGER) });
}

function readUrgency(block: Block): Urgency {
  if (!block.has('incident_urgency_rule')) return 'high';
  const rule = block.block('incident_urgency_rule');
  rule.oneOf('type', ['constant']);
  const urgency = rule.has('urgency') ? rule.oneOf('urgency', ['high', 'low', 'severity_based']) : 'high';
  rule.done();
  return urgency;
}
