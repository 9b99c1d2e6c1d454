import { EXIT, UsageError } from '../../src/cli/exitCode';
import { GitHubError } from './gitHub';

/** Runs a script of the workflows: its exit code, and errors that a person can mend as one message. */
export async function script(main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof GitHubError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = error instanceof UsageError ? EXIT.usage : EXIT.problems;
  }
}
