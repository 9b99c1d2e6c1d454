import type { InjectOptions } from 'fastify';
import { Temporal } from 'temporal-polyfill';
import { SANDBOX_TOKENS, sandboxApp } from '../../../src/sandbox/app';

/** 10:00 in Kuala Lumpur. */
const NOW = Temporal.Instant.from('2026-11-23T02:00:00Z');

const KEYS = {
  'dd-api-key': SANDBOX_TOKENS.datadogApi,
  'dd-application-key': SANDBOX_TOKENS.datadogApp,
};

/** What was answered; bodies are JSON. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** A Datadog account of the sandbox in which nothing was made yet, with a clock that a test sets. */
export function datadogAccount() {
  const clock = { now: NOW };
  const { app, state } = sandboxApp({ clock: () => clock.now });
  const call = async (
    method: NonNullable<InjectOptions['method']>,
    path: string,
    body?: unknown,
    headers: Record<string, string> = KEYS,
  ): Promise<Answer> => {
    const payload = typeof body === 'string' ? body : JSON.stringify(body);
    const answer = await app.inject({
      method,
      url: `/api${path}`,
      headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(payload === undefined ? {} : { payload }),
    });
    return {
      status: answer.statusCode,
      body: answer.payload === '' ? undefined : (JSON.parse(answer.payload) as unknown),
    };
  };
  return { call, clock, datadog: state.datadog };
}

/** What Datadog answers when it refuses. */
export const refused = (status: number, ...errors: unknown[]): Answer => ({ status, body: { errors } });
