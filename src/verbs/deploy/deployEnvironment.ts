import { existsSync } from 'node:fs';
import { refuseUnprintableSecrets } from '../../state/backendSecrets';
import { shown } from '../../text/visible';
import { checkVendorEnvironment, sandboxEnvironment, sandboxUrl } from '../../vendors';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Variables that name Terraform's CLI configuration file; the second one is the old name. */
const CONFIG_FILES = ['TF_CLI_CONFIG_FILE', 'TERRAFORM_CONFIG'];

/**
 * The environment to deploy in: as it is, except that Terraform reports to nobody, unless
 * `CHECKPOINT_DISABLE` is set to nothing. For a sandbox, no key of a real account is left in it.
 * @throws UsageError that names what is missing or cannot be a key; values are never shown
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

/**
 * The environment of Terraform itself: without questions, and without the name of a CLI configuration
 * file that does not exist, which it would warn of at every step.
 * @returns with notes on what was left out
 */
export function terraformEnvironment(env: Environment): {
  readonly env: Environment;
  readonly notes: readonly string[];
} {
  const broken = CONFIG_FILES.filter((name) => (env[name] ?? '') !== '' && !existsSync(env[name] ?? ''));
  const kept = Object.entries(env).filter(([name]) => !broken.includes(name));
  return {
    env: { TF_IN_AUTOMATION: '1', ...Object.fromEntries(kept), TF_INPUT: '0' },
    notes: broken.map((name) => `${name} names no file (${shown(env[name])}): ignored`),
  };
}
