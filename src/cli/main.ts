import { Command, CommanderError } from 'commander';
import { check } from './check';
import { EXIT, UsageError } from './exitCode';
import { processIo, type StackIo } from './io';
import { type RosterOptions, roster } from './roster';
import { type SandboxVerbOptions, sandbox } from './sandbox';
import type { CommonOptions } from './session';
import { type WhoOptions, who } from './who';

export { processIo };

/**
 * The `watchbill` command.
 * @param args what stands after the command's name
 * @returns the exit code: 0 clean, 1 problems in the data, 2 wrong usage
 */
export async function main(args: readonly string[], io: StackIo): Promise<number> {
  let code: number = EXIT.clean;
  const program = new Command('watchbill')
    .description('Alerting as code for data teams: who is paged, when, and why.')
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: io.err })
    .showSuggestionAfterError()
    .helpCommand(false);

  verb(
    program,
    'check',
    'every problem in the data, with its code, place and way out',
    'watchbill check --data data',
  ).action((options: CommonOptions) => {
    code = check(options, io);
  });
  verb(
    program,
    'roster',
    'who stands when, with the reason',
    'watchbill roster --weeks 4 --pipeline aggregate-profit',
  )
    .option('--from <date>', 'first day (default: as of)')
    .option('--weeks <n>', 'how many weeks (default: up to the horizon)')
    .option('--pipeline <id>', 'only the rotation that serves this pipeline')
    .option('--person <id>', 'only shifts in which this person stands or is covered')
    .action((options: RosterOptions) => {
      code = roster(options, io);
    });
  verb(
    program,
    'who',
    'who is on duty, and who is next in line',
    'watchbill who aggregate-profit --at 2026-11-09T03:00',
  )
    .argument('[pipeline]', 'only this pipeline')
    .option('--at <instant>', 'the moment (default: as of where given, else now)')
    .action((pipeline: string | undefined, options: WhoOptions) => {
      code = who(pipeline, options, io);
    });
  program
    .command('sandbox')
    .description('loopback PagerDuty and Datadog for Terraform, until it is interrupted')
    .option('--data <dir>', "folder of the team's data (default: WATCHBILL_DATA, else data)")
    .option('--port <n>', 'TCP port on 127.0.0.1 (default: any free one)')
    .option('--state <file>', 'file that keeps what was deployed (default: it is forgotten)')
    .addHelpText('after', '\nExample:\n  watchbill sandbox --port 8899 --state sandbox.json')
    .action(async (options: SandboxVerbOptions) => {
      code = await sandbox(options, io);
    });

  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof UsageError) {
      io.err(`${error.message}\n`);
      return EXIT.usage;
    }
    // Commander has already written its message, or the help that was asked for.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.clean : EXIT.usage;
    throw error;
  }
}

function verb(program: Command, name: string, description: string, example: string): Command {
  return program
    .command(name)
    .description(description)
    .option('--data <dir>', "folder of the team's data (default: WATCHBILL_DATA, else data)")
    .option('--as-of <instant>', 'the day to plan from (default: WATCHBILL_AS_OF, else today)')
    .option('--json', 'JSON on standard output, for programs')
    .addHelpText(
      'after',
      `\nExample:\n  ${example}\n\nExit codes: 0 clean, 1 problems in the data, 2 wrong usage`,
    );
}
