import { readAccount } from '../../../src/deployment';
import type { SandboxState } from '../../../src/sandbox';
import { Account, WANTED } from './account';

let account: Account;
beforeEach(async () => {
  account = await Account.open();
});
afterEach(() => account.sandbox.stop());

/** What is read after an edit by hand. */
async function read(edit: (state: SandboxState) => void) {
  edit(account.sandbox.state);
  const { partial, unreadable, deployment } = await readAccount(account, WANTED);
  return { partial, deployment, problems: unreadable.map(({ error }) => error.path) };
}

test('a monitor: two options that no deploy sets hide neither each other nor the threshold', async () => {
  const { partial, problems, deployment } = await read(({ datadog }) => {
    for (const monitor of datadog.monitors) {
      Object.assign(monitor.options, {
        evaluation_delay: 60,
        min_failure_duration: 300,
        thresholds: { critical: 9, warning: 3 },
      });
    }
  });
  expect(problems).toEqual([
    'options.thresholds.warning',
    'options.evaluation_delay',
    'options.min_failure_duration',
  ]);
  expect(deployment.monitors).toEqual([]);
  expect(partial.monitors).toMatchObject([
    {
      key: account.ids['monitor'],
      name: 'Late',
      unread: [],
      value: { name: 'Late', thresholds: { critical: 9 } },
    },
  ]);
});

test('a monitor: an option that is understood by no one is left open, and the rest is read', async () => {
  const { partial, problems } = await read(({ datadog }) => {
    for (const monitor of datadog.monitors) {
      Object.assign(monitor, { message: 'short' });
      Object.assign(monitor.options, { on_missing_data: 'sing' });
    }
  });
  expect(problems).toEqual(['options.on_missing_data']);
  expect(partial.monitors).toMatchObject([{ unread: ['options'], value: { message: 'short' } }]);
  expect(partial.monitors[0]?.value).not.toHaveProperty('options');
});

test('a service: that it is disabled, and goes by support hours, hides nothing else', async () => {
  const { partial, problems } = await read(({ pagerduty }) => {
    for (const service of pagerduty.services) {
      Object.assign(service, {
        auto_resolve_timeout: 3600,
        incident_urgency_rule: { type: 'use_support_hours' },
        status: 'disabled',
      });
    }
  });
  expect(problems[0]).toBe('incident_urgency_rule.type');
  const [service] = partial.services;
  expect(service?.unread).toEqual(['urgency']);
  expect(service?.value.autoResolve?.toString()).toBe('PT3600S');
  expect(service?.value.escalationPolicy).toBe(account.ids['policy']);
});
