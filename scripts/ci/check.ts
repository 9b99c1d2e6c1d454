import { type Run, run, watchbill, withoutEmpty } from './command';
import type { Environment } from './gitHub';
import { script } from './script';

/**
 * `npm run ci:check`: the data's problems; on GitHub at their lines of the pull request.
 * @returns the exit code of `watchbill check`
 */
export async function check(args: readonly string[], env: Environment, runs: Run): Promise<number> {
  const format = env['GITHUB_ACTIONS'] === 'true' ? ['--format', 'github'] : [];
  return (await runs(watchbill('check', ...format, ...args), withoutEmpty(env))).code;
}

export const start = (): Promise<void> => script(() => check(process.argv.slice(2), process.env, run));
