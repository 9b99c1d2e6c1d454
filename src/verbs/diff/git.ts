import { execFileSync } from 'node:child_process';
import type { Io } from '../../cli/io';
import { UsageError } from '../../text/usageError';
import { visible } from '../../text/visible';

/** Largest answer of git besides files, in bytes. */
const MAX_ANSWER = 50_000_000;

/** Git does not do what it was asked: wrong place, damaged repository, missing object. */
export class GitError extends Error {
  override readonly name = 'GitError';
}

/** Git itself, asked in one folder; without a shell, without a network. */
export class Git {
  constructor(
    private readonly folder: string,
    private readonly env: Io['env'],
  ) {}

  /**
   * What git prints.
   * @throws GitError with its first line of complaint
   * @throws UsageError where git is not installed
   */
  bytes(args: readonly string[], input = '', maxBuffer = MAX_ANSWER): Buffer {
    try {
      // A file-system monitor is a program of the repository's own choice, and none is needed.
      const all = ['-C', this.folder, '-c', 'core.fsmonitor=false', ...args];
      return execFileSync('git', all, { env: quietEnv(this.env), input, maxBuffer, stdio: 'pipe' });
    } catch (error) {
      throw asGitError(error);
    }
  }

  /** What git prints, as text without the last line break. */
  text(args: readonly string[]): string {
    return this.bytes(args).toString('utf8').replace(/\n$/, '');
  }

  /** As `text`; none where git says no. */
  answer(args: readonly string[]): string | undefined {
    try {
      return this.text(args);
    } catch (error) {
      if (error instanceof GitError) return undefined;
      throw error;
    }
  }
}

/** The folder says which repository is meant, not the hook that this may run in; messages are in English. */
function quietEnv(env: Io['env']): NodeJS.ProcessEnv {
  const { GIT_DIR: _dir, GIT_WORK_TREE: _tree, GIT_INDEX_FILE: _index, ...rest } = env;
  // A partial clone would fetch what it lacks.
  return { ...rest, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', GIT_ALLOW_PROTOCOL: 'none' };
}

function asGitError(error: unknown): Error {
  if (propertyOf(error, 'code') === 'ENOENT') {
    return new UsageError(
      'git is not installed, or not on the PATH\n  install it, or name two data folders: watchbill diff OLD NEW',
    );
  }
  const told = String(propertyOf(error, 'stderr') ?? '').trim() || String(propertyOf(error, 'message'));
  const line = told.split('\n')[0] ?? '';
  return new GitError(visible(line.replace(/^(fatal|error): /, '')));
}

/** What Node puts on the errors of a child process; a test's `Error` is another than Node's. */
function propertyOf(error: unknown, name: string): unknown {
  return typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
}
