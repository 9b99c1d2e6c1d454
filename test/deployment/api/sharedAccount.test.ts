import { readAccount, readApi } from '../../../src/deployment';
import { Answers, type Json, WANTED } from './answers';

const names = (objects: readonly { readonly name: string }[]) => objects.map(({ name }) => name);
const keys = (objects: readonly { readonly key: string }[]) => objects.map(({ key }) => key);

/** What is read after an edit of an account that others use, too. */
async function read(edit: (answers: Answers) => unknown, wanted = WANTED) {
  const answers = new Answers();
  edit(answers);
  return readAccount(answers, wanted, new Map([['profit', 'PSERVICE']]));
}

describe('PagerDuty', () => {
  const theirs = (answers: Answers, changes: Json = {}) => {
    answers.services.push({ ...answers.service, id: 'PSERVICE2', name: 'Theirs', ...changes });
    answers.policies.push({ ...answers.policy, id: 'PPOLICY2', name: 'Theirs', ...changes });
    answers.schedules.push({ ...answers.schedule, id: 'PGROWTH2', name: 'Theirs', ...changes });
  };

  test('is ours by its name alone; an object without a description has none', async () => {
    const { deployment } = await read((answers) => theirs(answers, { description: null }));
    const { schedules, escalationPolicies, services } = deployment;
    expect([names(schedules), names(escalationPolicies), names(services)]).toEqual([
      ['Growth'],
      ['Profit'],
      ['Profit'],
    ]);
  });

  test('or by our description', async () => {
    const { deployment } = await read((answers) =>
      theirs(answers, { description: 'Rotation. Managed by Watchbill: …' }),
    );
    expect(keys(deployment.schedules)).toEqual(['PGROWTH', 'PGROWTH2']);
    expect(keys(deployment.escalationPolicies)).toEqual(['PPOLICY', 'PPOLICY2']);
    expect(keys(deployment.services)).toEqual(['PSERVICE', 'PSERVICE2']);
  });

  test('or because ours lead to it: a policy of our service, a schedule of that policy', async () => {
    const { deployment } = await read((answers) => {
      theirs(answers);
      answers.service['escalation_policy'] = { id: 'PPOLICY2', type: 'escalation_policy' };
      const targets = [{ id: 'PGROWTH2', type: 'schedule_reference' }];
      Object.assign(answers.policies[1] ?? {}, {
        escalation_rules: [{ escalation_delay_in_minutes: 5, targets }],
      });
    });
    expect(deployment.services[0]?.escalationPolicy).toBe('PPOLICY2');
    expect(keys(deployment.escalationPolicies)).toEqual(['PPOLICY', 'PPOLICY2']);
    expect(keys(deployment.schedules)).toEqual(['PGROWTH', 'PGROWTH2']);
  });

  test('asks for each user once, also for one who is gone; any other refusal is thrown', async () => {
    const answers = new Answers();
    answers.users.splice(1, 1);
    const { unreadable } = await readAccount(answers, WANTED);
    expect(answers.asked.filter((path) => path.startsWith('/users/'))).toEqual([
      '/users/PDESK',
      '/users/PTHIRU',
      '/users/PAIDIL',
    ]);
    expect(unreadable.map(({ key, error }) => [key, error.problem, error.value])).toEqual([
      ['PGROWTH', 'refers to a user that PagerDuty does not know', 'PTHIRU'],
    ]);
    const refused = Object.assign(new Error('too many requests'), { status: 429 });
    await expect(read(({ instead }) => instead.set('/users/PDESK', refused))).rejects.toBe(refused);
  });

  test('a user without a log-in is none', async () => {
    const { unreadable } = await read(({ users }) => Object.assign(users[2] ?? {}, { email: 7 }));
    expect(unreadable.map(({ error }) => error.message)).toEqual([
      'escalation policy PPOLICY escalation_rules[0].targets[0]: refers to a user that PagerDuty does not know: "PDESK"',
    ]);
  });

  test.each<[string, (answers: Answers) => unknown, string]>([
    ['an object without an id', ({ service }) => Object.assign(service, { id: null }), 'service id: missing'],
    ['no object', ({ services }) => services.push(null as unknown as Json), 'service id: missing'],
    [
      'an answer without the object',
      ({ instead }) => instead.set('/schedules/PGROWTH', { schedules: [] }),
      'schedule PGROWTH schedule: missing from the answer',
    ],
    [
      'no answer',
      ({ instead }) => instead.set('/users/PDESK', 'x'),
      'user PDESK user: missing from the answer',
    ],
  ])('%s is an error', async (_, edit, message) => {
    await expect(read(edit)).rejects.toThrow(message);
  });

  test('a number is an id, too; what is no text is no name', async () => {
    const { objects } = await read((answers) => {
      answers.service['name'] = 7;
      Object.assign(answers.service, { id: 5, description: 'Managed by Watchbill' });
    });
    expect(objects.at(-1)).toEqual({
      kind: 'service',
      key: '5',
      name: '',
      description: 'Managed by Watchbill',
    });
  });

  test.each<[string, unknown[] | undefined, string[]]>([
    ['an integration of another vendor', [{ type: 'nagios_inbound_integration' }], ['PSERVICE']],
    ['none', undefined, ['PSERVICE']],
    ['one that only begins like it', [{ type: 'generic_events_api_inbound_integration_2' }], ['PSERVICE']],
    ['one that only ends like it', [{ type: 'my_generic_events_api_inbound_integration' }], ['PSERVICE']],
    ['one of several', [{ type: 'x' }, { type: 'generic_events_api_inbound_integration' }], []],
  ])('takes events from Datadog or not: %s', async (_, integrations, without) => {
    const { servicesWithoutDatadog } = await read(({ service }) =>
      Object.assign(service, { integrations: integrations ?? null }),
    );
    expect(servicesWithoutDatadog).toEqual(without);
  });
});

