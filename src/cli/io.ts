import { createInterface } from 'node:readline';
import { Temporal } from 'temporal-polyfill';
import type { Catalog } from '../catalog';
import type { Backend } from '../state/backendSchema';
import type { ImportsFile } from '../state/importsFile';
import type { Split } from '../state/split';
import { cutAt, WIDTH } from '../text/columns';
import { fitted } from '../text/fitted';
import { type Colored, isColored } from './color';

/** A conversation with the person at a terminal. */
export interface Prompt {
  /**
   * Asks for one line.
   * @returns undefined if the person ends the conversation
   */
  ask(question: string): Promise<string | undefined>;
  /** Shows what is wrong with an answer. */
  say(text: string): void;
  /** Ends it. */
  close(): void;
}

/** Everything of the outside world that a command uses, so that tests can substitute their own. */
export interface Io {
  /** Writes to standard output: the table, or nothing but the JSON. */
  readonly out: (text: string) => void;
  /** Writes to standard error: problems and hints, in lines that fit the terminal if it is one. */
  readonly err: (text: string) => void;
  /**
   * Which of the two outputs is in colour.
   * @default - neither
   */
  readonly color?: Colored;
  /**
   * Columns of the terminal that standard output is, for sentences; tables and JSON are as they are.
   * @default - no terminal: each sentence is one line, as programs read it
   */
  readonly width?: number;
  /** Environment variables. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The present instant: the default of `--as-of`, and the clock that measures durations. */
  readonly now: () => Temporal.Instant;
  /**
   * Shows the progress of long work in place of what it showed before; an empty text clears it.
   * @default - not shown
   */
  readonly progress?: (text: string) => void;
  /**
   * Calls the listener every second.
   * @returns a function that stops it
   * @default - a timer of the process
   */
  readonly everySecond?: (listener: () => void) => () => void;
  /**
   * Asks the person at the terminal; resolves to false if they interrupt the question.
   * @default - there is no terminal
   */
  readonly confirm?: (question: string) => Promise<boolean>;
  /**
   * Asks the person at the terminal for a line; resolves to undefined if they interrupt the question.
   * @default - there is no terminal
   */
  readonly ask?: (question: string) => Promise<string | undefined>;
  /**
   * Begins a conversation with the person at the terminal.
   * @default - there is no terminal
   */
  readonly prompt?: () => Prompt;
  /**
   * IANA zone of this machine.
   * @default UTC
   */
  readonly timeZone?: string;
  /**
   * Calls the listener when the command is interrupted, instead of ending the process.
   * @returns a function that restores the default
   * @default - an interruption ends the process at once
   */
  readonly onInterrupt?: (listener: () => void) => () => void;
}

/** What to synthesize; see {@link StackIo}. */
export interface SynthesisRequest {
  /** Folder of the team's data, without errors. */
  readonly data: string;
  /**
   * The data of that folder, where it has been read already.
   * @default - it is read
   */
  readonly catalog?: Catalog;
  /** The instant to plan from, as RFC 3339. */
  readonly asOf: string;
  /**
   * URL of a sandbox to deploy to.
   * @default - the vendors' own APIs
   */
  readonly sandbox?: string;
  /**
   * Folder to write the stacks to; existing stacks are replaced only once all are complete.
   * @default - nothing is kept on disk
   */
  readonly outdir?: string;
  /**
   * Where Terraform keeps its state.
   * @default - one local file per stack
   */
  readonly backend?: Backend;
  /**
   * How the data is divided into stacks.
   * @default - into `on-call` and `monitors`
   */
  readonly split?: Split;
  /**
   * Existing resources to import.
   * @default - none
   */
  readonly imports?: ImportsFile;
}

/** An {@link Io} for verbs that look at what would be deployed. */
export interface StackIo extends Io {
  /**
   * The Terraform JSON of all stacks, parsed, in the order of their deployment. The entry point passes it in, so that the command
   * itself does not load cdktf, which takes a second.
   */
  readonly synthesize: (request: SynthesisRequest) => readonly unknown[];
}

/** Signals that end a command: from a person, or from the machine as it shuts down. */
const INTERRUPTS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The process's own input and output. */
export const processIo: Io = {
  out: (text) => process.stdout.write(text),
  err: (text) =>
    process.stderr.write(process.stderr.isTTY ? fitted(text, process.stderr.columns || WIDTH) : text),
  ...(process.stdout.isTTY ? { width: process.stdout.columns || WIDTH } : {}),
  color: {
    out: isColored(process.env, process.stdout.isTTY === true),
    err: isColored(process.env, process.stderr.isTTY === true),
  },
  env: process.env,
  now: () => Temporal.Now.instant(),
  // Only on a terminal: a log would keep every line.
  ...(process.stderr.isTTY
    ? {
        progress: (text: string) => {
          process.stderr.write(`\r\u001b[K${cutAt(text, process.stderr.columns - 1)[0]}`);
        },
      }
    : {}),
  ...(process.stdin.isTTY && process.stderr.isTTY
    ? { confirm: confirmOnTerminal, ask: askOnTerminal, prompt: promptOnTerminal }
    : {}),
  timeZone: Temporal.Now.timeZoneId(),
  onInterrupt: (listener) => {
    for (const signal of INTERRUPTS) process.on(signal, listener);
    return () => {
      for (const signal of INTERRUPTS) process.off(signal, listener);
    };
  },
};

/** On standard error, since standard output may be a file. A line that comes before its question (pasted text) waits for it. */
function promptOnTerminal(): Prompt {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const lines = terminal[Symbol.asyncIterator]();
  return {
    ask: async (question) => {
      terminal.setPrompt(question);
      terminal.prompt();
      const { done, value } = await lines.next();
      return done === true ? undefined : value;
    },
    say: (text) => process.stderr.write(text),
    close: () => terminal.close(),
  };
}

async function confirmOnTerminal(question: string): Promise<boolean> {
  return /^\s*y(es)?\s*$/i.test((await askOnTerminal(`${question} [y/N]`)) ?? '');
}

/** Resolves to undefined if Ctrl-C or Ctrl-D end it without an answer. */
async function askOnTerminal(question: string): Promise<string | undefined> {
  const terminal = promptOnTerminal();
  try {
    return await terminal.ask(`${question} `);
  } finally {
    terminal.close();
  }
}
