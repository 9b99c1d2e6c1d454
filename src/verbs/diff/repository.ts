import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { DataFiles } from '../../catalog';
import type { Io } from '../../cli/io';
import { UsageError } from '../../text/usageError';
import { shown } from '../../text/visible';
import { Git, GitError } from './git';
import { treeFiles } from './treeFiles';

/** Names to try for the main branch, in this order. */
const MAIN_BRANCHES = ['origin/HEAD', 'origin/main', 'origin/master', 'main', 'master'];

const FETCH_ALL =
  'git fetch --unshallow gets the rest; in a workflow, give actions/checkout fetch-depth: 0 (GitLab: GIT_DEPTH: 0)';

/** A commit, and how it was named. */
export interface Commit {
  readonly hash: string;
  /** For people, e.g. `merge base with origin/main`. */
  readonly name: string;
}

/** The git repository of the data folder. */
export class Repository {
  private constructor(
    private readonly git: Git,
    /** Path of the data folder inside the repository. */
    private readonly folder: string,
  ) {}

  /**
   * @param data the data folder as the user typed it; it need not exist
   * @throws UsageError if it is not in a repository
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
        ? `${shown(data)} is not in a git repository`
        : `git cannot open the repository of ${shown(data)}: ${error.message}`;
      throw new UsageError(`${why}\n  without git, name two data folders: watchbill diff OLD NEW`);
    }
  }

  /**
   * The commit of a branch, a tag, a hash or any other revision.
   * @param argument which argument it was typed as, e.g. `BASE`
   * @throws UsageError if there is no such commit
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
   * The commit at which the current branch left the main branch.
   * @throws UsageError if there is no main branch, or the clone does not reach back that far
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
   * The data in a commit; empty if it has no data folder.
   * @throws UsageError if the repository is damaged or partial
   */
  files({ hash, name }: Commit): DataFiles {
    try {
      return treeFiles(this.git, hash, this.folder);
    } catch (error) {
      if (!(error instanceof GitError)) throw error;
      throw new UsageError(
        `the data of ${shown(name)} cannot be read: ${error.message}\n  git fsck checks the repository; in a partial clone, check the commit out once`,
      );
    }
  }

  /** How messages name the data folder of a commit, as in `git show`. */
  label({ hash }: Commit): string {
    return `${hash.slice(0, 7)}:${this.folder}`;
  }

  /** True if the data folder has uncommitted changes. */
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
