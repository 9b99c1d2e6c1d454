import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ownPackage } from '../../../cli/ownPackage';

/**
 * The database cluster that the build made for the installed version of PGlite, as a tar file:
 * starting from it takes a quarter of the time of `initdb`.
 * @returns undefined if the build made none, or one for another version
 */
export function builtCluster(version: string = pgliteVersion()): Blob | undefined {
  const file = join(ownPackage().folder, 'dist', `pglite-${version}.tar.gz`);
  return existsSync(file) ? new Blob([gunzipSync(readFileSync(file))]) : undefined;
}

/** PGlite exports no manifest; any entry leads to its folder. */
function pgliteVersion(): string {
  const entry = require.resolve('@electric-sql/pglite/template');
  return JSON.parse(readFileSync(join(dirname(entry), '../package.json'), 'utf8')).version;
}
