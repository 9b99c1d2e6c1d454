import { visible } from '../../src/text/visible';
import { Secrets } from '../../src/vendors';
import type { Environment } from './gitHub';

/** Variables whose values are for nobody's eyes: the vendors' keys, GitHub's, those of state backends. */
const SECRET_NAME = /(TOKEN|KEY|KEY_ID|SECRET|PASSWORD|CREDENTIALS|CONN_STR)$|^TF_TOKEN_/;
/** What a log keeps of what cannot be seen: line ends, tabs, and colours. */
const KEPT = new RegExp(`(\\r?\\n|\\t|${String.fromCodePoint(27)}\\[[0-9;]*m)`);
/** A line without an end is shown once it is so long, in characters. */
const LONGEST_LINE = 65_536;

/** Takes what a program says piece by piece, and hands it on line by line. */
export interface Filter {
  readonly take: (text: string) => void;
  /** Hands on what is left. */
  readonly end: () => void;
}

/**
 * What programs say, for a log: without the secrets of the environment they ran in, and
 * without what a terminal would obey but for colours. Keys that arrive in two pieces are
 * found, because whole lines are looked at.
 */
export function outputFilter(env: Environment): (show: (text: string) => void) => Filter {
  const names = Object.keys(env).filter((name) => SECRET_NAME.test(name));
  const secrets = new Secrets(names.map((name) => env[name] ?? ''));
  const safe = (text: string) =>
    secrets
      .maskedParts(text)
      .split(KEPT)
      .map((part, at) => (at % 2 === 1 ? part : visible(part)))
      .join('');
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
