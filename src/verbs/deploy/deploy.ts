import { spawn } from 'node:child_process';
import { STACKS } from '../../../stacks/stackNames';
import { EXIT } from '../../cli/exitCode';
import { processIo } from '../../cli/io';
import { meantText } from '../../cli/meant';
import { program } from '../../cli/program';
import { checkLogIns } from './checkLogIns';
import { DeployRefused, preparedDeploy } from './preparedDeploy';
import { keepPrivate } from './privateFiles';

/** A vendor may have made an object whose answer was lost; the next deploy would be refused, or make it twice. */
const AFTER_A_FAILURE = `the deploy did not finish: read which address the error names
  then run npx watchbill adopt, and npm run deploy again; docs/deploy.md says why
`;

export { deployEnvironment } from './deployEnvironment';

/**
 * `npm run deploy -- [--data DIR] [--as-of INSTANT] [options of cdktf deploy]`: nothing starts
 * without the keys; then both stacks, in order. Its first and its last line say which
 * accounts, data and instant are meant.
 * @returns the exit code
 */
async function deploy(args: readonly string[]): Promise<number> {
  const { meant, rest, env } = await preparedDeploy(args, processIo);
  processIo.out(meantText(meant, 'Deploying to'));
  for (const problem of keepPrivate('.')) processIo.err(`warning: ${problem}\n`);
  await checkLogIns({ ...processIo, env });
  const cdktf = require.resolve('cdktf-cli/bundle/bin/cdktf');
  const child = spawn(process.execPath, [cdktf, 'deploy', ...STACKS, ...rest], {
    env: { ...env },
    stdio: 'inherit',
  });
  // A terminal interrupts both: Terraform has to finish what it began and let go of the lock.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) processIo.out(meantText(meant, 'Deployed to'));
      else processIo.err(AFTER_A_FAILURE + meantText(meant, 'Not deployed, or in part, to'));
      resolve(code ?? EXIT.problems);
    });
  });
}

/** What a vendor said before anything began is no mistake of ours. */
async function main(): Promise<number> {
  try {
    return await deploy(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof DeployRefused)) throw error;
    processIo.err(`${error.message}\nnothing was deployed\n`);
    return EXIT.problems;
  }
}

if (require.main === module) void program(main, 'nothing was deployed');
