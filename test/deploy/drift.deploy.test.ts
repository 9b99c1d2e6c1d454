import { Temporal } from 'temporal-polyfill';
import { readApi } from '../../src/deployment';
import { main } from '../../src/main';
import type { SandboxState } from '../../src/sandbox';
import { rangeText } from '../../src/time/localTime';
import { sandboxHandles } from '../../src/vendors';
import { checkedLogIns } from '../../src/verbs/rehearse/logIns';
import { synthesizedStacks } from '../../src/verbs/synth/synthesizedStacks';
import { suiteUnless } from '../suite';
import { whyNoTerraform } from '../support/terraform';
import { Deployed } from './deployed';
import { edited, handOff, xyzTech } from './team';

jest.setTimeout(240_000);

const ZONE = 'Asia/Kuala_Lumpur';
const GROWTH = 'Aggregate growth for investors';
const PROFIT = 'Aggregate profit for investors';

/** Aidil is away for three weeks, so that there are covers. */
const FILES = edited(xyzTech(), 'leave.yaml', () => {
  const day = handOff(2).add({ days: 1 }).toPlainDate();
  return `- { person: aidil, from: ${day}, until: ${day.add({ days: 20 })} }\n`;
});

interface Answer {
  readonly drift: readonly {
    system: string;
    object: string;
    what: string;
    text: string;
    wayOut: string;
    command: string | null;
  }[];
  readonly notes: readonly { what: string; object: string; text: string }[];
}

