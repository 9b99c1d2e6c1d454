import { execFileSync } from 'node:child_process';
import type { Io } from '../../cli/io';
import { UsageError } from '../../text/usageError';
import { visible } from '../../text/visible';

/** Largest output of git, apart from files, in bytes. */
const MAX_ANSWER = 50_000_000;

/** Git failed: no repository here, a damaged one, a missing object. */
export class GitError extends Error {
  override readonly name = 'GitError';
}

/** Runs git in one folder, without a shell and without a network. */
export class Git {
  constructor(
    private readonly folder: string,
    private readonly env: Io['env'],
  ) {}

  /**
   * The output of git.
   * @throws GitError with the first line of git's error
   * @throws UsageError if git is not installed
   */
  bytes(args: readonly string[], input = '', maxBuffer = MAX_ANSWER): Buffer {
    try {
      // The repository itself chooses the program of its file-system monitor: run none.
      const all = ['-C', this.folder, '-c', 'core.fsmonitor=false', ...args];
      return execFileSync('git', all, { env: quietEnv(this.env), input, maxBuffer, stdio: 'pipe' });
    } catch (error) {
      throw asGitError(error);
    }
  }

  /** The output of git as text, without the final line break. */
  text(args: readonly string[]): string {
    return this.bytes(args).toString('utf8').replace(/\n$/, '');
  }

  /** Like `text`; undefined if git fails. */
  answer(args: readonly string[]): string | undefined {
    try {
      return this.text(args);
    } catch (error) {
      if (error instanceof GitError) return undefined;
      throw error;
    }
  }
}

/** An environment in which the folder determines the repository, even within a git hook; messages are in English. */
function quietEnv(env: Io['env']): NodeJS.ProcessEnv {
  const { GIT_DIR: _dir, GIT_WORK_TREE: _tree, GIT_INDEX_FILE: _index, ...rest } = env;
  // Otherwise a partial clone would fetch missing objects.
  return { ...rest, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', GIT_ALLOW_PROTOCOL: 'none' };
}

function asGitError(error: unknown): Error {
  if (propertyOf(error, 'code') === 'ENOENT') {
    return new UsageError(
      'git is not installed, or not on the PATH\n  install it, or name two data folders: watchbill diff OLD NEW',
    );
  }
  const output = String(propertyOf(error, 'stderr') ?? '').trim() || String(propertyOf(error, 'message'));
  const line = output.split('\n')[0] ?? '';
  return new GitError(visible(line.replace(/^(fatal|error): /, '')));
}

/** A property of a child process's error, which in a test is not an `instanceof Error`. */
function propertyOf(error: unknown, name: string): unknown {
  return typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
}
