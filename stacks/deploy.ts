import { spawn } from 'node:child_process';
import type { Temporal } from 'temporal-polyfill';
import { EXIT, UsageError } from '../src/cli/exitCode';
import { processIo } from '../src/cli/io';
import { STACKS } from './stackNames';

type Environment = Readonly<Record<string, string | undefined>>;

/** What the providers cannot do without, each with the names under which its provider reads it. */
const NEEDED = [['PAGERDUTY_TOKEN'], ['DD_API_KEY', 'DATADOG_API_KEY'], ['DD_APP_KEY', 'DATADOG_APP_KEY']];

/**
 * The environment to deploy in: as it is, and as of now where nothing else was said.
 * By default as-of is the start of today, and a cover that ended this morning would be
 * sent again, which PagerDuty no longer reads back.
 * @throws UsageError that names what is not set; values are never shown
 */
export function deployEnvironment(env: Environment, now: Temporal.Instant): Environment {
  const isSet = (name: string) => (env[name] ?? '').trim() !== '';
  const missing = NEEDED.filter((names) => !names.some(isSet)).map(([name]) => name);
  if (missing.length > 0) {
    throw new UsageError(
      `not set: ${missing.join(', ')}\n  set them to your keys, or to the lines that npx watchbill sandbox prints`,
    );
  }
  return isSet('WATCHBILL_AS_OF')
    ? env
    : { ...env, WATCHBILL_AS_OF: now.toString({ smallestUnit: 'second' }) };
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
    child.on('exit', (code) => resolve(code ?? EXIT.problems));
  });
}

async function main(): Promise<void> {
  try {
    process.exitCode = await deploy(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    processIo.err(`${error.message}\nnothing was deployed\n`);
    process.exitCode = EXIT.usage;
  }
}

if (require.main === module) void main();
