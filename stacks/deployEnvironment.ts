import type { Temporal } from 'temporal-polyfill';
import { checkVendorEnvironment, sandboxEnvironment, sandboxUrl } from '../src/vendors';
import { refuseUnprintableSecrets } from './backendSecrets';

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The environment to deploy in: as it is, and as of now where nothing else was said.
 * By default as-of is the start of today, and a cover that ended this morning would be
 * sent again, which PagerDuty no longer reads back. Nor does cdktf or Terraform tell its
 * maker of the deploy, unless `CHECKPOINT_DISABLE` is set to nothing. Where a sandbox is
 * meant, no key of a real account is left in it.
 * @throws UsageError that names what is not set or cannot be a key; values are never shown
 */
export function deployEnvironment(env: Environment, now: Temporal.Instant): Environment {
  checkVendorEnvironment(env);
  refuseUnprintableSecrets(env);
  const sandbox = sandboxUrl(env['WATCHBILL_SANDBOX']);
  const quiet = {
    CHECKPOINT_DISABLE: '1',
    ...(sandbox === undefined ? env : sandboxEnvironment(env, sandbox)),
  };
  return (env['WATCHBILL_AS_OF'] ?? '').trim() !== ''
    ? quiet
    : { ...quiet, WATCHBILL_AS_OF: now.toString({ smallestUnit: 'second' }) };
}
