import { errorOf } from './terraform/refusals';
import { changed, monitorsStack, onCallStack } from './terraformFixture';

const HANDLE = 'datadog_integration_pagerduty_service_object/profit';
const MONITOR = 'datadog_monitor/late';

describe('a stack', () => {
  test.each([
    ['no object', [], ''],
    ['a module', { module: {} }, 'module'],
    ['an unknown resource type', { resource: { pagerduty_user: { a: {} } } }, 'resource.pagerduty_user'],
    ['an unknown data source', { data: { pagerduty_schedule: { a: {} } } }, 'data.pagerduty_schedule'],
    ['resources that are no object', { resource: { pagerduty_team: [] } }, 'resource.pagerduty_team'],
  ])('with %s is refused, and counted from 1', (_, json, path) => {
    const error = errorOf({}, json);
    expect([error.address, error.path]).toEqual(['stack 2', path]);
  });

  test('refers to nothing in another stack', () => {
    const { pagerduty_schedule, ...rest } = onCallStack().resource;
    const error = errorOf(
      { resource: { pagerduty_schedule }, data: onCallStack().data },
      { ...onCallStack(), resource: rest },
    );
    expect(error.message).toBe(
      'pagerduty_escalation_policy.profit rule[1].target[0].id: refers to an object that is not in the stack: "pagerduty_schedule.profit"',
    );
  });

  test('whose address another stack has is refused', () => {
    expect(errorOf(monitorsStack(), monitorsStack()).address).toBe('datadog_monitor.late');
  });
});

test('two handles of one name are refused', () => {
  const again = onCallStack().resource.datadog_integration_pagerduty_service_object.profit;
  const json = changed(onCallStack(), 'resource/datadog_integration_pagerduty_service_object/again', again);
  expect(errorOf(json).message).toBe(
    '@pagerduty-aggregate-profit: occurs twice in the deployment: "pagerduty_service.profit"',
  );
});

test('an integration for another vendor is refused', () => {
  const error = errorOf(changed(onCallStack(), 'data/pagerduty_vendor/datadog/name', 'Datadog Synthetics'));
  expect([error.address, error.path]).toEqual(['data.pagerduty_vendor.datadog', 'name']);
});

test('an integration that no handle uses is read too', () => {
  const json = changed(onCallStack(), 'resource/pagerduty_service_integration/other', { name: 'Other' });
  expect(errorOf(json).address).toBe('pagerduty_service_integration.other');
});

test('a key that is no reference may be a secret, and is not shown', () => {
  const error = errorOf(changed(onCallStack(), `resource/${HANDLE}/service_key`, 'R0SECRETKEY'));
  expect(error.path).toBe('service_key');
  expect(`${error.message} ${JSON.stringify(error)}`).not.toContain('R0SECRETKEY');
});

test('a long value is shortened', () => {
  const error = errorOf(changed(monitorsStack(), `resource/${MONITOR}/message`, `\${x}${'a'.repeat(5_000)}`));
  expect(error.message.length).toBeLessThan(400);
});
