import { visible } from '../text/visible';
import { Secrets } from '../vendors';

/** Variables whose values nobody may see: the vendors' keys, GitHub's, those of state backends. */
const SECRET_NAME = /(TOKEN|KEY|KEY_ID|SECRET|PASSWORD|CREDENTIALS|CONN_STR)$|^TF_TOKEN_/;
/** What a log keeps of what cannot be seen: line ends, tabs, and colours. */
const KEPT = new RegExp(`(\\r?\\n|\\t|${String.fromCodePoint(27)}\\[[0-9;]*m)`);
/** A line without an end is shown once it is this long, in characters. */
const LONGEST_LINE = 65_536;

type Environment = Readonly<Record<string, string | undefined>>;

/** Takes a program's output piece by piece, and passes it on line by line. */
export interface Filter {
  readonly take: (text: string) => void;
  /** Passes on what is left. */
  readonly end: () => void;
}

/**
 * Text of another program, without the secrets of the environment that it runs in, and without
 * anything that a terminal obeys except colours.
 * @param more further secrets, e.g. those in a plan
 */
export function safeText(env: Environment, more: readonly string[] = []): (text: string) => string {
  const names = Object.keys(env).filter((name) => SECRET_NAME.test(name));
  const secrets = new Secrets([...names.map((name) => env[name] ?? ''), ...more]);
  return (text) =>
    secrets
      .maskedParts(text)
      .split(KEPT)
      .map((part, at) => (at % 2 === 1 ? part : visible(part)))
      .join('');
}

/**
 * The same for a stream: whole lines are filtered, so that a key that arrives in two pieces is
 * found.
 */
export function outputFilter(env: Environment): (show: (text: string) => void) => Filter {
  const safe = safeText(env);
  return (show) => {
    let rest = '';
    return {
      take: (text) => {
        rest += text;
        const end = rest.length > LONGEST_LINE ? rest.length : rest.lastIndexOf('\n') + 1;
        if (end > 0) show(safe(rest.slice(0, end)));
        rest = rest.slice(end);
      },
      end: () => {
        if (rest !== '') show(safe(rest));
        rest = '';
      },
    };
  };
}