suiteUnless(whyNoTerraform(), 'watchbill drift, after a deploy with the real providers', () => {
  let deployed: Deployed;
  let asDeployed: SandboxState;
  let daysLater = 0;

  beforeAll(async () => {
    deployed = await Deployed.of(FILES);
    keepWhatIsDeployed();
  });
  afterAll(() => deployed?.close());
  const keepWhatIsDeployed = () => {
    asDeployed = structuredClone(deployed.sandbox.state);
  };
  beforeEach(() => {
    const { pagerduty, datadog } = structuredClone(asDeployed);
    Object.assign(deployed.sandbox.state.pagerduty, pagerduty);
    Object.assign(deployed.sandbox.state.datadog, datadog);
  });

  const run = async (...args: string[]) => {
    const [out, err]: [string[], string[]] = [[], []];
    const code = await main(['drift', '--data', deployed.data, ...args], {
      out: (text) => out.push(text),
      err: (text) => err.push(text),
      env: deployed.sandbox.env,
      now: () => Temporal.Now.instant().add({ hours: 24 * daysLater }),
      synthesize: synthesizedStacks,
    });
    return { code, out: out.join(''), err: err.join('') };
  };
  /** What differs, in words, with the exit code's word for it. */
  const drift = async () => {
    const { code, out } = await run('--json');
    const answer = JSON.parse(out) as Answer;
    expect(code).toBe(answer.drift.length === 0 ? 0 : 3);
    return { ...answer, lines: answer.drift.map(({ object, text }) => `${object}: ${text}`) };
  };
  const pagerDuty = () => deployed.sandbox.state.pagerduty;
  const datadog = () => deployed.sandbox.state.datadog;
  const named = <T extends { readonly name: string }>(objects: readonly T[], name: string): T => {
    const object = objects.find((each) => each.name === name);
    if (object === undefined) throw new Error(`no ${name}`);
    return object;
  };
  const change = async (kind: string, path: string, edit: (object: Editable) => void) => {
    const { [kind]: object = {} } = (await deployed.readers.pagerDuty.get(path)) as Record<string, Editable>;
    edit(object);
    await deployed.readers.pagerDuty.put(path, { [kind]: object });
  };
  const monitorOf = (alert: string) => {
    const monitor = datadog().monitors.find(({ tags }) => tags.includes(`alert:${alert}`));
    if (monitor === undefined) throw new Error(`no monitor of ${alert}`);
    return monitor;
  };

  test('nothing differs right after it', async () => {
    expect((await drift()).lines).toEqual([]);
    const { code, out } = await run();
    expect(code).toBe(0);
    expect(out).toMatch(/^No drift\. Compared: PagerDuty and Datadog from /);
  });

  test('nor days later, as of the deploy', async () => {
    for (daysLater of [1, 8, 17, 30]) {
      const { code, out } = await run('--as-of', deployed.asOf.toString());
      expect([code, out.split('.')[0]]).toEqual([0, 'No drift']);
    }
    daysLater = 0;
  });

  test('another person in a cover, in people and dates', async () => {
    const schedule = pagerDuty().schedules.find(({ layers }) => layers.some(({ end }) => end !== null));
    const cover = schedule?.layers.find(({ end }) => end !== null);
    const span = {
      from: Temporal.Instant.from(cover?.start ?? ''),
      until: Temporal.Instant.from(cover?.end ?? ''),
    };
    const other = pagerDuty().users.find(({ id, name }) => !cover?.users.includes(id) && name !== 'Aidil');
    const planned = pagerDuty().users.find(({ id }) => id === cover?.users[0]);
    await change('schedule', `/schedules/${schedule?.id}`, (object) => {
      const layers = object['schedule_layers'] as { id: string; users: unknown[] }[];
      layers.reverse();
      for (const layer of layers)
        if (layer.id === cover?.id) layer.users = [{ user: { id: other?.id, type: 'user' } }];
    });
    expect((await drift()).lines).toEqual([
      `${schedule?.name}: ${rangeText(span, ZONE)}: ${other?.name}, the data says ${planned?.name}`,
    ]);
  });

  test('an escalation policy and a service', async () => {
    const policy = named(pagerDuty().escalationPolicies, PROFIT).id;
    await change('escalation_policy', `/escalation_policies/${policy}`, (object) => {
      const rules = object['escalation_rules'] as { escalation_delay_in_minutes: number }[];
      for (const rule of rules.slice(0, 1)) rule.escalation_delay_in_minutes = 45;
      object['num_loops'] = 0;
    });
    const service = named(pagerDuty().services, GROWTH).id;
    await change('service', `/services/${service}`, (object) => {
      Object.assign(object, { name: 'Other \u001b[31m', auto_resolve_timeout: 14_400 });
      object['escalation_policy'] = { id: policy, type: 'escalation_policy_reference' };
    });
    expect((await drift()).lines).toEqual([
      `${GROWTH}: name: "Other \\u001b[31m", the data says "${GROWTH}"`,
      `${PROFIT}: level 1 waits: 45 minutes, the data says 15 minutes`,
      `${PROFIT}: repeats: 0 times, the data says 2 times`,
      `${GROWTH}: escalation policy: "${PROFIT}", the data says "${GROWTH}"`,
      `${GROWTH}: auto-resolves: after 4 hours, the data says never`,
    ]);
  });

  test('monitors: a threshold, a message, tags, one deleted, one that no deploy would make', async () => {
    const { datadog: api } = deployed.readers;
    const put = (alert: string, edit: (monitor: ReturnType<typeof monitorOf>) => object) => {
      const monitor = monitorOf(alert);
      return api.put(`/api/v1/monitor/${monitor.id}`, edit(monitor));
    };
    await put('profit-discrepancy', ({ query, options }) => ({
      query: query.replace(/> 1$/, '> 5'),
      options: { ...options, thresholds: { critical: 5 } },
    }));
    await put('data-lag', ({ message, tags }) => ({
      name: 'Lag',
      message: message.replace('The data lags', 'The data limps'),
      tags: [...tags, 'by:hand'],
    }));
    // What no deploy makes hides nothing else that was changed.
    await put('runs-too-long', ({ query, options }) => ({
      query: query.replace(/> 7200$/, '> 9000'),
      options: {
        ...options,
        thresholds: { critical: 9000 },
        evaluation_delay: 60,
        new_group_delay: 300,
      },
    }));
    await api.delete(`/api/v1/monitor/${monitorOf('not-complete-by-nine').id}`);
    expect((await drift()).lines.sort()).toEqual([
      'aggregate-engagement/data-lag: additional tags: "by:hand"',
      'aggregate-engagement/data-lag: message: "The data limps by more than 16 hours.", the data says "The data lags by more than 16 hours."',
      'aggregate-engagement/data-lag: name: "Lag", the data says "Aggregate engagement for investors: Data lag"',
      'aggregate-growth/runs-too-long: options.evaluation_delay: not 0: 60',
      'aggregate-growth/runs-too-long: options.new_group_delay: not 0: 300',
      'aggregate-growth/runs-too-long: threshold: 9000, the data says 7200',
      'aggregate-profit/not-complete-by-nine: missing: not deployed, or deleted by hand',
      'aggregate-profit/profit-discrepancy/total_profit: threshold: 5, the data says 1',
    ]);
  });

  test('mutes and downtimes', async () => {
    const { datadog: api } = deployed.readers;
    const until = Temporal.Now.instant().add({ hours: 5 }).round('second');
    const silence = (monitor_identifier: object, schedule: object) =>
      api.post('/api/v2/downtime', {
        data: { type: 'downtime', attributes: { scope: '*', monitor_identifier, schedule } },
      });
    await silence({ monitor_id: monitorOf('profit-discrepancy').id }, { end: until.toString() });
    await silence({ monitor_tags: ['pipeline:aggregate-engagement'] }, {});
    await silence({ monitor_tags: ['service:of-another-team'] }, {});
    monitorOf('runs-too-long').options['silenced'] = { '*': null };
    const { lines } = await drift();
    expect(lines).toEqual([
      'aggregate-growth/runs-too-long: is muted: it notifies nobody',
      expect.stringMatching(
        /^aggregate-profit\/profit-discrepancy\/total_profit: silenced by hand .* to .*:\d\d$/,
      ),
      '5 monitors: silenced by hand forever (by "pipeline:aggregate-engagement")',
    ]);
  });

  test('a handle that reaches another service, and one whose service was deleted', async () => {
    const { services, integrations } = pagerDuty();
    const key = integrations.find(({ service }) => service === named(services, PROFIT).id)?.integration_key;
    for (const object of datadog().serviceObjects) {
      if (object.service_name === 'aggregate-engagement') object.service_key = key ?? '';
    }
    await deployed.readers.pagerDuty.delete(`/services/${named(services, GROWTH).id}`);
    const { drift: found, lines } = await drift();
    expect(lines).toEqual([
      `${GROWTH}: missing: not deployed, or deleted by hand`,
      '@pagerduty-aggregate-growth: opens no incident: no PagerDuty service has its integration key',
      `@pagerduty-aggregate-engagement: opens incidents on "${PROFIT}", the data says "Aggregate engagement for investors"`,
    ]);
    // Of the first, a deploy makes the service anew, and gives the handle its key.
    expect(found.map(({ command }) => command)).toEqual([
      null,
      null,
      'terraform -chdir=cdktf.out/stacks/on-call apply -replace=datadog_integration_pagerduty_service_object.aggregate-engagement',
    ]);
  });

  test('an override is told, and is no drift', async () => {
    const schedule = named(pagerDuty().schedules, 'Investor growth').id;
    const start = handOff(0).add({ hours: 1 });
    const user = named(pagerDuty().users, 'Accounts desk').id;
    await deployed.readers.pagerDuty.post(`/schedules/${schedule}/overrides`, {
      overrides: [
        {
          start: start.toInstant().toString(),
          end: start.add({ hours: 2 }).toInstant().toString(),
          user: { id: user, type: 'user_reference' },
        },
      ],
    });
    const { drift: found, notes } = await drift();
    expect(found).toEqual([]);
    expect(notes).toHaveLength(1);
    expect(notes[0]?.text).toMatch(
      / 10:00 to Mon .* 12:00: Accounts desk for (Aidil|Thiru|Choo|Spencer), by an override$/,
    );
    expect((await run()).code).toBe(0);
  });

  test('who stands behind a log-in: another name, a role, no phone, no rule', async () => {
    const { pagerDuty: api } = deployed.readers;
    const user = (name: string) => `/users/${named(pagerDuty().users, name).id}`;
    const list = async (path: string, key: string) =>
      ((await api.get(path, { urgency: 'all' })) as Record<string, { id: string; type: string }[]>)[key] ??
      [];
    const spencer = user('Spencer');
    for (const { id, type } of await list(`${spencer}/contact_methods`, 'contact_methods')) {
      if (type === 'phone_contact_method') await api.delete(`${spencer}/contact_methods/${id}`);
    }
    await api.put(spencer, { user: { name: 'Mallory', role: 'observer' } });
    const choo = user('Choo');
    for (const { id } of await list(`${choo}/notification_rules`, 'notification_rules')) {
      await api.delete(`${choo}/notification_rules/${id}`);
    }
    await api.put(user('Accounts desk'), { user: { role: 'read_only_user' } });
    // Somebody whom nothing pages need not have a phone.
    await api.post('/users', { user: { name: 'Jo', email: 'jo@xyz-tech.example' } });
    pagerDuty().contactMethods.splice(-2);
    pagerDuty().notificationRules.splice(-2);
    for (const stack of ['on-call', 'monitors'] as const) {
      expect(await deployed.terraform(stack).changes()).toEqual([]);
    }
    const { drift: found, notes, lines } = await drift();
    expect(lines.sort()).toEqual([
      'Accounts desk: cannot be on call: they are a stakeholder in PagerDuty ("read_only_user")',
      'Choo: nothing would wake them: none of their high-urgency notification rules uses a phone',
      'Spencer: is called "Mallory" in PagerDuty: this log-in may belong to somebody else',
      'Spencer: nothing would wake them: they have only e-mail in PagerDuty',
    ]);
    expect(found.map(({ what }) => what).sort()).toEqual([
      'contact-methods',
      'notification-rules',
      'renamed',
      'role',
    ]);
    expect(found.every(({ wayOut }) => !wayOut.startsWith('npx watchbill deploy'))).toBe(true);
    expect(notes.map(({ object, text }) => `${object} ${text}`)).toEqual([
      'Spencer has the role "observer" in PagerDuty: can answer pages, but cannot hand over to anybody',
    ]);
    // What `rehearse --deployed` asks beside the rules.
    const { datadog: monitors } = deployed.readers;
    const reading = await readApi(deployed.readers, deployed.wanted, await sandboxHandles(monitors));
    const growth = new Set(['aggregate-growth']);
    const present = Temporal.Now.instant();
    const { problems } = await checkedLogIns(deployed.catalog, reading, growth, present, api);
    // The desk is paged for this pipeline, too.
    expect(problems.map(({ code, name }) => `${code} ${name}`).sort()).toEqual([
      'REHE010 Accounts desk',
      'REHE010 Choo',
      'REHE010 Spencer',
      'REHE011 Spencer',
    ]);
  });

  test('for people: within 80 columns, nothing that a terminal obeys, no secret', async () => {
    await change('service', `/services/${named(pagerDuty().services, GROWTH).id}`, (object) => {
      object['name'] = 'x\u202e\u001b[2J';
    });
    for (const monitor of datadog().monitors) monitor.message = 'short';
    const { code, out } = await run();
    expect(code).toBe(3);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(out.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    const secrets = [
      ...Object.values(deployed.sandbox.tokens),
      ...pagerDuty().integrations.map(({ integration_key }) => integration_key),
    ];
    const { out: json } = await run('--json');
    for (const secret of secrets) expect(out + json).not.toContain(secret);
  });

  // The last ones deploy, and each goes on from what the one before it deployed: Terraform's state does, too.
  test('a canceled downtime, which no plan shows, and the way out of it', async () => {
    const recurring = datadog().downtimes.filter(({ schedule }) => 'recurrences' in schedule);
    for (const { id } of recurring.slice(0, 1))
      await deployed.readers.datadog.delete(`/api/v2/downtime/${id}`);
    const terraform = deployed.terraform('monitors');
    expect(await terraform.changes()).toEqual([]);
    const { drift: found } = await drift();
    expect(found.map(({ what }) => what)).toEqual(['canceled']);
    const [{ command, text } = { command: null, text: '' }] = found;
    expect(text).toBe(
      'downtime Mon, Tue, Wed, Thu 18:00 for 15 h and Fri 18:00 for 63 h was canceled by hand, so alerts no longer wait',
    );
    const [address = ''] = /datadog_downtime_schedule\.\S+$/.exec(command ?? '') ?? [];
    expect(command).toBe(`terraform -chdir=cdktf.out/stacks/monitors state rm ${address}`);
    await terraform.ok('state', 'rm', address);
    await terraform.apply();
    expect((await drift()).lines).toEqual([]);
    keepWhatIsDeployed();
  });

  test('a handle with another key, which no plan shows, and the way out of it', async () => {
    for (const object of datadog().serviceObjects.slice(0, 1)) object.service_key = 'set-by-hand';
    const terraform = deployed.terraform('on-call');
    expect(await terraform.changes()).toEqual([]);
    const { drift: found } = await drift();
    expect(found.filter(({ what }) => what === 'handle')).toHaveLength(1);
    const [{ command } = { command: null }] = found.filter(({ what }) => what === 'handle');
    await terraform.apply(String(command).split(' ').at(-1) ?? '');
    expect((await drift()).drift.filter(({ what }) => what === 'handle')).toEqual([]);
    keepWhatIsDeployed();
  });

  test('after a destroy all is missing, and nothing is taken for a work of hands', async () => {
    for (const stack of ['monitors', 'on-call'] as const) {
      await deployed.terraform(stack).destroy();
    }
    expect(datadog().downtimes.some(({ canceled }) => canceled !== null)).toBe(true);
    const { drift: found } = await drift();
    expect(found.length).toBeGreaterThan(20);
    expect([...new Set(found.map(({ what, command }) => `${what} ${command}`))]).toEqual(['missing null']);
    expect((await run()).out).toMatch(/^\d+ missing\. npx watchbill deploy creates them\.$/m);
  });
});

type Editable = Record<string, unknown>;
