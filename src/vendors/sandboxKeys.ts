import { UsageError } from '../text/usageError';

/**
 * The keys that the sandbox accepts, by the variables that it prints. They are public and
 * open nothing else; with `WATCHBILL_SANDBOX` set, no other keys are sent.
 */
export const SANDBOX_KEYS = {
  PAGERDUTY_TOKEN: 'sandbox-pagerduty-token',
  DD_API_KEY: 'sandbox-datadog-api-key',
  DD_APP_KEY: 'sandbox-datadog-app-key',
} as const;

/** Variables that a provider could read as a key, an account or an address of a real vendor. */
const OF_A_VENDOR = /^(PAGERDUTY_|DD_|DATADOG_)/;

/**
 * An environment for deploying to a sandbox, without anything that belongs to a real account, so
 * that neither provider can send a real key to whoever listens there.
 * @param sandbox the sandbox's address
 */
export function sandboxEnvironment(
  env: Readonly<Record<string, string | undefined>>,
  sandbox: string,
): Readonly<Record<string, string | undefined>> {
  const rest = Object.fromEntries(Object.entries(env).filter(([name]) => !OF_A_VENDOR.test(name)));
  return { ...rest, ...SANDBOX_KEYS, DD_HOST: sandbox, WATCHBILL_SANDBOX: sandbox };
}

/**
 * Throws if a program that reads the same variables, such as Terraform's providers, would send
 * a real account's key to a sandbox.
 * @throws UsageError that names the variables, but never shows their values
 */
export function refuseRealKeysForSandbox(env: Readonly<Record<string, string | undefined>>): void {
  if ((env['WATCHBILL_SANDBOX'] ?? '') === '') return;
  const open: readonly string[] = Object.values(SANDBOX_KEYS);
  const real = Object.entries(env).filter(
    ([name, value = '']) =>
      OF_A_VENDOR.test(name) && /(TOKEN|_KEY)$/.test(name) && value !== '' && !open.includes(value),
  );
  if (real.length === 0) return;
  throw new UsageError(
    `WATCHBILL_SANDBOX is set, and ${real.map(([name]) => name).join(', ')} is not the sandbox's key: Terraform would send it there\n  run npx watchbill deploy, which sends the sandbox's own keys, or set all lines that npx watchbill sandbox prints`,
  );
}
