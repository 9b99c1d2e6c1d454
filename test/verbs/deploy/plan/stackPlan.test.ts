import { stackPlan } from '../../../../src/verbs/deploy/plan/stackPlan';

const change = (address: string, actions: readonly string[], more: object = {}) => ({
  address,
  type: address.split('.')[0],
  name: address.split('.')[1],
  change: { actions, before: null, after: null, ...more },
});

test('what is changed, by its action; what is read or stays is left out', () => {
  const { changes, imports } = stackPlan('on-call', {
    format_version: '1.2',
    resource_changes: [
      change('pagerduty_schedule.growth', ['update']),
      change('pagerduty_service.profit', ['no-op'], { importing: { id: 'PABC' } }),
      change('pagerduty_service.growth', ['create']),
      change('pagerduty_service.old', ['delete']),
      change('pagerduty_team.ba', ['delete', 'create']),
      change('pagerduty_team.de', ['create', 'delete'], { importing: { id: 'PTEAM' } }),
      change('datadog_monitor.gone', ['forget']),
      change('data.pagerduty_user.aidil', ['read']),
      change('pagerduty_team.same', ['no-op']),
    ],
  });
  expect(changes.map(({ address, action }) => `${action} ${address}`)).toEqual([
    'update pagerduty_schedule.growth',
    'create pagerduty_service.growth',
    'destroy pagerduty_service.old',
    'replace pagerduty_team.ba',
    'replace pagerduty_team.de',
    'forget datadog_monitor.gone',
  ]);
  expect(imports).toEqual([
    { address: 'pagerduty_service.profit', id: 'PABC' },
    { address: 'pagerduty_team.de', id: 'PTEAM' },
  ]);
});

test('secrets: what Terraform marks, and what a name tells, also where nothing changes', () => {
  const { secrets } = stackPlan('on-call', {
    format_version: '1.2',
    resource_changes: [
      change('pagerduty_service_integration.a', ['no-op'], {
        before: { integration_key: 'canary-integration', name: 'Datadog' },
        after: { integration_key: 'canary-integration', name: 'Datadog' },
      }),
      change('datadog_x.b', ['update'], {
        before: { list: [{ open: 'not-a-secret', hidden: 'canary-before' }] },
        before_sensitive: { list: [{ hidden: true }] },
        after: { all: { deep: ['canary-after'] }, short: 'key' },
        after_sensitive: { all: true, short: true },
      }),
    ],
  });
  expect(secrets).toEqual(['canary-integration', 'canary-before', 'canary-after']);
});

test("what the vendors' ids mean", () => {
  const { known } = stackPlan('on-call', {
    format_version: '1.2',
    prior_state: {
      values: {
        root_module: {
          resources: [
            {
              address: 'data.pagerduty_user.aidil',
              type: 'pagerduty_user',
              values: { id: 'P1', name: 'Aidil' },
            },
            { address: 'x.without', type: 'x', values: {} },
          ],
        },
      },
    },
  });
  expect([...known.keys()]).toEqual(['P1']);
  expect(known.get('P1')?.values['name']).toBe('Aidil');
});

test.each([
  [{ format_version: '2.0' }, 'no whole plan'],
  [{}, 'no whole plan'],
  [{ format_version: '1.0', errored: true }, 'no whole plan'],
  [{ format_version: '1.0', resource_changes: [change('a.b', ['open'])] }, 'a.b: unknown action open'],
])('what is not understood is an error: %#', (plan, message) => {
  expect(() => stackPlan('on-call', plan)).toThrow(message);
});

test('the names of all stacks at the last deploy, also where nothing changes; other words become no folder', () => {
  const recorded = (input: unknown) =>
    stackPlan('on-call', {
      format_version: '1.2',
      resource_changes: [change('terraform_data.stacks', ['no-op'], { before: { input } })],
    }).recorded;
  expect(recorded(['monitors', 'monitors-ba', 'on-call', 'on-call-data-x2'])).toEqual([
    'monitors',
    'monitors-ba',
    'on-call',
    'on-call-data-x2',
  ]);
  expect(recorded(['on-call-../..', 'on-call-', 'elsewhere', 'on-call-$(x)', 7])).toEqual([]);
  expect(recorded('on-call')).toEqual([]);
  expect(stackPlan('monitors', { format_version: '1.2' }).recorded).toEqual([]);
});
