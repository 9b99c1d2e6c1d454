import { type Run, run, watchbill, withoutEmpty } from './command';
import type { Environment } from './gitHub';
import { script } from './script';

/** Where the site is left for the job that publishes it. */
const OUT = 'ci.out/site';

/**
 * `npm run ci:site -- [options of watchbill site]`: the on-call site as of now.
 * @returns the exit code of `watchbill site`
 */
export async function site(args: readonly string[], env: Environment, runs: Run): Promise<number> {
  return (await runs(watchbill('site', '--out', OUT, ...args), withoutEmpty(env))).code;
}

export const start = (): Promise<void> => script(() => site(process.argv.slice(2), process.env, run));
