import { readAccount, readApi } from '../../../src/deployment';
import type { SandboxState } from '../../../src/sandbox';
import { Account, WANTED } from './account';

let account: Account;
beforeAll(async () => {
  account = await Account.open();
});
afterAll(() => account.sandbox.stop());

type Edit = (state: SandboxState) => void;
const set = (object: object | undefined, values: object) => void Object.assign(object ?? {}, values);
const service =
  (values: object): Edit =>
  (state) =>
    set(state.pagerduty.services[0], values);
const layer =
  (values: object): Edit =>
  (state) =>
    set(state.pagerduty.schedules[0]?.layers[0], values);
const monitor =
  (values: object): Edit =>
  (state) =>
    set(state.datadog.monitors[0], values);
const options =
  (values: object): Edit =>
  (state) =>
    set(state.datadog.monitors[0]?.options, values);
const downtime =
  (values: object): Edit =>
  (state) =>
    set(state.datadog.downtimes[0], values);

/** What the sandbox answers no vendor would refuse: somebody set it by hand. */
test.each<[string, string, Edit]>([
  [
    'support hours',
    'service {service} incident_urgency_rule.type: not one of constant',
    service({ incident_urgency_rule: { type: 'use_support_hours' } }),
  ],
  [
    'a turn of no length',
    'schedule {schedule} schedule_layers[1].rotation_turn',
    layer({ rotation_turn_length_seconds: 1 }),
  ],
  [
    'a restriction by the month',
    'schedule {schedule} schedule_layers[1].restrictions[0].type',
    layer({ restrictions: [{ type: 'monthly' }] }),
  ],
  [
    'a draft',
    'monitor {monitor} draft_status: the monitor is a draft: it notifies nobody',
    monitor({ draft_status: 'draft' }),
  ],
  [
    'a warning threshold',
    'monitor {monitor} options.thresholds.warning: the rehearsal does not understand this attribute',
    options({ thresholds: { critical: 7200, warning: 3600 } }),
  ],
  ['a delay', 'monitor {monitor} options.evaluation_delay: not 0: 60', options({ evaluation_delay: 60 })],
  [
    'an unknown option',
    'monitor {monitor} options.scheduling_options: the rehearsal',
    options({ scheduling_options: { a: 1 } }),
  ],
  [
    'another end state',
    'downtime {downtime} attributes.notify_end_states[0]',
    downtime({ notify_end_states: ['warm'] }),
  ],
  [
    'no end',
    'downtime {downtime} attributes.schedule.end: missing: the downtime mutes forever',
    downtime({ schedule: { start: '2026-11-25T00:00:00+00:00', end: null } }),
  ],
])('%s is an error that names the object', async (_, message, edit) => {
  const kept = structuredClone(account.sandbox.state);
  edit(account.sandbox.state);
  try {
    const ids = Object.entries(account.ids);
    const expected = ids.reduce((text, [name, id]) => text.replace(`{${name}}`, id), message);
    const handles = new Map([['profit', account.ids['service'] ?? null]]);
    await expect(readApi(account, WANTED, handles)).rejects.toThrow(expected);
    const { unreadable } = await readAccount(account, WANTED, handles);
    expect(unreadable).toHaveLength(1);
  } finally {
    Object.assign(account.sandbox.state.pagerduty, kept.pagerduty);
    Object.assign(account.sandbox.state.datadog, kept.datadog);
  }
});
