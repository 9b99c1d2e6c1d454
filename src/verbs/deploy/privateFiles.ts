import { chmodSync, existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { errorText } from '../../text/errorText';

/** The umask of a deploy: only the owner may read what it writes. */
const PRIVATE_MASK = 0o077;
/** Terraform's local state, its backups and locks, and plans: they contain integration keys. */
const WITH_SECRETS = /^(terraform\..*tfstate(\..*)?|\.terraform\..*tfstate.*|plan)$/;

/**
 * Lets only the owner read those of Terraform's files that contain secrets: files that this process
 * and its children will write, and existing ones.
 * @param folder the working folder, with `cdktf.out` in it
 * @returns what could not be changed, in words
 */
export function keepPrivate(folder: string): string[] {
  process.umask(PRIVATE_MASK);
  const folders = [folder, ...stackFolders(join(folder, 'cdktf.out/stacks'))];
  return folders.flatMap(filesWithSecrets).flatMap((file) => {
    try {
      if ((statSync(file).mode & PRIVATE_MASK) !== 0) chmodSync(file, 0o600);
      return [];
    } catch (error) {
      return [`${file} can be read by others, and that cannot be changed: ${errorText(error)}`];
    }
  });
}

/** The folders of all stacks that were ever synthesized here. */
function stackFolders(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
}

function filesWithSecrets(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && WITH_SECRETS.test(entry.name))
    .map(({ name }) => join(folder, name));
}
