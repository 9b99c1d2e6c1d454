import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The programs that deploy, as they are typed; the first that is there is run. */
export const DEPLOY_TOOLS = ['terraform', 'tofu'] as const;

/** Windows' programs have an ending. */
const ENDINGS = ['', '.exe'];

/**
 * The program that this machine deploys with, for commands that a person copies.
 * @returns the first that is on the PATH; `terraform` if none is
 */
export function deployToolName(
  env: Readonly<Record<string, string | undefined>>,
): (typeof DEPLOY_TOOLS)[number] {
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const isThere = (name: string) =>
    folders.some((folder) => ENDINGS.some((ending) => isProgram(join(folder, `${name}${ending}`))));
  return DEPLOY_TOOLS.find(isThere) ?? 'terraform';
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
