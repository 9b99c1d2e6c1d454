import { chosenBackend } from '../../src/state/backend';
import { cdktfContext } from '../../src/state/cdktfContext';
import { UsageError } from '../../src/text/usageError';
import type { Environment } from './gitHub';

/**
 * Nothing where the state outlives the run. A runner's disk does not: what the deploy made
 * would be made again by the next one, and be refused.
 * @throws UsageError where the state is a file, in CI, and not of a sandbox
 */
export function refuseLostState(env: Environment): void {
  if ((env['CI'] ?? '') === '' || (env['WATCHBILL_SANDBOX'] ?? '') !== '') return;
  if (chosenBackend({ env, context: cdktfContext(env) }).type !== 'local') return;
  throw new UsageError(
    "the state is a file, and would be lost with the runner's disk\n  choose a backend in cdktf.json; docs/deploy.md says how",
  );
}
