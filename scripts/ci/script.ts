import { EXIT } from '../../src/cli/exitCode';
import { program } from '../../src/cli/program';
import { GitHubError } from './gitHub';

/** Runs a script of the workflows: its exit code, and errors that a person can mend as one message. */
export function script(main: () => Promise<number>): Promise<void> {
  return program(async () => {
    try {
      return await main();
    } catch (error) {
      if (!(error instanceof GitHubError)) throw error;
      process.stderr.write(`${error.message}\n`);
      return EXIT.problems;
    }
  });
}
