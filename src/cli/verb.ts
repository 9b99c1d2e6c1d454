import type { Command } from 'commander';
import { wrapped } from '../text/wrapped';
import type { StackIo } from './io';
import type { Unsaid } from './session';

/** What all verbs get from one call of the command. */
export interface Call {
  readonly io: StackIo;
  /** Sets the exit code when the verb is done. */
  readonly end: (code: number) => void;
}

/**
 * Adds one verb to the program. Every start calls it for every verb, since help and suggestions
 * need them all, so a verb loads its modules only when it runs.
 */
export type Verb = (program: Command, call: Call) => void;

/** The help of a verb. */
export interface VerbHelp {
  /** The name, e.g. `check`. */
  readonly name: string;
  /** What it does, in one line. */
  readonly description: string;
  /** Commands that run as they are, in lines of at most 78 characters. */
  readonly example: string;
  /** Closing words, in lines of at most 80 characters. */
  readonly note?: string;
  /** The exit codes. @default 0 clean, 1 problems in the data, 2 wrong usage */
  readonly exitCodes?: string;
  /** Whether the program's help omits the verb. @default false */
  readonly isHidden?: boolean;
}

/** The exit codes of most verbs. */
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

/** The words that call a command. */
function wordsOf(command: Command): readonly string[] {
  return [...(command.parent === null ? [] : wordsOf(command.parent)), command.name()];
}

/**
 * Adds the options that most verbs have: the data, the day, and JSON.
 * @param unsaid what as-of is by default
 */
export function withCommonOptions(command: Command, unsaid: Unsaid = 'today'): Command {
  const what = unsaid === 'today' ? 'day' : 'instant';
  return withData(command)
    .option('--as-of <instant>', `the ${what} to plan from (default: WATCHBILL_AS_OF, else ${unsaid})`)
    .option('--json', 'JSON on standard output, for programs');
}

/** Adds the option that names the data folder. */
export function withData(command: Command): Command {
  return command.option('--data <dir>', "folder of the team's data (default: WATCHBILL_DATA, else data)");
}

/** Reads an option that may be given several times. */
export function collected(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, text];
}
