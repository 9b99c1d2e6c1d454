import { spawn } from 'node:child_process';
import type { Temporal } from 'temporal-polyfill';
import { EXIT } from '../src/cli/exitCode';
import { processIo } from '../src/cli/io';
import { program } from '../src/cli/program';
import { checkVendorEnvironment } from '../src/vendors';
import { STACKS } from './stackNames';

/** A vendor may have made an object whose answer was lost; the next deploy would be refused, or make it twice. */
const AFTER_A_FAILURE = `the deploy did not finish: read which address the error names
  then run npx watchbill adopt, and npm run deploy again; docs/deploy.md says why
`;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The environment to deploy in: as it is, and as of now where nothing else was said.
 * By default as-of is the start of today, and a cover that ended this morning would be
 * sent again, which PagerDuty no longer reads back. Nor does cdktf or Terraform tell its
 * maker of the deploy, unless `CHECKPOINT_DISABLE` is set to nothing.
 * @throws UsageError that names what is not set; values are never shown
 */
export function deployEnvironment(env: Environment, now: Temporal.Instant): Environment {
  checkVendorEnvironment(env);
  const quiet = { CHECKPOINT_DISABLE: '1', ...env };
  return (env['WATCHBILL_AS_OF'] ?? '').trim() !== ''
    ? quiet
    : { ...quiet, WATCHBILL_AS_OF: now.toString({ smallestUnit: 'second' }) };
}

/**
 * `npm run deploy -- [options of cdktf deploy]`: nothing starts without the keys; then
 * both stacks, in order.
 * @returns the exit code
 */
async function deploy(args: readonly string[]): Promise<number> {
  const env = deployEnvironment(process.env, processIo.now());
  const cdktf = require.resolve('cdktf-cli/bundle/bin/cdktf');
  const child = spawn(process.execPath, [cdktf, 'deploy', ...STACKS, ...args], {
    env: { ...env },
    stdio: 'inherit',
  });
  // A terminal interrupts both: Terraform has to finish what it began and let go of the lock.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code !== 0) processIo.err(AFTER_A_FAILURE);
      resolve(code ?? EXIT.problems);
    });
  });
}

if (require.main === module) void program(() => deploy(process.argv.slice(2)), 'nothing was deployed');
