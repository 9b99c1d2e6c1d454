import { type DataFiles, isDataFolder, isPicture, MAX_FILE_BYTES, UnreadableFile } from '../../catalog';
import { shown } from '../../text/visible';
import { type Git, GitError } from './git';

/** One line of `git ls-tree --long`. */
interface Entry {
  readonly name: string;
  readonly mode: string;
  readonly type: string;
  readonly object: string;
  /** In bytes; 0 for anything but a file. */
  readonly size: number;
}

const ENTRY = /^(\d+) (\w+) ([0-9a-f]+) +(\d+|-)\t(.*)$/s;
const LINK = '120000';

/**
 * The data files in a commit, by the rules of `readDataDirectory`; none if it has no such folder.
 * @param folder path inside the repository; empty for its root
 * @throws GitError if an object is missing, or the path is not a folder
 */
export function treeFiles(git: Git, commit: string, folder: string): DataFiles {
  const tree = `${commit}:${folder}`;
  if (!isThere(git, commit, folder)) return new Map();
  const type = git.text(['cat-file', '-t', tree]);
  if (type !== 'tree') throw new GitError(`${tree} is a ${type}, not a folder`);

  const files = new Map<string, Uint8Array>();
  const blobs: (readonly [string, Entry])[] = [];
  const add = (path: string, entry: Entry) => {
    if (entry.type === 'tree' && isDataFolder(path)) {
      for (const inner of entriesOf(git, entry.object)) add(`${path}/${inner.name}`, inner);
    } else if (entry.type !== 'blob') files.set(`${path}/`, new Uint8Array());
    else if (isPicture(path)) files.set(path, new Uint8Array());
    else if (entry.mode === LINK)
      files.set(path, new UnreadableFile('it is a link, which a commit does not follow'));
    else if (entry.size > MAX_FILE_BYTES) files.set(path, new UnreadableFile('it is larger than 10 MB'));
    else blobs.push([path, entry]);
  };
  for (const entry of entriesOf(git, tree)) add(entry.name, entry);
  for (const [index, bytes] of contents(
    git,
    blobs.map(([, entry]) => entry),
  ).entries()) {
    const path = blobs[index]?.[0];
    if (path !== undefined) files.set(path, bytes);
  }
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * True if a commit has the folder. This lists its parent: for the folder itself git does not
 * distinguish one that never existed from one missing in a partial or damaged clone.
 * @throws GitError if a parent folder is missing
 */
function isThere(git: Git, commit: string, folder: string): boolean {
  if (folder === '') return true;
  return git.text(['--literal-pathspecs', 'ls-tree', '-z', '--full-tree', commit, '--', folder]) !== '';
}

function entriesOf(git: Git, tree: string): Entry[] {
  const lines = git.text(['ls-tree', '-z', '--long', '--full-tree', tree]).split('\0');
  return lines
    .filter((line) => line !== '')
    .flatMap((line) => {
      const [, mode, type, object, size, name] = ENTRY.exec(line) ?? [];
      if (mode === undefined || type === undefined || object === undefined || name === undefined) {
        throw new GitError(`unexpected output of git ls-tree: ${shown(line)}`);
      }
      return name.startsWith('.') ? [] : [{ mode, type, object, name, size: Number(size) || 0 }];
    });
}

/** The contents of files, in order, with one call of git. */
function contents(git: Git, entries: readonly Entry[]): Uint8Array[] {
  const room = entries.reduce((sum, { size }) => sum + size + 200, 1_000);
  const answer = git.bytes(
    ['cat-file', '--batch'],
    entries.map(({ object }) => `${object}\n`).join(''),
    room,
  );
  let at = 0;
  return entries.map(({ object, size }) => {
    const begin = answer.indexOf(10, at) + 1;
    const head = answer.subarray(at, begin - 1).toString();
    if (head !== `${object} blob ${size}`)
      throw new GitError(`${head || object}: the file's content is missing`);
    at = begin + size + 1;
    return new Uint8Array(answer.subarray(begin, begin + size));
  });
}
