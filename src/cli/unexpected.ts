import { errorText } from '../text/errorText';
import { visible } from '../text/visible';
import { EXIT } from './exitCode';

type Environment = Readonly<Record<string, string | undefined>>;

/** Longest message shown, in characters. */
const MAX_MESSAGE = 300;
/** Longest line of a trace shown, in characters. */
const MAX_LINE = 500;
/** Variables whose values must never be shown, even if an error contains them. */
const SECRET = /TOKEN|KEY|SECRET|PASSWORD|CONN_STR/;
/** Shorter values are not keys, and occur in ordinary words. */
const MIN_SECRET = 8;

/** The message of an unforeseen error, and the exit code. */
export interface Unexpected {
  readonly text: string;
  readonly code: number;
}

/**
 * An error that no verb handles, as one line: `BUG001` for a bug in Watchbill, `HOST001` for
 * what the machine refuses (no space, no permission). The trace follows with
 * `WATCHBILL_DEBUG=1`. Keys in the environment and source code are never shown.
 */
export function unexpected(error: unknown, env: Environment): Unexpected {
  const message = shown(oneLine(errorText(error)) || 'no message', env, MAX_MESSAGE);
  const trace = env['WATCHBILL_DEBUG'] === '1' ? traceOf(error, env) : '';
  if (isRefusal(error))
    return { text: `HOST001: this machine refused: ${message}\n${trace}`, code: EXIT.problems };
  const report =
    trace === ''
      ? 'report it to the people who maintain Watchbill for you: the command, and its output with WATCHBILL_DEBUG=1'
      : 'report it to the people who maintain Watchbill for you: the command, and this trace';
  return {
    text: `BUG001: a bug in Watchbill, not in your data: ${message}; ${report}\n${trace}`,
    code: EXIT.bug,
  };
}

/** True for errors of the operating system, which name the call that failed; vendors' errors have messages of their own. */
function isRefusal(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'syscall' in error &&
    'code' in error &&
    /^E[A-Z0-9]+$/.test(String(error.code))
  );
}

/** The traces of an error and its causes. */
function traceOf(error: unknown, env: Environment): string {
  const lines: string[] = [];
  const seen = new Set<unknown>();
  for (let each = error; typeof each === 'object' && each !== null && !seen.has(each); ) {
    seen.add(each);
    const stack = 'stack' in each ? String(each.stack) : errorText(each);
    lines.push(...`${seen.size === 1 ? '' : 'caused by '}${stack}`.split('\n'));
    each = 'cause' in each ? each.cause : undefined;
  }
  return lines.map((line) => `  ${shown(line, env, MAX_LINE)}\n`).join('');
}

function oneLine(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

/** Text without keys, with everything visible, shortened. */
function shown(text: string, env: Environment, most: number): string {
  const secrets = Object.entries(env).flatMap(([name, value = '']) =>
    SECRET.test(name) && value.trim().length >= MIN_SECRET ? [{ name, value: value.trim() }] : [],
  );
  const inert = visible(
    secrets.reduce((redacted, { name, value }) => redacted.replaceAll(value, `(${name})`), text),
  );
  const characters = [...inert];
  return characters.length <= most ? inert : `${characters.slice(0, most - 1).join('')}…`;
}
