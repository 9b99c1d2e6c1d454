import type * as z from 'zod';
import { UsageError } from '../text/usageError';
import { BACKENDS, type Backend, type BackendType, SECRETS } from './backendSchema';

/** The settings that decide where the state is kept. */
export interface BackendSources {
  /** Environment variables. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** `context` of `cdktf.json`. */
  readonly context: Readonly<Record<string, unknown>>;
}

/**
 * Where the state is kept: `WATCHBILL_BACKEND` (JSON), otherwise `backend` in the context of
 * `cdktf.json`, otherwise a local file. The state of a sandbox never goes where `cdktf.json`
 * keeps the real one.
 * @throws UsageError if it is malformed or contains a secret, which is never shown
 * @example
 * chosenBackend({ env: {}, context: { backend: { type: 'pg' } } }) // { type: 'pg', prefix: 'watchbill' }
 */
export function chosenBackend({ env, context }: BackendSources): Backend {
  const text = env['WATCHBILL_BACKEND'];
  if (text !== undefined && text !== '') return checked('WATCHBILL_BACKEND', json(text));
  if (context['backend'] === undefined || (env['WATCHBILL_SANDBOX'] ?? '') !== '') return { type: 'local' };
  return checked("backend in cdktf.json's context", context['backend']);
}

/** JSON from a variable. Its text is never shown, because it may be a connection string with a password. */
function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(
      'WATCHBILL_BACKEND is not valid JSON (its text is not shown, it may hold a secret)\n  write e.g. {"type":"s3","bucket":"…","region":"…"}; unset it to use the backend of cdktf.json',
    );
  }
}

function checked(where: string, value: unknown): Backend {
  const type = typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined;
  if (!isType(type)) {
    const got = type === undefined ? 'no type' : `type ${shown(type)}`;
    throw new UsageError(`${where} has ${got}\n  write one of ${Object.keys(BACKENDS).join(', ')}`);
  }
  for (const key of Object.keys(value as object)) {
    const secret = snakeCase(key);
    const variable = Object.hasOwn(SECRETS[type], secret) ? SECRETS[type][secret] : undefined;
    if (variable !== undefined) {
      throw new UsageError(
        `${where}: ${key} is a secret, which is never written into the synthesized Terraform\n  remove it, and set ${variable}, which Terraform reads itself`,
      );
    }
  }
  const result = BACKENDS[type].safeParse(value);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => problemText(issue, value, type));
  throw new UsageError(`${where}: ${problems.join('\n')}`);
}

function problemText(issue: z.core.$ZodIssue, value: unknown, type: BackendType): string {
  const keys = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    const unknown = issue.keys.map((key) => (keys === '' ? key : `${keys}.${key}`)).join(', ');
    return `${type} has no ${unknown}\n  write ${Object.keys(BACKENDS[type].shape).join(', ')}; secrets only in the environment`;
  }
  const received = issue.path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null ? Object.entries(at).find(([k]) => k === key)?.[1] : at,
    value,
  );
  if (received === undefined) return `${type} needs ${keys}\n  add it`;
  return `${keys} is ${shown(received)}\n  ${issue.message}`;
}

/** A value for a message, unless it could be a secret. */
function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return /@|password|secret|token/i.test(text) || text.length > 80 ? '(not shown)' : text;
}

function isType(type: unknown): type is BackendType {
  return typeof type === 'string' && Object.hasOwn(BACKENDS, type);
}

/** `accessKey`, as cdktf writes it, is `access_key`, too. */
function snakeCase(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
