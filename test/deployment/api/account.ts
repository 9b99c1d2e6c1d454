import { Temporal } from 'temporal-polyfill';
import type { Wanted } from '../../../src/deployment';
import { type Sandbox, startSandbox } from '../../../src/sandbox';
import { DatadogApi, PagerDutyApi, vendorAccess } from '../../../src/vendors';

/** The moment at which everything is made. */
export const MADE = Temporal.Instant.from('2026-11-24T03:00:00Z');

/** What is looked for. */
export const WANTED: Wanted = {
  schedules: ['Growth'],
  escalationPolicies: ['Profit'],
  services: ['Profit'],
  handles: ['profit', 'not-made'],
  monitors: ['Late'],
  tag: 'managed-by:watchbill',
  description: 'Managed by Watchbill',
};

/** A sandbox in which a team made, through the APIs, a schedule, a policy, a service, a handle, a monitor and downtimes. */
export class Account {
  readonly pagerDuty: PagerDutyApi;
  readonly datadog: DatadogApi;
  /** API ids by what was made. */
  readonly ids: Record<string, string> = {};

  private constructor(readonly sandbox: Sandbox) {
    const access = vendorAccess(sandbox.env);
    this.pagerDuty = new PagerDutyApi(access.pagerDuty);
    this.datadog = new DatadogApi(access.datadog);
  }

  static async open(): Promise<Account> {
    const users = ['Aidil', 'Thiru', 'Desk'].map((name) => ({
      name,
      email: `${name.toLowerCase()}@xyz.example`,
    }));
    const account = new Account(await startSandbox({ users, clock: () => MADE }));
    for (const { name, id } of account.sandbox.state.pagerduty.users) account.ids[name] = id;
    await account.fill();
    return account;
  }

  async schedule(name: string, ...layers: object[]): Promise<string> {
    const schedule = { name, time_zone: 'Asia/Kuala_Lumpur', schedule_layers: layers };
    return idIn(await this.pagerDuty.post('/schedules', { schedule }), 'schedule');
  }

  async policy(name: string, ...targets: { id: string | undefined; type: string }[]): Promise<string> {
    const escalation_rules = targets.map((target) => ({
      escalation_delay_in_minutes: 15,
      targets: [target],
    }));
    const escalation_policy = { name, num_loops: 2, escalation_rules };
    return idIn(
      await this.pagerDuty.post('/escalation_policies', { escalation_policy }),
      'escalation_policy',
    );
  }

  /** A layer in which people take turns of a week. */
  layer(name: string, people: readonly string[], times: object = {}): object {
    return {
      name,
      start: '2026-01-05T09:00:00+08:00',
      rotation_virtual_start: '2026-01-05T09:00:00+08:00',
      rotation_turn_length_seconds: 604_800,
      users: people.map((person) => ({ user: { id: this.ids[person], type: 'user_reference' } })),
      ...times,
    };
  }

  async monitor(name: string, tags: readonly string[], options: object = {}): Promise<string> {
    const made = await this.datadog.post('/api/v1/monitor', {
      name,
      type: 'query alert',
      query: 'min(last_5m):max:pipeline.lag{pipeline:profit} > 7200',
      message: 'Late.\n@pagerduty-profit ${not a template}',
      tags,
      options: { thresholds: { critical: 7200 }, require_full_window: false, ...options },
    });
    return String(Reflect.get(made as object, 'id'));
  }

  async downtime(monitor_identifier: object, schedule: object): Promise<string> {
    const attributes = { scope: '*', monitor_identifier, schedule };
    return idIn(
      await this.datadog.post('/api/v2/downtime', { data: { type: 'downtime', attributes } }),
      'data',
    );
  }

  private async fill(): Promise<void> {
    const { ids } = this;
    ids['schedule'] = await this.schedule(
      'Growth',
      this.layer('Base', ['Aidil', 'Thiru']),
      this.layer('Cover', ['Thiru'], {
        start: '2026-12-07T09:00:00+08:00',
        end: '2026-12-12T00:00:00+08:00',
        restrictions: [
          { type: 'daily_restriction', start_time_of_day: '22:00:00', duration_seconds: 36_000 },
        ],
      }),
    );
    ids['policy'] = await this.policy(
      'Profit',
      { id: ids['Desk'], type: 'user_reference' },
      { id: ids['schedule'], type: 'schedule_reference' },
    );
    const service = {
      name: 'Profit',
      auto_resolve_timeout: null,
      escalation_policy: { id: ids['policy'], type: 'escalation_policy_reference' },
    };
    ids['service'] = idIn(await this.pagerDuty.post('/services', { service }), 'service');
    const integration = { vendor: { id: 'PC7D8DD', type: 'vendor_reference' } };
    await this.pagerDuty.post(`/services/${ids['service']}/integrations`, { integration });
    await this.datadog.post('/api/v1/integration/pagerduty/configuration/services', {
      service_name: 'profit',
      service_key: this.sandbox.state.pagerduty.integrations[0]?.integration_key,
    });
    ids['monitor'] = await this.monitor('Late', ['managed-by:watchbill', 'pipeline:profit'], {
      on_missing_data: 'show_and_notify_no_data',
      timeout_h: 24,
    });
    ids['downtime'] = await this.downtime(
      { monitor_tags: ['managed-by:watchbill', 'pipeline:profit'] },
      {
        timezone: 'Asia/Kuala_Lumpur',
        recurrences: [{ start: '2026-11-25T18:00:00', duration: '15h', rrule: 'FREQ=WEEKLY;BYDAY=MO,TU' }],
      },
    );
  }
}

function idIn(answer: unknown, key: string): string {
  const object: unknown = Reflect.get(answer as object, key);
  return String(Reflect.get(object as object, 'id'));
}
