import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Names the folder to the workers of jest. */
const VARIABLE = 'WATCHBILL_TEST_PROVIDERS';
const MISSING = 'missing.txt';

/** A folder in which Terraform has been initialized with both providers, for all suites of a run of jest. */
export interface Installation {
  readonly folder: string;
  /** Why there are none. */
  readonly missing: string | undefined;
}

/** What was installed before the first suite of this run; none where no suite of it deploys. */
export function installation(): Installation | undefined {
  const folder = process.env[VARIABLE];
  if (folder === undefined) return undefined;
  const path = join(folder, MISSING);
  return { folder, missing: existsSync(path) ? readFileSync(path, 'utf8') : undefined };
}

/** Tells all suites of this run. */
export function tellInstallation(folder: string, missing: string | undefined): void {
  if (missing !== undefined) writeFileSync(join(folder, MISSING), missing);
  process.env[VARIABLE] = folder;
}
