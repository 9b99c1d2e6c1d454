import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type DataFiles, readDataDirectory } from '../../catalog';
import type { Io } from '../../cli/io';
import { visible } from '../../text/visible';
import { type Commit, Repository } from './repository';

/** Data to compare, and where it comes from. */
export interface Source {
  /** For programs: the hash of a commit, or the folder as it was typed. */
  readonly id: string;
  /** For people, e.g. `merge base with origin/main (66e0b52)`. */
  readonly name: string;
  /** The prefix of locations. */
  readonly label: string;
  readonly files: DataFiles;
  /** True for a folder with uncommitted changes. */
  readonly uncommitted: boolean;
}

/** What to compare, as the user typed it. */
export interface SourceArguments {
  /** @default - the merge base with the main branch */
  readonly base?: string;
  /** @default - the data folder as it is */
  readonly head?: string;
  /** The data folder. */
  readonly data: string;
}

/**
 * Both sides of a comparison. Git is used only if a side needs it, and a folder with
 * organization.yaml takes precedence over a branch of the same name.
 * @throws UsageError if a side does not exist
 */
export function sourcesOf(
  { base, head, data }: SourceArguments,
  env: Io['env'],
): { readonly base: Source; readonly head: Source } {
  let opened: Repository | undefined;
  const repository = () => {
    opened ??= Repository.of(data, env);
    return opened;
  };
  const named = (text: string, argument: string) =>
    isDataFolder(text) ? folderSource(text) : commitSource(repository(), repository().commit(text, argument));
  const from =
    base === undefined ? commitSource(repository(), repository().mergeBase()) : named(base, 'BASE');
  if (head !== undefined) return { base: from, head: named(head, 'HEAD') };
  // Two folders need no git, and cannot have uncommitted changes.
  const uncommitted = opened?.hasUncommittedChanges() ?? false;
  return { base: from, head: { ...folderSource(data), uncommitted } };
}

function isDataFolder(path: string): boolean {
  return existsSync(join(path, 'organization.yaml'));
}

function folderSource(folder: string): Source {
  const name = visible(folder);
  return { id: folder, name, label: folder, files: readDataDirectory(folder), uncommitted: false };
}

function commitSource(repository: Repository, commit: Commit): Source {
  const isHash = commit.hash.startsWith(commit.name);
  const short = commit.hash.slice(0, 7);
  return {
    id: commit.hash,
    name: isHash ? short : `${visible(commit.name)} (${short})`,
    label: repository.label(commit),
    files: repository.files(commit),
    uncommitted: false,
  };
}
