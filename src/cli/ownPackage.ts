import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What is read of a package's manifest. */
export interface Manifest {
  readonly name?: string;
  readonly version?: string;
}

/** This package: the nearest one above, wherever this file was built to. */
export function ownPackage(): { readonly folder: string; readonly manifest: Manifest } {
  for (let folder = __dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const manifest = manifestIn(folder);
    if (manifest?.name === 'watchbill') return { folder, manifest };
  }
  throw new Error('the package of watchbill has lost its package.json');
}

function manifestIn(folder: string): Manifest | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  } catch {
    return undefined;
  }
}