describe('Datadog', () => {
  const monitor = (answers: Answers, id: number, changes: Json) =>
    answers.monitors.push({ ...answers.monitor, id, ...changes });
  const downtime = (answers: Answers, id: string, changes: Json) =>
    answers.downtimes.push({
      id,
      type: 'downtime',
      attributes: { ...answers.downtimeAttributes, ...changes },
    });
  const once = { start: '2026-11-25T00:00:00Z', end: '2026-12-01T00:00:00Z' };

  test('a monitor is ours by our tag, or by its whole name if that has lost it', async () => {
    const { deployment } = await read(
      (answers) => {
        monitor(answers, 18, { name: 'Other', tags: ['managed-by:watchbill'] });
        monitor(answers, 19, { name: 'Lost', tags: null });
        monitor(answers, 20, { name: 'Lost and found', tags: ['team:theirs'] });
      },
      { ...WANTED, monitors: ['Late', 'Lost'] },
    );
    expect(keys(deployment.monitors)).toEqual(['17', '18', '19']);
  });

  test('a downtime is ours by our tag, by the id of a monitor of ours, or by tags that one has', async () => {
    const { deployment } = await read((answers) => {
      answers.downtimes.length = 0;
      answers.monitor['tags'] = ['managed-by:watchbill', 'pipeline:profit'];
      const of = (id: string, monitor_identifier: Json) =>
        downtime(answers, id, { monitor_identifier, schedule: once });
      of('tag', { monitor_tags: ['managed-by:watchbill', 'pipeline:gone'] });
      of('monitor', { monitor_id: 17 });
      of('other monitor', { monitor_id: 18 });
      of('all', { monitor_tags: ['*'] });
      of('its tag', { monitor_tags: ['pipeline:profit', '*'] });
      of('half', { monitor_tags: ['pipeline:profit', 'team:theirs'] });
    });
    expect(keys(deployment.downtimes)).toEqual(['tag', 'monitor', 'all', 'its tag']);
    expect(deployment.downtimes[1]?.monitors).toEqual({ monitor: '17' });
    expect(JSON.parse(JSON.stringify(deployment.downtimes[1]?.time))).toEqual({
      kind: 'once',
      from: once.start,
      until: once.end,
    });
  });

  test('a monitor without tags is muted by those that mean all', async () => {
    const { deployment } = await read((answers) => {
      answers.monitor['tags'] = null;
      downtime(answers, 'all', { monitor_identifier: { monitor_tags: ['*'] } });
      downtime(answers, 'some', { monitor_identifier: { monitor_tags: ['pipeline:profit'] } });
    });
    expect(keys(deployment.downtimes)).toEqual(['DNIGHTS', 'all']);
  });

  test('what stands, what was canceled, what has ended, what never ends', async () => {
    const account = await read((answers) => {
      downtime(answers, 'active', { status: 'active', schedule: once });
      downtime(answers, 'ended', { status: 'ended', schedule: once });
      downtime(answers, 'canceled', { status: 'canceled', schedule: once });
      const endless = { start: once.start, end: null };
      downtime(answers, 'endless', {
        schedule: endless,
        monitor_identifier: { monitor_id: 17 },
        scope: 'env:prod',
      });
      downtime(answers, 'endless and canceled', { status: 'canceled', schedule: endless });
    });
    expect(keys(account.deployment.downtimes)).toEqual(['DNIGHTS', 'active']);
    expect(keys(account.canceled)).toEqual(['canceled']);
    expect(account.endless).toEqual([{ key: 'endless', scope: 'env:prod', monitors: { monitor: '17' } }]);
    expect(account.unreadable.map(({ kind, key, name }) => [kind, key, name])).toEqual([
      ['downtime', 'endless', ''],
    ]);
  });

  test('a monitor is muted in its own options where some group is', async () => {
    const muted = async (silenced: unknown) =>
      (await read(({ options }) => Object.assign(options, { silenced }))).muted;
    expect(await muted({ '*': null })).toEqual(['17']);
    expect(await muted({})).toEqual([]);
    expect(await muted(null)).toEqual([]);
    expect(
      (
        await read(({ monitors }) =>
          Object.assign(monitors[0] ?? {}, {
            options: { thresholds: { critical: 1 }, require_full_window: true },
          }),
        )
      ).muted,
    ).toEqual([]);
  });
});

