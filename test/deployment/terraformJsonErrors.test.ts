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

test('a value of two hundred characters is shown whole, a longer one cut there', () => {
  const shown = (length: number) => {
    // A template, so that it is refused; in JSON, with its quotes, it has `length` characters.
    const value = `\${x}${'a'.repeat(length - 6)}`;
    const { message } = errorOf(changed(monitorsStack(), `resource/${MONITOR}/message`, value));
    return message.split('evaluate: ')[1];
  };
  expect(shown(200)).toBe(`"\${x}${'a'.repeat(194)}"`);
  expect(shown(201)).toBe(`"\${x}${'a'.repeat(195)}…`);
});

test('an error says what it is, what a reference should be, and which types are not known', () => {
  const json = changed(
    onCallStack(),
    'resource/pagerduty_service/profit/escalation_policy',
    '${pagerduty_schedule.profit.name}',
  );
  const error = errorOf(json);
  expect([error.name, error.message]).toEqual([
    'DeploymentError',
    'pagerduty_service.profit escalation_policy: does not refer to the id of a pagerduty_escalation_policy: "pagerduty_schedule.profit.name"',
  ]);
  expect(errorOf({ resource: { pagerduty_user: {} } }).message).toBe(
    'stack 1 resource.pagerduty_user: the rehearsal does not know this type',
  );
  expect(errorOf(changed(monitorsStack(), `resource/${MONITOR}/on_missing_data`, 'sing')).message).toContain(
    'not one of default, show_no_data, show_and_notify_no_data, resolve: "sing"',
  );
  expect(errorOf([]).message).toBe('stack 1: not an object: []');
});
