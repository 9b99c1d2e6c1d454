import { UsageError } from '../text/usageError';
import { INVISIBLE } from '../text/visible';
import { SECRETS } from './backendSchema';

/** Google's credentials are JSON or the path of a file, and may contain line breaks. */
const WITH_LINES = /^GOOGLE_/;

/** Whether Terraform reads a state backend's credentials from the variable. */
function isBackendSecret(name: string): boolean {
  return name.startsWith('TF_TOKEN_') || KNOWN.has(name);
}

const KNOWN = new Set(Object.values(SECRETS).flatMap((secrets) => Object.values(secrets)));

/**
 * Throws if a state backend's credential has an invisible character, or a blank at either end:
 * an HTTP client that refuses to send it in a header shows it.
 * @throws UsageError that names the variables, but never shows their values
 */
export function refuseUnprintableSecrets(env: Readonly<Record<string, string | undefined>>): void {
  const bad = Object.entries(env).filter(
    ([name, value = '']) =>
      isBackendSecret(name) && !WITH_LINES.test(name) && (INVISIBLE.test(value) || value !== value.trim()),
  );
  if (bad.length === 0) return;
  throw new UsageError(
    `not a credential: ${bad.map(([name]) => name).join(', ')} has a line break, a blank at an end or an invisible character (the value is not shown)\n  set it again without that, or unset it`,
  );
}
