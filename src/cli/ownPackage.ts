import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The part of a package.json that is used. */
export interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly engines?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** This package: the nearest one above this file, wherever it was built to. */
export function ownPackage(): { readonly folder: string; readonly manifest: Manifest } {
  for (let folder = __dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const manifest = manifestIn(folder);
    if (manifest?.name === 'watchbill') return { folder, manifest };
  }
  throw new Error("watchbill's package.json is missing");
}

function manifestIn(folder: string): Manifest | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  } catch {
    return undefined;
  }
}
