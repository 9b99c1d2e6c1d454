import { UsageError } from '../../text/usageError';

/** Options of `npm run deploy`, behind `--`. */
export interface DeployOptions {
  /** @default - `WATCHBILL_DATA`, else `data` */
  readonly data?: string;
  /** @default - now */
  readonly asOf?: string;
  /** The others: they are those of `cdktf deploy`. */
  readonly rest: readonly string[];
}

const OWN: Readonly<Record<string, 'data' | 'asOf'>> = { '--data': 'data', '--as-of': 'asOf' };

/**
 * @throws UsageError where an option of ours has no value, or comes twice
 * @example
 * deployOptions(['--as-of', '2026-12-21', '--auto-approve']) // { asOf: '2026-12-21', rest: ['--auto-approve'] }
 */
export function deployOptions(args: readonly string[]): DeployOptions {
  const own: { data?: string; asOf?: string } = {};
  const rest: string[] = [];
  for (let at = 0; at < args.length; at += 1) {
    const word = args[at] ?? '';
    const [name = '', ...value] = word.split('=');
    const key = OWN[name];
    if (key === undefined) {
      rest.push(word);
      continue;
    }
    const given = value.length > 0 ? value.join('=') : args[++at];
    if (given === undefined || given === '' || given.startsWith('--') || own[key] !== undefined) {
      throw new UsageError(
        `npm run deploy -- [--data DIR] [--as-of INSTANT] [options of cdktf deploy]: ${name} ${own[key] === undefined ? 'has no value' : 'comes twice'}`,
      );
    }
    own[key] = given;
  }
  return { ...own, rest };
}
