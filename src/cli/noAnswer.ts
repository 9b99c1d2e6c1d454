import type { VendorError } from '../vendors';

/** As the system reports that nothing listens there. */
const ON_THIS_MACHINE = /ECONNREFUSED (127\.0\.0\.1|::1):/;

/**
 * What a verb prints if a vendor refused or did not answer.
 * @param undone what did not happen, e.g. `nothing was compared`
 */
export function noAnswerText(error: VendorError, undone: string): string {
  return `${error.message}\n  ${undone}; ${wayOut(error)}\n`;
}

function wayOut(error: VendorError): string {
  const { status, message } = error;
  if (status === undefined) {
    return ON_THIS_MACHINE.test(message)
      ? 'start npx watchbill sandbox again, or unset the variables that it printed'
      : 'check the connection, then run it again';
  }
  if (isRefusedKey(error)) return keyHint(error);
  return status === 429 || status >= 500
    ? 'run it again later'
    : 'run it again; if it fails again, the answer says why';
}

/** Whether a vendor refused a key, or what the key would do. */
export function isRefusedKey({ status }: VendorError): boolean {
  return status === 401 || status === 403;
}

/** What to check if a vendor refused a key. Datadog answers 403 to a wrong key, too. */
export function keyHint({ vendor, status }: VendorError): string {
  if (vendor === 'Datadog') {
    return 'check DD_API_KEY, DD_APP_KEY and DD_HOST, and what the application key may do (docs/deploy.md)';
  }
  return status === 401
    ? 'check PAGERDUTY_TOKEN, and PAGERDUTY_SERVICE_REGION (eu for an account in the EU)'
    : 'check what the key in PAGERDUTY_TOKEN may do: docs/deploy.md lists what it needs';
}