describe('handles', () => {
  test('that are not there are none; any other refusal is thrown', async () => {
    const { handles, deployment } = await read(() => undefined, { ...WANTED, handles: ['gone', 'profit'] });
    expect([handles, deployment.handles]).toEqual([['profit'], [{ name: 'profit', service: 'PSERVICE' }]]);
    const refused = Object.assign(new Error('forbidden'), { status: 403 });
    const path = '/api/v1/integration/pagerduty/configuration/services/a%2Fb';
    await expect(
      read(({ instead }) => instead.set(path, refused), { ...WANTED, handles: ['a/b'] }),
    ).rejects.toBe(refused);
  });

  test('of which nobody knows where they lead', async () => {
    const answers = new Answers();
    answers.handles.push('growth');
    const wanted = { ...WANTED, handles: ['profit', 'growth'] };
    const known = new Map([['profit', 'PSERVICE']]);
    const account = await readAccount(answers, wanted, known);
    expect([account.handles, names(account.deployment.handles), account.unreadable]).toEqual([
      ['profit', 'growth'],
      ['profit'],
      [],
    ]);
    await expect(readApi(answers, wanted, known)).rejects.toThrow(
      '@pagerduty-growth: Datadog does not say which service it reaches',
    );
  });

  test('whose key is that of no service', async () => {
    const { unreadable, deployment } = await readAccount(new Answers(), WANTED, new Map([['profit', null]]));
    expect(unreadable).toMatchObject([{ kind: 'handle', key: 'profit', name: 'profit', description: '' }]);
    expect(deployment.handles).toEqual([]);
    await expect(readApi(new Answers(), WANTED, new Map([['profit', null]]))).rejects.toThrow(
      '@pagerduty-profit service_key: no PagerDuty service has this integration key',
    );
  });
});
