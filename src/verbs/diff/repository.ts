import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { DataFiles } from '../../catalog';
import type { Io } from '../../cli/io';
import { UsageError } from '../../text/usageError';
import { shown } from '../../text/visible';
import { Git, GitError } from './git';
import { treeFiles } from './treeFiles';

/** Where a main branch is looked for, in this order. */
const MAIN_BRANCHES = ['origin/HEAD', 'origin/main', 'origin/master', 'main', 'master'];

const FETCH_ALL =
  'git fetch --unshallow gets the rest; in a workflow, give actions/checkout fetch-depth: 0 (GitLab: GIT_DEPTH: 0)';

/** A commit, and the name by which it was found. */
export interface Commit {
  readonly hash: string;
  /** As people say it, e.g. `merge base with origin/main`. */
  readonly name: string;
}

/** The git repository that the data folder is in. */
export class Repository {
  private constructor(
    private readonly git: Git,
    /** Path of the data folder inside the repository. */
    private readonly folder: string,
  ) {}

  /**
   * @param data the data folder as the user typed it; it need not exist
   * @throws UsageError where it is in no repository
   */
  static of(data: string, env: Io['env']): Repository {
    let [existing, missing] = [resolve(data), ''];
    while (!existsSync(existing)) {
      missing = join(basename(existing), missing);
      existing = dirname(existing);
    }
    const git = new Git(existing, env);
    try {
      const prefix = git.text(['rev-parse', '--show-prefix']);
      return new Repository(git, `${prefix}${missing}`.replace(/\/+$/, ''));
    } catch (error) {
      if (!(error instanceof GitError)) throw error;
      const why = error.message.includes('not a git repository')
        ? `${shown(data)} is in no git repository`
        : `git does not open the repository of ${shown(data)}: ${error.message}`;
      throw new UsageError(`${why}\n  without git, name two data folders: watchbill diff OLD NEW`);
    }
  }

  /**
   * The commit of a branch, a tag, a hash or whatever else git understands.
   * @param argument what the user typed it for, e.g. `BASE`
   * @throws UsageError where there is none
   */
  commit(ref: string, argument: string): Commit {
    const hash = this.find(ref);
    if (hash !== undefined) return { hash, name: ref };
    throw new UsageError(
      `${argument} is neither a git ref nor a folder with organization.yaml: ${shown(ref)}\n  ${
        this.isShallow() ? `this clone is shallow: ${FETCH_ALL}` : 'git branch --all lists the branches'
      }`,
    );
  }

  /**
   * Where the present commit left the main branch.
   * @throws UsageError where there is no main branch, or the clone does not reach back so far
   */
  mergeBase(): Commit {
    const main = MAIN_BRANCHES.find((branch) => this.find(branch) !== undefined);
    if (main === undefined) {
      throw new UsageError(
        `there is no main branch to compare with (${MAIN_BRANCHES.join(', ')})\n  name one: watchbill diff BASE${this.isShallow() ? `; this clone is shallow: ${FETCH_ALL}` : ''}`,
      );
    }
    const hash = this.git.answer(['merge-base', 'HEAD', main]);
    if (hash !== undefined) return { hash, name: `merge base with ${main}` };
    throw new UsageError(
      this.isShallow()
        ? `this clone is shallow and does not reach back to where HEAD left ${main}\n  ${FETCH_ALL}`
        : `HEAD and ${main} have no commit in common\n  name what to compare with: watchbill diff BASE`,
    );
  }

  /**
   * The data that a commit holds; empty where it has no data folder.
   * @throws UsageError where the repository is damaged or partial
   */
  files({ hash, name }: Commit): DataFiles {
    try {
      return treeFiles(this.git, hash, this.folder);
    } catch (error) {
      if (!(error instanceof GitError)) throw error;
      throw new UsageError(
        `the data of ${shown(name)} cannot be read: ${error.message}\n  git fsck tells whether the repository is sound; in a partial clone, check the commit out once`,
      );
    }
  }

  /** How a file of a commit is named in messages, as `git show` takes it. */
  label({ hash }: Commit): string {
    return `${hash.slice(0, 7)}:${this.folder}`;
  }

  /** True where the data folder holds what no commit holds yet. */
  hasUncommittedChanges(): boolean {
    const status = this.git.answer(['status', '--porcelain', '--untracked-files=all', '--', '.']);
    return status !== undefined && status !== '';
  }

  private find(ref: string): string | undefined {
    return this.git.answer(['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]);
  }

  private isShallow(): boolean {
    return this.git.answer(['rev-parse', '--is-shallow-repository']) === 'true';
  }
}
