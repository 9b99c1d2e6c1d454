import { loadCatalogOrThrow } from '../../src/catalog';
import { changedData } from '../catalog/changedData';
import { byAddress, monitors, onCall } from './xyzTech';

/** XYZ Tech with keys for growth, and for its rule that runs too long. */
const growth = (keys: string, rule = '') =>
  loadCatalogOrThrow(
    changedData(
      { path: 'pipelines.yaml', replace: 'primary: accounts\n', with: `primary: accounts\n${keys}` },
      { path: 'runbooks/aggregate-growth.md', replace: 'longerThan: 2h,', with: `longerThan: 2h,${rule}` },
    ),
    'data',
  );

/** What there is of growth, by address; descriptions and texts left out. */
const of = (json: ReturnType<typeof onCall>, types: RegExp) =>
  Object.fromEntries(
    [...byAddress(json)].filter(([address]) => types.test(address) && address.includes('aggregate-growth')),
  );
const SERVICES = /^(pagerduty_service|datadog_integration)/;

test('a rule of low urgency: a second service with the same policy, its handle, and what the business sees', () => {
  const objects = of(onCall(growth('', ' urgency: low,')), SERVICES);
  const low = {
    name: 'Aggregate growth for investors (low urgency)',
    escalation_policy: '${pagerduty_escalation_policy.aggregate-growth.id}',
    incident_urgency_rule: { type: 'constant', urgency: 'low' },
    description: expect.stringMatching(/^Pipeline aggregate-growth, low urgency\. Managed by Watchbill/),
  };
  const dependency = (on: string) => ({
    dependency: [
      {
        dependent_service: [
          { id: '${pagerduty_business_service.aggregate-growth.id}', type: 'business_service' },
        ],
        supporting_service: [{ id: `\${pagerduty_service.${on}.id}`, type: 'service' }],
      },
    ],
  });
  expect(objects).toEqual({
    'pagerduty_service.aggregate-growth': expect.objectContaining({
      incident_urgency_rule: { type: 'constant', urgency: 'high' },
    }),
    'pagerduty_service.aggregate-growth__low': expect.objectContaining(low),
    'pagerduty_service_integration.aggregate-growth': expect.anything(),
    'pagerduty_service_integration.aggregate-growth__low': expect.objectContaining({
      service: '${pagerduty_service.aggregate-growth__low.id}',
    }),
    'datadog_integration_pagerduty_service_object.aggregate-growth': expect.objectContaining({
      service_name: 'aggregate-growth',
    }),
    'datadog_integration_pagerduty_service_object.aggregate-growth__low': {
      service_name: 'aggregate-growth-low',
      service_key: '${pagerduty_service_integration.aggregate-growth__low.integration_key}',
    },
    'pagerduty_service_dependency.aggregate-growth': dependency('aggregate-growth'),
    'pagerduty_service_dependency.aggregate-growth__low': dependency('aggregate-growth__low'),
  });
});

test('each service exists only where a rule is of its urgency, at an address of its own', () => {
  expect(Object.keys(of(onCall(growth('  urgency: low\n')), SERVICES))).toEqual([
    'datadog_integration_pagerduty_service_object.aggregate-growth__low',
    'pagerduty_service.aggregate-growth__low',
    'pagerduty_service_dependency.aggregate-growth__low',
    'pagerduty_service_integration.aggregate-growth__low',
  ]);
});

test('the message names the handle of its urgency in all three parts, and no other', () => {
  const { 'datadog_monitor.aggregate-growth__runs-too-long': monitor } = of(
    monitors(growth('', ' urgency: low,')),
    /^datadog_monitor/,
  ) as Record<string, { message: string }>;
  expect(monitor?.message.match(/^@.*$/gm)).toEqual(Array(3).fill('@pagerduty-aggregate-growth-low'));
});

test('held rules are tagged, and under the same downtimes as an office-hours pipeline', () => {
  const json = monitors(growth('', ' hold: office-hours,'));
  const own = of(json, /^datadog_downtime_schedule/);
  const theirs = Object.keys(json.resource['datadog_downtime_schedule'] ?? {})
    .filter((id) => id.startsWith('daily-growth-experiments'))
    .map((id) => `datadog_downtime_schedule.${id.replace('daily-growth-experiments', 'aggregate-growth')}`);
  expect(Object.keys(own)).toEqual(theirs);
  const tags = ['hold:office-hours', 'managed-by:watchbill', 'pipeline:aggregate-growth'];
  for (const downtime of Object.values(own))
    expect(downtime).toMatchObject({ monitor_identifier: { monitor_tags: tags } });
  expect(own['datadog_downtime_schedule.aggregate-growth']).toMatchObject({
    notify_end_states: ['alert', 'no data', 'warn'],
    notify_end_types: ['expired'],
  });
  const held = Object.entries(json.resource['datadog_monitor'] ?? {}).filter(([, { tags }]) =>
    (tags as string[]).includes('hold:office-hours'),
  );
  expect(held.map(([id]) => id)).toEqual(['aggregate-growth__runs-too-long']);
});

test('without the keys nothing is there', () => {
  const plain = growth('');
  expect(Object.keys(of(onCall(plain), /__low/))).toEqual([]);
  expect(of(monitors(plain), /^datadog_downtime_schedule/)).toEqual({});
});
