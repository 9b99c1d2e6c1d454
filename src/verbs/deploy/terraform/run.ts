import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import type { Io } from '../../../cli/io';
import type { Environment } from '../deployEnvironment';
import type { Interrupts } from './interrupts';
import type { Patience } from './patience';
import type { Tool } from './tool';

/** How a run of Terraform ended, and what it printed. */
export interface Ended {
  readonly code: number;
  /** What killed it. @default - it ended by itself */
  readonly signal?: NodeJS.Signals;
  readonly out: string;
  readonly err: string;
}

/** What a run needs. */
export interface Runner {
  readonly tool: Tool;
  readonly env: Environment;
  readonly interrupts: Interrupts;
  /** How long it may go without finishing anything. @default - forever */
  readonly patience?: Patience;
  /** As in {@link Io}. */
  readonly everySecond?: Io['everySecond'] | undefined;
}

/** Milliseconds between two reads of the output file of an apply. */
const POLL = 100;

/**
 * Runs Terraform in a folder, for a command that changes nothing.
 * @param onLine called with each line of standard output
 */
export function run(
  runner: Runner,
  folder: string,
  args: readonly string[],
  onLine: (line: string) => void = () => {},
): Promise<Ended> {
  const child = started(runner, folder, args, ['ignore', 'pipe', 'pipe'], true);
  const lines = new Lines(onLine);
  const [out, err]: [string[], string[]] = [[], []];
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    out.push(text);
    lines.take(text);
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => err.push(text));
  return new Promise((done, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      lines.end();
      done({ ...endOf(code, signal), out: out.join(''), err: err.join('') });
    });
  });
}

/**
 * The same for a run that makes changes: standard output goes to a file that is read as it grows. If
 * this process were killed, a pipe would break and take Terraform down in the middle of its work; with
 * a file it finishes alone.
 */
export async function runToFile(
  runner: Runner,
  folder: string,
  args: readonly string[],
  onLine: (line: string) => void,
): Promise<Ended> {
  const place = mkdtempSync(join(tmpdir(), 'watchbill-apply-'));
  const [out, err] = ['out', 'err'].map((name) => join(place, name)) as [string, string];
  const [toOut, toErr] = [out, err].map((path) => openSync(path, 'w', 0o600)) as [number, number];
  const files = [openSync(out, 'r'), openSync(err, 'r')] as const;
  const lines = new Lines(onLine);
  const parts: string[] = [];
  const decoder = new StringDecoder('utf8');
  const look = () => {
    const text = decoder.write(readRest(files[0]));
    parts.push(text);
    lines.take(text);
  };
  try {
    const child = started(runner, folder, args, ['ignore', toOut, toErr], false);
    const timer = setInterval(look, POLL);
    const end = await new Promise<Pick<Ended, 'code' | 'signal'>>((done, reject) => {
      child.on('error', reject);
      child.on('exit', (code, signal) => done(endOf(code, signal)));
    }).finally(() => clearInterval(timer));
    look();
    lines.end();
    return { ...end, out: parts.join(''), err: readRest(files[1]).toString('utf8') };
  } finally {
    for (const file of [toOut, toErr, ...files]) closeSync(file);
    rmSync(place, { recursive: true, force: true });
  }
}

/**
 * Starts it in its own process group, so that interruptions reach it only through us: a terminal
 * interrupts a whole group.
 */
function started(
  { tool, env, interrupts, patience }: Runner,
  cwd: string,
  args: readonly string[],
  stdio: StdioOptions,
  changesNothing: boolean,
): ChildProcess {
  const child = spawn(tool.path, args, { cwd, env: { ...env }, stdio, detached: true });
  interrupts.watch(child, changesNothing);
  patience?.watch(child);
  return child;
}

function endOf(code: number | null, signal: NodeJS.Signals | null): Pick<Ended, 'code' | 'signal'> {
  return { code: code ?? 1, ...(signal === null ? {} : { signal }) };
}

/** The part of a file that has not been read yet. */
function readRest(file: number): Buffer {
  const buffer = Buffer.alloc(65_536);
  const parts: Buffer[] = [];
  for (let read = 1; read > 0; ) {
    read = readSync(file, buffer);
    parts.push(Buffer.from(buffer.subarray(0, read)));
  }
  return Buffer.concat(parts);
}

/** Turns text that arrives in pieces into lines. */
class Lines {
  private rest = '';

  constructor(private readonly onLine: (line: string) => void) {}

  take(text: string): void {
    const lines = (this.rest + text).split('\n');
    this.rest = lines.pop() ?? '';
    for (const line of lines) this.onLine(line);
  }

  end(): void {
    if (this.rest !== '') this.onLine(this.rest);
    this.rest = '';
  }
}
