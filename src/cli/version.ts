import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The version of this package, from its own manifest: the nearest one above, wherever this file was built to. */
export function version(): string {
  for (let folder = __dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const manifest = manifestIn(folder);
    if (manifest?.name === 'watchbill' && manifest.version !== undefined) return manifest.version;
  }
  throw new Error('the package of watchbill has lost its package.json');
}

function manifestIn(folder: string): { name?: string; version?: string } | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  } catch {
    return undefined;
  }
}
