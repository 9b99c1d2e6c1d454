import type { Sandbox } from '../../../src/sandbox';

/** A layer, people by their names. */
export interface LayerSpec {
  readonly people: readonly string[];
  /** When its first turn begins; the layer starts then, too. */
  readonly begins: string;
  readonly turnSeconds?: number;
  readonly ends?: string;
  readonly restrictions?: readonly object[];
}

/** What is made in an account through its API. */
export interface AccountSpec {
  readonly users: readonly {
    readonly name: string;
    readonly timeZone?: string;
    readonly teams?: readonly string[];
  }[];
  readonly schedules: readonly {
    readonly name: string;
    readonly timeZone: string;
    readonly layers: readonly LayerSpec[];
  }[];
  /** Levels of schedules or people by their names. */
  readonly policies: readonly {
    readonly name: string;
    readonly loops?: number;
    readonly levels: readonly { readonly targets: readonly string[]; readonly minutes: number }[];
  }[];
  readonly services: readonly { readonly name: string; readonly policy: string; readonly more?: object }[];
}

const WEEK = 604_800;

/** Makes an account through PagerDuty's API. */
export async function madeAccount(sandbox: Sandbox, spec: AccountSpec): Promise<void> {
  const ids = new Map<string, string>();
  const made = async (path: string, key: string, body: object, name: string) => {
    const answer = (await call(sandbox, 'POST', path, { [key]: body })) as Record<string, { id: string }>;
    ids.set(`${key} ${name}`, answer[key]?.id ?? '');
  };
  const idOf = (key: string, name: string) => {
    const id = ids.get(`${key} ${name}`);
    if (id === undefined) throw new Error(`no ${key} ${name}`);
    return id;
  };
  for (const { name, timeZone } of spec.users) {
    const email = `${name.toLowerCase().replaceAll(' ', '.')}@team.example`;
    await made(
      '/users',
      'user',
      { name, email, ...(timeZone === undefined ? {} : { time_zone: timeZone }) },
      name,
    );
  }
  for (const name of new Set(spec.users.flatMap(({ teams = [] }) => teams))) {
    await made('/teams', 'team', { name }, name);
    for (const user of spec.users.filter(({ teams = [] }) => teams.includes(name))) {
      const path = `/teams/${idOf('team', name)}/users/${idOf('user', user.name)}`;
      await call(sandbox, 'PUT', path, { role: 'responder' });
    }
  }
  for (const { name, timeZone, layers } of spec.schedules) {
    const body = {
      name,
      time_zone: timeZone,
      schedule_layers: layers.map(({ people, begins, turnSeconds = WEEK, ends, restrictions = [] }, at) => ({
        name: `Layer ${at + 1}`,
        start: begins,
        rotation_virtual_start: begins,
        rotation_turn_length_seconds: turnSeconds,
        ...(ends === undefined ? {} : { end: ends }),
        users: people.map((person) => ({ user: { id: idOf('user', person), type: 'user_reference' } })),
        restrictions,
      })),
    };
    await made('/schedules', 'schedule', body, name);
  }
  for (const { name, loops = 0, levels } of spec.policies) {
    const target = (each: string) =>
      ids.has(`schedule ${each}`)
        ? { id: idOf('schedule', each), type: 'schedule_reference' }
        : { id: idOf('user', each), type: 'user_reference' };
    const body = {
      name,
      num_loops: loops,
      escalation_rules: levels.map(({ targets, minutes }) => ({
        escalation_delay_in_minutes: minutes,
        targets: targets.map(target),
      })),
    };
    await made('/escalation_policies', 'escalation_policy', body, name);
  }
  for (const { name, policy, more = {} } of spec.services) {
    const body = {
      name,
      escalation_policy: { id: idOf('escalation_policy', policy), type: 'escalation_policy_reference' },
      incident_urgency_rule: { type: 'constant', urgency: 'high' },
      auto_resolve_timeout: null,
      acknowledgement_timeout: null,
      ...more,
    };
    await made('/services', 'service', body, name);
  }
}

/** A call of PagerDuty's API that has to succeed. */
export async function call(sandbox: Sandbox, method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(`${sandbox.url}/pagerduty${path}`, {
    method,
    headers: { authorization: `Token token=${sandbox.tokens.pagerDuty}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}
