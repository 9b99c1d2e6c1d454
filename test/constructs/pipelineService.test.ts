import { Temporal } from 'temporal-polyfill';
import { PipelineService, type PipelineServiceProps } from '../../src/constructs';
import { DataPagerdutyVendor, PagerdutyEscalationPolicy } from '../../src/constructs/cdktf';
import { only, synthesized } from './synthesized';

const service = (props: Partial<PipelineServiceProps> = {}) =>
  synthesized(
    (stack) =>
      new PipelineService(stack, 'profit', {
        name: 'Aggregate profit',
        handle: 'aggregate-profit',
        escalationPolicy: new PagerdutyEscalationPolicy(stack, 'policy', { name: 'x', rule: [] }),
        datadogVendor: new DataPagerdutyVendor(stack, 'datadog', { name: 'Datadog' }),
        ...props,
      }),
  );

test('incidents end when the monitor recovers, and an acknowledgement is not the end of it', () => {
  expect(only(service(), 'pagerduty_service')).toMatchObject({
    name: 'Aggregate profit',
    auto_resolve_timeout: 'null',
    acknowledgement_timeout: '1800',
    incident_urgency_rule: { type: 'constant', urgency: 'high' },
    escalation_policy: '${pagerduty_escalation_policy.policy.id}',
  });
  const slow = service({ acknowledgementTimeout: Temporal.Duration.from({ hours: 2 }) });
  expect(only(slow, 'pagerduty_service')).toMatchObject({ acknowledgement_timeout: '7200' });
});

test("the handle carries the integration's key by reference, never by value", () => {
  const json = service();
  const [integration] = Object.keys(json.resource['pagerduty_service_integration'] ?? {});
  expect(only(json, 'pagerduty_service_integration')).toMatchObject({
    name: 'Datadog',
    vendor: '${data.pagerduty_vendor.datadog.id}',
  });
  expect(only(json, 'pagerduty_service_integration')).not.toHaveProperty('type');
  expect(only(json, 'datadog_integration_pagerduty_service_object')).toMatchObject({
    service_name: 'aggregate-profit',
    service_key: `\${pagerduty_service_integration.${integration}.integration_key}`,
  });
});

test('a handle that Datadog would cut short is refused', () => {
  expect(() => service({ handle: 'aggregate profit' })).toThrow(
    "'handle' ('aggregate profit') must contain only letters",
  );
});

test('an acknowledgement that ends at once or in a fraction of a second is refused, and so is no name', () => {
  const timeout = (text: string) => ({ acknowledgementTimeout: Temporal.Duration.from(text) });
  expect(() => service(timeout('PT0S'))).toThrow("'acknowledgementTimeout' (PT0S) must be at least 1 second");
  expect(() => service(timeout('PT0.5S'))).toThrow("'acknowledgementTimeout' (PT0.5S) must be whole seconds");
  expect(() => service({ name: '' })).toThrow("'name' ('') must have 1 to 255 characters");
});

test('low urgency and a description, where they are given; else our mark', () => {
  expect(only(service(), 'pagerduty_service')).toMatchObject({ description: 'Managed by Watchbill' });
  expect(
    only(service({ urgency: 'low', description: '${x}', name: '%{y}' }), 'pagerduty_service'),
  ).toMatchObject({
    name: '%%{y}',
    description: '$${x}',
    incident_urgency_rule: { type: 'constant', urgency: 'low' },
  });
});

test.each(['', 'a b', ' a', 'a\n', 'ä'])('the handle %j is refused', (handle) => {
  expect(() => service({ handle })).toThrow(
    new Error(`'handle' ('${handle}') must contain only letters, digits, '_' and '-'`),
  );
});
