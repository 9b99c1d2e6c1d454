import { Command, CommanderError } from 'commander';
import { DataProblems, reportDataProblems } from './cli/dataProblems';
import { EXIT } from './cli/exitCode';
import { withExplainHint } from './cli/explainHint';
import { processIo, type StackIo } from './cli/io';
import { program } from './cli/program';
import { withoutFarSuggestion } from './cli/suggestion';
import { version } from './cli/version';
import { WIDTH } from './text/columns';
import { isUsageError } from './text/usageError';
import { addVerbs } from './verbs';

export { processIo, program };

/**
 * The `watchbill` command.
 * @param args the words after the command's name
 * @returns the exit code: 0 clean, 1 problems in the data, 2 wrong usage, 3 drift
 * @throws unforeseen errors, which {@link program} reports
 */
export async function main(args: readonly string[], io: StackIo): Promise<number> {
  let code: number = EXIT.clean;
  const command = new Command('watchbill')
    .usage('<verb> [options]')
    .configureHelp({ subcommandTerm: (verb) => verb.name() })
    .description('Alerting as code for data teams: who is paged, when, and why.')
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .exitOverride()
    .configureOutput({
      writeOut: io.out,
      writeErr: io.err,
      outputError: (message, write) => write(withoutFarSuggestion(message)),
      getOutHelpWidth: () => WIDTH,
      getErrHelpWidth: () => WIDTH,
    })
    .showSuggestionAfterError()
    .showHelpAfterError('For all verbs: watchbill --help')
    .helpCommand(false)
    .addHelpText(
      'after',
      `
Example:
  watchbill check && watchbill who

Exit codes: 0 clean, 1 problems in the data, 2 wrong usage, 3 drift
70 is a bug in Watchbill itself (BUG001), in any verb.
Each verb has its own help: watchbill roster --help
`,
    );
  addVerbs(command, {
    io,
    end: (ended) => {
      code = ended;
    },
  });

  try {
    await command.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof DataProblems) return reportDataProblems(error, io);
    if (isUsageError(error)) {
      io.err(withExplainHint(`${error.message}\n`));
      return EXIT.usage;
    }
    // Commander has already printed its message, or the help.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.clean : EXIT.usage;
    throw error;
  }
}
