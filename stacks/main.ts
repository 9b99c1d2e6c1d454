import { diagnosticsText } from '../src/cli/diagnosticsReport';
import { EXIT } from '../src/cli/exitCode';
import { processIo } from '../src/cli/io';
import { program } from '../src/cli/program';
import { openSoundSession } from '../src/cli/session';
import { chosenBackend } from '../src/state/backend';
import { cdktfContext } from '../src/state/cdktfContext';
import { importsFileName, readImports } from '../src/state/importsFile';
import { refuseRealKeysForSandbox, sandboxUrl } from '../src/vendors';

/**
 * What `cdktf synth` and `cdktf deploy` run. Data with errors ends here, before
 * anything is written, so that the last good output stays as it was.
 */
function main(): number {
  const { session, diagnostics } = openSoundSession({}, processIo, 'now');
  if (session === undefined) {
    processIo.err(`${diagnosticsText(diagnostics)}nothing was synthesized\n`);
    return EXIT.problems;
  }
  const { catalog, asOf } = session;
  const { env } = processIo;
  const sandbox = sandboxUrl(env['WATCHBILL_SANDBOX']);
  refuseRealKeysForSandbox(env);
  const backend = chosenBackend({ env, context: cdktfContext(env) });
  const imports = readImports(importsFileName(sandbox));
  // cdktf takes a second to load: not for data with errors.
  const { watchbillApp } = require('./app') as typeof import('./app');
  watchbillApp({
    catalog,
    asOf,
    backend,
    ...(sandbox === undefined ? {} : { sandbox }),
    ...(imports === undefined ? {} : { imports }),
  }).synth();
  return EXIT.clean;
}

void program(main, 'nothing was synthesized');
