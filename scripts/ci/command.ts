import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { outputFilter } from '../../src/cli/outputFilter';
import { ownPackage } from '../../src/cli/ownPackage';
import type { Environment } from './gitHub';

const ROOT = ownPackage().folder;

/** What a program printed and how it ended. */
export interface Ended {
  readonly code: number;
  /** Standard output alone. */
  readonly out: string;
}

/** Runs a program to its end. */
export type Run = (command: readonly string[], env: Environment) => Promise<Ended>;

/** The command line of `npx watchbill`. */
export const watchbill = (...args: string[]) => [
  process.execPath,
  resolve(ROOT, 'bin/watchbill.js'),
  ...args,
];

/** The command line of a deploy that asks nothing. */
export const deploy = (...args: string[]) => watchbill('deploy', '--auto-approve', ...args);

/** The environment without empty variables: a workflow passes on a secret that nobody has set as an empty one. */
export function withoutEmpty(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
}

/** Runs a program in this folder; its output is in the log, too. */
export const run: Run = ([program = '', ...args], env) =>
  started(program, args, env, (text) => process.stdout.write(text));

/** Runs a program whose output is not for the log. */
export const runUnseen: Run = ([program = '', ...args], env) => started(program, args, env, () => {});

function started(
  program: string,
  args: readonly string[],
  env: Environment,
  show: (text: string) => void,
): Promise<Ended> {
  const child = spawn(program, args, { env: { ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  // A deploy finishes what it began and releases the state's lock; the second time it hears that, it does nothing.
  const interrupted = () => child.kill('SIGINT');
  const terminated = () => child.kill('SIGTERM');
  process.on('SIGINT', interrupted);
  process.on('SIGTERM', terminated);
  const parts: string[] = [];
  const safely = outputFilter(env);
  const out = safely(show);
  const err = safely((text) => process.stderr.write(text));
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    parts.push(text);
    out.take(text);
  });
  child.stderr.setEncoding('utf8').on('data', err.take);
  return new Promise<Ended>((done, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      out.end();
      err.end();
      done({ code: code ?? 1, out: parts.join('') });
    });
  }).finally(() => {
    process.off('SIGINT', interrupted);
    process.off('SIGTERM', terminated);
  });
}
