import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { type Sandbox, startSandbox } from '../../../src/sandbox';
import { watchbill } from '../../cli/run';

/** As of Monday 23 November 2026, with XYZ Tech's data: 67 objects. */
const GROWTH = 'Aggregate growth for investors';
const TOO_LONG = 'datadog_monitor.aggregate-growth__runs-too-long';
const PEOPLE = ['Aidil', 'Thiru', 'Choo', 'Spencer', 'Accounts Desk'];

interface Import {
  readonly address: string;
  readonly changes: readonly { readonly label: string; readonly found: string; readonly expected: string }[];
}

let folder: string;
let file: string;
let sandbox: Sandbox;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'watchbill-adopt-'));
  file = join(folder, 'imports.sandbox.json');
  sandbox = await startSandbox({
    clock: () => Temporal.Instant.from('2026-11-22T17:00:00Z'),
    users: PEOPLE.map((name) => ({
      name,
      email: `${name.toLowerCase().replace(' ', '-')}@xyz-tech.example`,
    })),
  });
  await madeByHand();
});
afterAll(async () => {
  await sandbox.stop();
  rmSync(folder, { recursive: true });
});

async function post(path: string, body: object, method = 'POST'): Promise<{ readonly id: string }> {
  const { pagerDuty, datadogApi, datadogApp } = sandbox.tokens;
  const response = await fetch(`${sandbox.url}${path}`, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(path.startsWith('/api/')
        ? { 'dd-api-key': datadogApi, 'dd-application-key': datadogApp }
        : { authorization: `Token token=${pagerDuty}` }),
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  const answer = response.status === 204 ? {} : ((await response.json()) as object);
  return (path.startsWith('/api/') ? answer : Object.values(answer)[0]) as { id: string };
}

const user = (name: string) => sandbox.state.pagerduty.users.find((each) => each.name === name)?.id ?? '';

/** What a team made before it knew of Watchbill, each different from the data in its own way. */
async function madeByHand() {
  const start = '2026-11-16T01:00:00Z';
  const schedule = await post('/pagerduty/schedules', {
    schedule: {
      name: 'Investor growth',
      time_zone: 'Asia/Kuala_Lumpur',
      schedule_layers: [
        {
          name: 'Always Aidil',
          start,
          rotation_virtual_start: start,
          rotation_turn_length_seconds: 604_800,
          users: [{ user: { id: user('Aidil'), type: 'user_reference' } }],
        },
      ],
    },
  });
  const policy = await post('/pagerduty/escalation_policies', {
    escalation_policy: {
      name: GROWTH,
      num_loops: 2,
      escalation_rules: [
        {
          escalation_delay_in_minutes: 5,
          targets: [{ id: user('Choo'), type: 'user_reference' }],
        },
        { escalation_delay_in_minutes: 30, targets: [{ id: schedule.id, type: 'schedule_reference' }] },
      ],
    },
  });
  // Only PagerDuty would call this name a duplicate of ours.
  await post('/pagerduty/services', {
    service: {
      name: GROWTH.toUpperCase(),
      description: 'by hand',
      escalation_policy: { id: policy.id, type: 'escalation_policy_reference' },
      acknowledgement_timeout: 1800,
      auto_resolve_timeout: 14_400,
      incident_urgency_rule: { type: 'constant', urgency: 'high' },
    },
  });
  const team = await post('/pagerduty/teams', { team: { name: 'Data Engineering' } });
  await post(`/pagerduty/teams/${team.id}/users/${user('Aidil')}`, { role: 'manager' }, 'PUT');
  await post('/pagerduty/teams', {
    team: {
      name: 'Accounts',
      description: 'Team accounts. Managed by Watchbill: change the data, not this.',
    },
  });
  await post('/api/v1/integration/pagerduty/configuration/services', {
    service_name: 'aggregate-growth',
    service_key: 'set-by-hand-long-ago',
  });
  await post('/api/v1/monitor', {
    type: 'query alert',
    name: `${GROWTH}: Runs too long`,
    message: 'by hand',
    query: 'max(last_5m):max:airflow.dag.duration{dag:growth} > 5',
    tags: ['by:hand'],
    priority: 3,
    options: { thresholds: { critical: 5 }, evaluation_delay: 60 },
  });
  await post('/api/v2/catalog/entity', {
    apiVersion: 'v3',
    kind: 'service',
    metadata: { name: 'aggregate-growth', owner: 'ba', displayName: GROWTH, description: 'by hand' },
  });
  await post('/api/v2/team', {
    data: { type: 'team', attributes: { handle: 'de', name: 'Data engineers' } },
  });
}

const MARK = 'Managed by Watchbill: change the data, not this.';

test('each object says what the next deploy changes on it, worked out by hand', async () => {
  const { code, out, err } = await watchbill(['adopt', '--json', '--out', file], sandbox.env);
  expect([code, err]).toEqual([0, '']);
  const { imports } = JSON.parse(out) as { imports: Import[] };
  const changes = Object.fromEntries(
    imports.map(({ address, changes }) => [
      address,
      changes.map(({ label, found, expected }) => `${label}: ${found} -> ${expected}`),
    ]),
  );
  expect(changes).toEqual({
    'datadog_integration_pagerduty_service_object.aggregate-growth': [
      "integration key: unknown -> that of the pipeline's service",
    ],
    'pagerduty_escalation_policy.aggregate-growth': [
      `description: nothing -> "Pipeline aggregate-growth. ${MARK}"`,
      'level 1 pages: Choo -> Accounts desk',
      'level 1 waits: 5 minutes -> 15 minutes',
    ],
    // Spencer, Choo, Aidil, Thiru from 5 January; Spencer is away from 7 to 11 December, Choo on 8 February.
    'pagerduty_schedule.growth': [
      `description: nothing -> "Rotation growth. ${MARK}"`,
      'Mon 23 Nov 2026 00:00 to Mon 23 Nov 01:00: nobody -> Choo',
      'Mon 23 Nov 2026 01:00 to Mon 23 Nov 09:00: Aidil -> Choo',
      'Mon 30 Nov 2026 09:00 to Mon 7 Dec 09:00: Aidil -> Thiru',
      'Mon 7 Dec 2026 09:00 to Sat 12 Dec 00:00: Aidil -> Choo',
      'Sat 12 Dec 2026 00:00 to Mon 14 Dec 09:00: Aidil -> Spencer',
      'Mon 14 Dec 2026 09:00 to Mon 21 Dec 09:00: Aidil -> Choo',
      'Mon 28 Dec 2026 09:00 to Mon 4 Jan 2027 09:00: Aidil -> Thiru',
      'Mon 4 Jan 2027 09:00 to Mon 11 Jan 09:00: Aidil -> Spencer',
      'Mon 11 Jan 2027 09:00 to Mon 18 Jan 09:00: Aidil -> Choo',
      'Mon 25 Jan 2027 09:00 to Mon 1 Feb 09:00: Aidil -> Thiru',
      'Mon 1 Feb 2027 09:00 to Mon 8 Feb 09:00: Aidil -> Spencer',
      'Tue 9 Feb 2027 00:00 to Mon 15 Feb 00:00: Aidil -> Choo',
    ],
    'pagerduty_service.aggregate-growth': [
      `name: "${GROWTH.toUpperCase()}" -> "${GROWTH}"`,
      expect.stringMatching(/^description: "by hand" -> "Pipeline aggregate-growth\. .* Runbook: https:.*"$/),
      'auto-resolves: after 4 hours -> never',
    ],
    'pagerduty_team.accounts': [],
    'pagerduty_team.de': [`description: nothing -> "Team de. ${MARK}"`],
    'pagerduty_team_membership.de__aidil': ['role: "manager" -> "responder"'],
    'datadog_monitor.aggregate-growth__runs-too-long': [
      'threshold: 5 -> 7200',
      'query: max(last_5m):max:airflow.dag.duration{dag:growth} > 5 -> max(last_5m):max:pipeline.run.elapsed_seconds{pipeline:aggregate-growth} > 7200',
      'message: "by hand" -> "{{#is_alert}}"',
      'tags: by:hand -> alert:runs-too-long, failure_class:processing, kind:duration, managed-by:watchbill, owner:accounts, pipeline:aggregate-growth, team:accounts',
      'priority: 3 -> none',
      'not compared: options.require_full_window: missing -> see the plan',
      'not compared: options.evaluation_delay: not 0: 60 -> see the plan',
    ],
    'datadog_software_catalog.aggregate-growth': [
      'additionalOwners: nothing -> [{"name":"de","type":"secondary"}]',
      expect.stringMatching(/^contacts: nothing -> /),
      expect.stringMatching(/^links: nothing -> /),
      'owner: "ba" -> "accounts"',
      expect.stringMatching(/^tags: nothing -> /),
      'description: "by hand" -> nothing',
    ],
    'datadog_team.de': [
      'name: "Data engineers" -> "Data Engineering"',
      `description: nothing -> "Team de. ${MARK}"`,
    ],
  });
});

test('for people: an address has a line of its own, and a long list of shifts ends early', async () => {
  const { out } = await watchbill(['adopt', '--out', file], sandbox.env);
  const from = (begin: string, end: string) => out.slice(out.indexOf(begin), out.indexOf(end));
  const people = { policy: 'pagerduty_escalation_policy', schedule: 'pagerduty_schedule' };
  expect(from(people.policy, people.schedule)).toMatch(
    new RegExp(`^${people.policy}\\.aggregate-growth
  P\\w+, called ${GROWTH}
    description
      - nothing
      \\+ "Pipeline aggregate-growth\\. Managed by Watchbill: change the data, not
        this\\."
    level 1 pages: Choo -> Accounts desk
    level 1 waits: 5 minutes -> 15 minutes
$`),
  );
  expect(
    from('    Mon 4 Jan 2027', 'pagerduty_service.'),
  ).toBe(`    Mon 4 Jan 2027 09:00 to Mon 11 Jan 09:00: Aidil -> Spencer
    and 4 more changes (--json has them all)
`);
  const same = from('Without a change', `\n${file} written`);
  expect(same).toMatch(/^Without a change \(--json has their ids\):\n/);
  expect(same).toMatch(/\n {2}pagerduty_team: (\w+, )*accounts[,\n]/);
  expect(from(TOO_LONG, '    message')).toMatch(
    /\n {4}threshold: 5 -> 7200\n {4}query\n {6}- max\(last_5m\)/,
  );
  expect(
    Math.max(...out.split('\n').map((line) => (/^ {8}https:/.test(line) ? 0 : line.length))),
  ).toBeLessThan(81 + folder.length);
});

test('an answer that is not understood ends it, and nothing is written', async () => {
  const odd = await startSandbox({
    clock: () => Temporal.Instant.from('2026-11-22T17:00:00Z'),
    faults: ({ path }) =>
      path === '/api/v2/downtime'
        ? { kind: 'status', status: 200, body: { data: [{ id: 'D' }] } }
        : undefined,
  });
  const other = join(folder, 'other.json');
  const { code, out, err } = await watchbill(['adopt', '--out', other], odd.env);
  await odd.stop();
  expect([code, out, existsSync(other)]).toEqual([1, '', false]);
  expect(err).toMatch(/\n {2}nothing was written[;,] /);
});
