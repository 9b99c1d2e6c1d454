import { existsSync, readFileSync } from 'node:fs';
import { replaceFile } from '../files/replaceFile';
import { errorText } from '../text/errorText';
import { addReachable } from './pagerduty/notificationRules';
import type { PagerDutyState } from './pagerduty/state';
import { emptyState, type SandboxState } from './state';

/** The value of a state file's first key. */
const FORMAT = 'watchbill-sandbox/1';
/** The beginning of every file that the sandbox wrote. */
const OURS = /^\s*\{\s*"format":\s*"watchbill-sandbox\//;

/** A state file that cannot be used. */
export class StateFileError extends Error {
  override readonly name = 'StateFileError';
}

/**
 * The state in a file; an empty one if there is no such file.
 * @throws StateFileError if the file is damaged, or not a sandbox's
 */
export function readState(file: string): SandboxState {
  if (!existsSync(file)) return emptyState();
  const kept = parsed(file);
  if (typeof kept !== 'object' || kept === null || !('format' in kept) || kept.format !== FORMAT) {
    throw notOurs(file);
  }
  const { format: _, ...state } = withReachable(kept as unknown as SandboxState & { format: string });
  const missing = missingKeys(emptyState(), state, '');
  if (missing.length > 0) {
    throw new StateFileError(`${file} is damaged: ${missing.join(', ')} missing; remove it to start again`);
  }
  return state;
}

/**
 * Writes the state to a file that only this user may read.
 * @throws StateFileError if the file cannot be written
 */
export function writeState(file: string, state: SandboxState): void {
  const text = `${JSON.stringify({ format: FORMAT, ...state }, undefined, 1)}\n`;
  attempted(file, 'written', () => replaceFile(file, text, { mode: 0o600 }));
}

/** Gives everybody in a file from before there were contact methods those of a new log-in. */
function withReachable<T extends SandboxState>(state: T): T {
  const { pagerduty } = state;
  const { users, contactMethods } = (pagerduty ?? {}) as Partial<PagerDutyState>;
  if (!Array.isArray(users) || contactMethods !== undefined) return state;
  Object.assign(pagerduty, { contactMethods: [], notificationRules: [] });
  for (const user of users) addReachable(pagerduty, user);
  return state;
}

function attempted<T>(file: string, what: 'read' | 'written', act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw new StateFileError(`${file} cannot be ${what}: ${errorText(error)}; name another file`);
  }
}

function parsed(file: string): unknown {
  const text = attempted(file, 'read', () => readFileSync(file, 'utf8'));
  try {
    return JSON.parse(text);
  } catch (error) {
    // Never show anything of somebody else's file, or suggest removing it.
    if (!OURS.test(text)) throw notOurs(file);
    throw new StateFileError(`${file} is damaged (${errorText(error)}): remove it to start again`);
  }
}

function notOurs(file: string): StateFileError {
  return new StateFileError(
    `${file} is not a state file of this sandbox (no "format": "${FORMAT}"): name another file`,
  );
}

/** Keys of the example that the value lacks or has in another shape. */
function missingKeys(example: object, value: unknown, prefix: string): string[] {
  return Object.entries(example).flatMap(([key, part]) => {
    const path = `${prefix}${key}`;
    const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
    if (typeof found !== typeof part || Array.isArray(found) !== Array.isArray(part)) return [path];
    const nested = typeof part === 'object' && part !== null && !Array.isArray(part);
    return nested ? missingKeys(part as object, found, `${path}.`) : [];
  });
}
