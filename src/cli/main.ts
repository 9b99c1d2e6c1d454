import { Command, CommanderError } from 'commander';
import type { AdoptOptions } from './adopt';
import { check } from './check';
import type { CoverOptions } from './cover';
import type { DiffOptions } from './diff';
import type { DriftOptions } from './drift';
import { EXIT, UsageError } from './exitCode';
import { processIo, type StackIo } from './io';
import { type LoadOptions, load } from './load';
import type { RehearseOptions } from './rehearse';
import { type RosterOptions, roster } from './roster';
import { type SandboxVerbOptions, sandbox } from './sandbox';
import type { CommonOptions } from './session';
import type { TelemetryAgentOptions } from './telemetry';
import { type WhoOptions, who } from './who';

export { processIo };

/**
 * The `watchbill` command.
 * @param args what stands after the command's name
 * @returns the exit code: 0 clean, 1 problems in the data, 2 wrong usage, 3 drift
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
  verb(
    program,
    'load',
    'who carries how much: turns, nights, weekends, holidays, covers owed',
    'watchbill load --from 2026-01-05 --until 2026-12-31',
  )
    .option('--from <date>', 'first day (default: as of)')
    .option('--until <date>', 'last day (default: up to the horizon)')
    .action((options: LoadOptions) => {
      code = load(options, io);
    });
  verb(
    program,
    'diff',
    'what a change of the data does: who stands when, before and after',
    'watchbill diff main --markdown',
  )
    .argument('[base]', 'a git ref or a data folder (default: the merge base with the main branch)')
    .argument('[head]', 'the same (default: the data folder as it is)')
    .option('--markdown', 'a comment for a pull request')
    .action((base: string | undefined, head: string | undefined, options: DiffOptions) => {
      // Git is for this verb alone.
      const { diff } = require('./diff') as typeof import('./diff');
      code = diff([base, head], options, io);
    });
  program
    .command('cover')
    .description('gives a watch to somebody else at once: in PagerDuty, and in the leave file')
    .argument('<person>', 'who is away')
    .option('--from <instant>', 'when it begins (default: now)')
    .option('--until <instant>', 'when it ends; a date is included')
    .option('--with <person>', 'who stands in, as agreed (default: whom the rules name)')
    .option('--cancel', 'take the same absence back')
    .option('--yes', 'do it without asking')
    .option('--data <dir>', "folder of the team's data (default: WATCHBILL_DATA, else data)")
    .option('--json', 'JSON on standard output, for programs')
    .addHelpText(
      'after',
      '\nExample:\n  watchbill cover aidil --until 2026-11-24T09:00\n\nExit codes: 0 done, or nothing to do; 1 not all done; 2 wrong usage, or nobody to ask',
    )
    .action(async (person: string, options: CoverOptions) => {
      const { cover } = require('./cover') as typeof import('./cover');
      code = await cover(person, options, io);
    });
  verb(
    program,
    'adopt',
    'writes import blocks for what exists already at PagerDuty and Datadog',
    'watchbill adopt',
  )
    .option('--out <file>', 'where they are written (default: imports.json)')
    .action(async (options: AdoptOptions) => {
      // The clients of the vendors are for the verbs that ask them.
      const { adopt } = require('./adopt') as typeof import('./adopt');
      code = await adopt(options, io);
    });
  verb(program, 'drift', 'what somebody changed by hand at PagerDuty and Datadog', 'watchbill drift --json')
    .addHelpText(
      'after',
      '            3 drift; 1 also where a vendor does not answer\n\nWithout --as-of it is now; after days without a deploy, give the instant of the last one.',
    )
    .action(async (options: DriftOptions) => {
      const { drift } = require('./drift') as typeof import('./drift');
      code = await drift(options, io);
    });
  verb(
    program,
    'rehearse',
    'breaks rules, and follows each to a phone and to its recovery',
    'watchbill rehearse aggregate-profit not-complete-by-nine',
  )
    .argument('[pipeline]', 'only the rules of this pipeline')
    .argument('[alert]', 'only this rule')
    .option('--at <instant>', 'when it breaks (default: 03:00 of the night after next)')
    .option('--deployed', 'what the sandbox holds after a deploy, instead of what would be deployed')
    .option('--database <url>', 'a PostgreSQL server to rehearse on, in a database of its own')
    .action(async (pipeline: string | undefined, alert: string | undefined, options: RehearseOptions) => {
      const { rehearse } = require('./rehearse') as typeof import('./rehearse');
      code = await rehearse([pipeline, alert], options, io);
    });
  const telemetry = program
    .command('telemetry')
    .description("the run ledger's SQL, and the Datadog Agent's configuration")
    .helpCommand(false);
  verb(
    telemetry,
    'sql',
    "the run ledger's SQL, to be run at any time, and again after each change of the data",
    'watchbill telemetry sql > ledger.sql && psql -X -v ON_ERROR_STOP=1 -f ledger.sql',
  ).action((options: CommonOptions) => {
    const { telemetrySql } = require('./telemetry') as typeof import('./telemetry');
    code = telemetrySql(options, io);
  });
  verb(
    telemetry,
    'agent',
    "the Datadog Agent's conf.d/postgres.d/conf.yaml, without a secret",
    'watchbill telemetry agent --host ledger.internal --username datadog > conf.yaml',
  )
    .option('--host <host>', "the ledger's host, or the folder of its socket (default: localhost)")
    .option('--port <n>', 'its port (default: 5432)')
    .option('--dbname <name>', 'its database (default: watchbill)')
    .option('--username <name>', 'a login that was granted watchbill_agent (default: datadog)')
    .action((options: TelemetryAgentOptions) => {
      const { telemetryAgent } = require('./telemetry') as typeof import('./telemetry');
      code = telemetryAgent(options, io);
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
