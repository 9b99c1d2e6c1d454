import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { errorText } from '../text/errorText';
import { addReachable } from './pagerduty/notificationRules';
import type { PagerDutyState } from './pagerduty/state';
import { emptyState, type SandboxState } from './state';

/** What the first key of a state file says. */
const FORMAT = 'watchbill-sandbox/1';
/** How a file that the sandbox wrote begins, however it ends. */
const OURS = /^\s*\{\s*"format":\s*"watchbill-sandbox\//;

/** A state file that cannot be used. */
export class StateFileError extends Error {
  override readonly name = 'StateFileError';
}

/**
 * The state that a file holds; an empty one where there is no such file.
 * @throws StateFileError where the file is damaged, or is none of the sandbox's
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
    throw new StateFileError(`${file} is damaged: ${missing.join(', ')} missing; remove it to begin anew`);
  }
  return state;
}

/**
 * Keeps the state: written beside the file, forced to the disk, and put in its place.
 * @throws StateFileError where there is no such folder, or nothing may be written there
 */
export function writeState(file: string, state: SandboxState): void {
  const fresh = `${file}.${process.pid}.new`;
  const handle = attempted(file, 'written', () => openSync(fresh, 'w', 0o600));
  try {
    writeSync(handle, `${JSON.stringify({ format: FORMAT, ...state }, undefined, 1)}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  attempted(file, 'written', () => renameSync(fresh, file));
}

/** The state of a file that was written before people had contact methods; they have those of a new log-in. */
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
    // Of a file that is somebody else's nothing is shown, and nobody is told to remove it.
    if (!OURS.test(text)) throw notOurs(file);
    throw new StateFileError(`${file} is damaged (${errorText(error)}): remove it to begin anew`);
  }
}

function notOurs(file: string): StateFileError {
  return new StateFileError(
    `${file} is not a state file of this sandbox (no "format": "${FORMAT}"): name another file`,
  );
}

/** Keys of the example that the value lacks, or holds in another shape. */
function missingKeys(example: object, value: unknown, prefix: string): string[] {
  return Object.entries(example).flatMap(([key, part]) => {
    const path = `${prefix}${key}`;
    const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
    if (typeof found !== typeof part || Array.isArray(found) !== Array.isArray(part)) return [path];
    const nested = typeof part === 'object' && part !== null && !Array.isArray(part);
    return nested ? missingKeys(part as object, found, `${path}.`) : [];
  });
}
