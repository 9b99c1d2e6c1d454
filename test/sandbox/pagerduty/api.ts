import type { InjectOptions } from 'fastify';
import { Temporal } from 'temporal-polyfill';
import { SANDBOX_TOKENS, type SandboxApp, sandboxApp } from '../../../src/sandbox/app';
import type { SandboxState } from '../../../src/sandbox/state';

/** A Monday, 09:00 in Kuala Lumpur. */
const NOW = Temporal.Instant.from('2026-01-05T01:00:00Z');

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** What was answered. */
export interface Answer {
  readonly status: number;
  readonly body: Json;
}

/** JSON of which a test knows what to expect. */
export interface Json {
  readonly [key: string]: Json;
}

/** PagerDuty's API in this process, with four people. */
export interface Api {
  readonly state: SandboxState['pagerduty'];
  readonly app: SandboxApp['app'];
  readonly ids: Readonly<Record<'aidil' | 'thiru' | 'choo' | 'spencer', string>>;
  /** Sets the clock. */
  at(instant: string): void;
  call(method: Method, path: string, body?: unknown): Promise<Answer>;
  /** A call that has to succeed, and the id of what it answers. */
  made(path: string, key: string, body: unknown): Promise<string>;
}

export function pagerDuty(): Api {
  let now = NOW;
  const names = ['aidil', 'thiru', 'choo', 'spencer'] as const;
  const users = names.map((name) => ({ name, email: `${name}@xyz-tech.example` }));
  const { app, state } = sandboxApp({ clock: () => now, users });
  const [aidil = '', thiru = '', choo = '', spencer = ''] = state.pagerduty.users.map(({ id }) => id);
  const call = async (method: Method, path: string, body?: unknown): Promise<Answer> => {
    const request: InjectOptions = {
      method,
      url: `/pagerduty${path}`,
      headers: {
        authorization: `Token token=${SANDBOX_TOKENS.pagerDuty}`,
        'content-type': 'application/json',
      },
      ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
    };
    const { statusCode, payload } = await app.inject(request);
    return { status: statusCode, body: payload === '' ? {} : (JSON.parse(payload) as Json) };
  };
  return {
    state: state.pagerduty,
    app,
    ids: { aidil, thiru, choo, spencer },
    at: (instant) => {
      now = Temporal.Instant.from(instant);
    },
    call,
    made: async (path, key, body) => {
      const answer = await call('POST', path, { [key]: body });
      if (answer.status >= 300) throw new Error(JSON.stringify(answer));
      return String(answer.body[key]?.['id']);
    },
  };
}

/** A layer of turns of a week that began with the clock. */
export function layer(users: readonly string[], more: object = {}): object {
  return {
    start: '2026-01-05T01:00:00Z',
    rotation_virtual_start: '2026-01-05 01:00:00 +0000 UTC',
    rotation_turn_length_seconds: 604_800,
    users: users.map((id) => ({ user: { id, type: 'user' } })),
    ...more,
  };
}

export function schedule(layers: readonly object[], more: object = {}): object {
  return { name: 'Growth', time_zone: 'Asia/Kuala_Lumpur', schedule_layers: layers, ...more };
}

export function policy(targets: readonly object[], more: object = {}): object {
  return {
    name: 'Growth',
    escalation_rules: targets.map((target) => ({ escalation_delay_in_minutes: 15, targets: [target] })),
    teams: [],
    ...more,
  };
}

/** The ids of a list's objects, or of one page of it. */
export function idsOf(list: Json | undefined): string[] {
  return Object.values(list ?? {}).map(({ id }) => String(id));
}
