import { UsageError } from '../text/usageError';
import { INVISIBLE } from '../text/visible';
import { SECRETS } from './backendSchema';

/** Google's are JSON or the path of a file; a line end is none of their faults. */
const WITH_LINES = /^GOOGLE_/;

/** Variables by which Terraform gets the credentials of a state backend. */
function isBackendSecret(name: string): boolean {
  return name.startsWith('TF_TOKEN_') || KNOWN.has(name);
}

const KNOWN = new Set(Object.values(SECRETS).flatMap((secrets) => Object.values(secrets)));

/**
 * Nothing where no credential of a state backend has an invisible character in it, or a blank
 * at its end: a header with it is refused by a message that shows it.
 * @throws UsageError that names the variables; their values are never shown
 */
export function refuseUnprintableSecrets(env: Readonly<Record<string, string | undefined>>): void {
  const bad = Object.entries(env).filter(
    ([name, value = '']) =>
      isBackendSecret(name) && !WITH_LINES.test(name) && (INVISIBLE.test(value) || value !== value.trim()),
  );
  if (bad.length === 0) return;
  throw new UsageError(
    `not a credential: ${bad.map(([name]) => name).join(', ')} has a line end, a blank at its end or a character that cannot be seen (the value is not shown)\n  set it again without, or unset it`,
  );
}
