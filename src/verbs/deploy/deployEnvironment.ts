import { refuseUnprintableSecrets } from '../../state/backendSecrets';
import { checkVendorEnvironment, sandboxEnvironment, sandboxUrl } from '../../vendors';

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The environment to deploy in: as it is, but neither cdktf nor Terraform tells its maker
 * of the deploy, unless `CHECKPOINT_DISABLE` is set to nothing. Where a sandbox is meant,
 * no key of a real account is left in it.
 * @throws UsageError that names what is not set or cannot be a key; values are never shown
 */
export function deployEnvironment(env: Environment): Environment {
  checkVendorEnvironment(env);
  refuseUnprintableSecrets(env);
  const sandbox = sandboxUrl(env['WATCHBILL_SANDBOX']);
  return {
    CHECKPOINT_DISABLE: '1',
    ...(sandbox === undefined ? env : sandboxEnvironment(env, sandbox)),
  };
}
