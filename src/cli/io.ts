import { createInterface } from 'node:readline';
import { Temporal } from 'temporal-polyfill';
import type { Backend } from '../state/backendSchema';
import type { ImportsFile } from '../state/importsFile';
import { cutAt } from '../text/columns';
import { type Colored, isColored } from './color';

/** What a command touches of the world, so that tests can give their own. */
export interface Io {
  /** Standard output: the table, or the JSON alone. */
  readonly out: (text: string) => void;
  /** Standard error: problems and hints. */
  readonly err: (text: string) => void;
  /**
   * Which of the two outputs is shown in colour.
   * @default - neither
   */
  readonly color?: Colored;
  /** Environment variables. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The present instant: what is planned from where no `--as-of` is given, and how long something lasts. */
  readonly now: () => Temporal.Instant;
  /**
   * Shows what long work is at, in place of what it was at before; nothing where it is done.
   * @default - nobody watches
   */
  readonly progress?: (text: string) => void;
  /**
   * Calls the listener every second.
   * @returns ends that
   * @default - seconds of the machine's clock
   */
  readonly everySecond?: (listener: () => void) => () => void;
  /**
   * Asks the person at the terminal; false also where they interrupt the question.
   * @default - nobody is there to be asked
   */
  readonly confirm?: (question: string) => Promise<boolean>;
  /**
   * Asks the person at the terminal for a line; undefined if they interrupt the question.
   * @default - nobody is there to be asked
   */
  readonly ask?: (question: string) => Promise<string | undefined>;
  /**
   * Calls the listener where the person interrupts the command, which then does not end by itself.
   * @returns gives the interruption back
   * @default - an interruption ends the command wherever it is
   */
  readonly onInterrupt?: (listener: () => void) => () => void;
}

/** The data that is to be synthesized; plain, see {@link StackIo}. */
export interface SynthesisRequest {
  /** Folder of the team's data, without errors. */
  readonly data: string;
  /** The instant to plan from, RFC 3339. */
  readonly asOf: string;
  /**
   * Address of a sandbox to deploy to.
   * @default - the vendors' own APIs
   */
  readonly sandbox?: string;
  /**
   * Folder to write both stacks to; a stack that is there is replaced once all of them are whole.
   * @default - nothing stays on the disk
   */
  readonly outdir?: string;
  /**
   * Where Terraform keeps its state.
   * @default - one local file per stack
   */
  readonly backend?: Backend;
  /**
   * What exists already and is taken over.
   * @default - nothing
   */
  readonly imports?: ImportsFile;
}

/** An {@link Io} for the verbs that look at what would be deployed. */
export interface StackIo extends Io {
  /**
   * The Terraform JSON of both stacks, parsed. It is given by whoever starts the command,
   * because the command itself does without cdktf, which takes a second to load.
   */
  readonly synthesize: (request: SynthesisRequest) => readonly unknown[];
}

/** Signals by which a person, or the machine when it shuts down, ends a command. */
const INTERRUPTS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The process's own. */
export const processIo: Io = {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  color: {
    out: isColored(process.env, process.stdout.isTTY === true),
    err: isColored(process.env, process.stderr.isTTY === true),
  },
  env: process.env,
  now: () => Temporal.Now.instant(),
  // Only for people who watch: a log would keep every line.
  ...(process.stderr.isTTY
    ? {
        progress: (text: string) => {
          process.stderr.write(`\r\u001b[K${cutAt(text, process.stderr.columns - 1)[0]}`);
        },
      }
    : {}),
  ...(process.stdin.isTTY && process.stderr.isTTY ? { confirm: confirmOnTerminal, ask: askOnTerminal } : {}),
  onInterrupt: (listener) => {
    for (const signal of INTERRUPTS) process.on(signal, listener);
    return () => {
      for (const signal of INTERRUPTS) process.off(signal, listener);
    };
  },
};

async function confirmOnTerminal(question: string): Promise<boolean> {
  return /^\s*y(es)?\s*$/i.test((await askOnTerminal(`${question} [y/N]`)) ?? '');
}

/** On standard error: standard output may be a file. */
async function askOnTerminal(question: string): Promise<string | undefined> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await new Promise<string | undefined>((resolve) => {
      // Ctrl-C and Ctrl-D close it without an answer.
      terminal.once('close', () => resolve(undefined));
      terminal.question(`${question} `, resolve);
    });
  } finally {
    terminal.close();
  }
}
