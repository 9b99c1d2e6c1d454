import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tellInstallation } from '../support/installation';
import { whyNotInstalled } from '../support/terraform';
import { endProviders } from '../support/warmProviders';

const build = require('../built.js') as () => void;

/**
 * Before the first suite that deploys: the build, and both providers, installed once for all of
 * them. What suites have started of them ends with the run.
 */
export default function install(): void {
  build();
  const folder = mkdtempSync(join(tmpdir(), 'watchbill-providers-'));
  tellInstallation(folder, whyNotInstalled(folder, 'terraform'));
  process.once('SIGINT', () => process.exit(130));
  process.once('exit', () => {
    endProviders(folder);
    rmSync(folder, { recursive: true, force: true });
  });
}
