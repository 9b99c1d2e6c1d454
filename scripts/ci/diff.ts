import { EXIT } from '../../src/cli/exitCode';
import { UsageError } from '../../src/text/usageError';
import { type Run, runUnseen, watchbill, withoutEmpty } from './command';
import type { Environment } from './gitHub';
import { publish } from './output';
import { script } from './script';

/**
 * `npm run ci:diff -- [BASE]`: what the branch changes, as a comment, in `ci.out/diff.md`.
 * It reports data with errors, but does not fail because of them: `ci:check` does.
 * @returns the exit code
 * @throws UsageError where `watchbill diff` could not compare at all
 */
export async function diff(args: readonly string[], env: Environment, run: Run): Promise<number> {
  const { code, out } = await run(watchbill('diff', ...args, '--markdown'), withoutEmpty(env));
  const isTold = (code === EXIT.clean || code === EXIT.problems) && out !== '';
  if (!isTold)
    throw new UsageError(`watchbill diff ended with ${code}, and there is no comment\n  see above`);
  publish('diff.md', out, env);
  process.stdout.write('written: ci.out/diff.md\n');
  return EXIT.clean;
}

export const start = (): Promise<void> => script(() => diff(process.argv.slice(2), process.env, runUnseen));
