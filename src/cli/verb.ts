import type { Command } from 'commander';
import { wrapped } from '../text/wrapped';
import type { StackIo } from './io';

/** What the verbs of one call have in common. */
export interface Call {
  readonly io: StackIo;
  /** Takes the exit code at the end of the verb's work. */
  readonly end: (code: number) => void;
}

/**
 * Adds one verb to the program. It is called for every verb at every start, so that help and
 * suggestions know them all: what a verb works with is loaded when it is called.
 */
export type Verb = (program: Command, call: Call) => void;

/** What the help of a verb says. */
export interface VerbHelp {
  /** As it is typed, e.g. `check`. */
  readonly name: string;
  /** What it does, in one line. */
  readonly description: string;
  /** Lines of at most 78 characters that can be run as they are. */
  readonly example: string;
  /** Said last, in lines of at most 80 characters. */
  readonly note?: string;
  /** What the exit codes say. @default 0 clean, 1 problems in the data, 2 wrong usage */
  readonly exitCodes?: string;
  /** Whether the program's help leaves it out. @default false */
  readonly isHidden?: boolean;
}

/** What the exit codes of most verbs say. */
export const EXIT_CODES = '0 clean, 1 problems in the data, 2 wrong usage';

/** A verb with its help, without options. */
export function verb(program: Command, help: VerbHelp): Command {
  const { name, description, example, note, exitCodes = EXIT_CODES, isHidden = false } = help;
  return program
    .command(name, { hidden: isHidden })
    .description(description)
    .showHelpAfterError(`For its options: ${[...wordsOf(program), name].join(' ')} --help`)
    .addHelpText(
      'after',
      `\nExample:\n  ${example.replaceAll('\n', '\n  ')}\n\n${wrapped(`Exit codes: ${exitCodes}`).trimEnd()}${note === undefined ? '' : `\n\n${note}`}`,
    );
}

/** The words by which a command is called. */
function wordsOf(command: Command): readonly string[] {
  return [...(command.parent === null ? [] : wordsOf(command.parent)), command.name()];
}

/** The same with the options that most verbs have: the data, the day, and JSON. */
export function withCommonOptions(command: Command): Command {
  return withData(command)
    .option('--as-of <instant>', 'the day to plan from (default: WATCHBILL_AS_OF, else today)')
    .option('--json', 'JSON on standard output, for programs');
}

/** The option that says whose data it is. */
export function withData(command: Command): Command {
  return command.option('--data <dir>', "folder of the team's data (default: WATCHBILL_DATA, else data)");
}
