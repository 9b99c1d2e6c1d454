import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { onceARun } from '../support/onceARun';
import { whyNotInstalled } from './registry';

/** Each version of it carries one Node for this system, and no install script. */
const PACKAGE = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
/** Says why a Node is not there. */
const MISSING = 'missing.txt';

/** A Node of a major version. */
export interface NodeOfMajor {
  /** Folder of its program. */
  readonly bin: string;
  /** Why there is none. */
  readonly missing: string | undefined;
}

/** The Node that runs the tests where it is of that version, else one that is installed once a run. */
export function nodeOf(major: number): NodeOfMajor {
  if (Number.parseInt(process.versions.node, 10) === major)
    return { bin: dirname(process.execPath), missing: undefined };
  const home = onceARun(`node-${major}`, (folder) => {
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    const missing = whyNotInstalled(folder, 'install', `${PACKAGE}@${major}`);
    if (missing !== undefined) writeFileSync(join(folder, MISSING), missing);
  });
  const note = join(home, MISSING);
  return {
    bin: join(home, 'node_modules', PACKAGE, 'bin'),
    missing: existsSync(note) ? readFileSync(note, 'utf8') : undefined,
  };
}
