import { errorText } from '../text/errorText';
import { visible } from '../text/visible';
import { EXIT } from './exitCode';

type Environment = Readonly<Record<string, string | undefined>>;

/** Most of an error's message that is shown, in characters. */
const MAX_MESSAGE = 300;
/** Most of a line of a trace that is shown, in characters. */
const MAX_LINE = 500;
/** Variables whose values are nobody's to see, whoever put them into an error. */
const SECRET = /TOKEN|KEY|SECRET|PASSWORD|CONN_STR/;
/** A value that is shorter is no key, and is found in many words. */
const MIN_SECRET = 8;

/** What is said of an error that nobody foresaw, and how the program ends. */
export interface Unexpected {
  readonly text: string;
  readonly code: number;
}

/**
 * An error that no verb has words for, as one line: `BUG001`, a mistake of ours, or
 * `HOST001`, what the machine refuses (no space, no permission). With `WATCHBILL_DEBUG=1`
 * the trace follows. Keys of the environment are never shown, nor is source text.
 */
export function unexpected(error: unknown, env: Environment): Unexpected {
  const told = shown(oneLine(errorText(error)) || 'no message', env, MAX_MESSAGE);
  const trace = env['WATCHBILL_DEBUG'] === '1' ? traceOf(error, env) : '';
  if (isRefusal(error))
    return { text: `HOST001: this machine refused: ${told}\n${trace}`, code: EXIT.problems };
  const report =
    trace === ''
      ? 'report it to whoever maintains Watchbill for you, with the command and what it prints with WATCHBILL_DEBUG=1'
      : 'report it to whoever maintains Watchbill for you, with the command and this trace';
  return {
    text: `BUG001: a mistake in Watchbill, not in your data: ${told}; ${report}\n${trace}`,
    code: EXIT.bug,
  };
}

/** Errors of the operating system have the call that failed; what a vendor's server did has its own words. */
function isRefusal(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'syscall' in error &&
    'code' in error &&
    /^E[A-Z0-9]+$/.test(String(error.code))
  );
}

/** The trace of an error and of what caused it. */
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

/** Text without keys, everything visible, cut. */
function shown(text: string, env: Environment, most: number): string {
  const secrets = Object.entries(env).flatMap(([name, value = '']) =>
    SECRET.test(name) && value.trim().length >= MIN_SECRET ? [{ name, value: value.trim() }] : [],
  );
  const inert = visible(secrets.reduce((said, { name, value }) => said.replaceAll(value, `(${name})`), text));
  const characters = [...inert];
  return characters.length <= most ? inert : `${characters.slice(0, most - 1).join('')}…`;
}
