import type { VendorError } from '../vendors';

/** What a vendor's refusal may be due to. */
const KEYS: Readonly<Record<string, string>> = {
  PagerDuty: 'PAGERDUTY_TOKEN and PAGERDUTY_SERVICE_REGION',
  Datadog: 'DD_API_KEY, DD_APP_KEY and DD_HOST',
};

/** As the system reports that nothing listens there. */
const ON_THIS_MACHINE = /ECONNREFUSED (127\.0\.0\.1|::1):/;

/**
 * What a verb prints if a vendor refused or did not answer.
 * @param undone what did not happen, e.g. `nothing was compared`
 */
export function noAnswerText({ vendor, status, message }: VendorError, undone: string): string {
  return `${message}\n  ${undone}; ${wayOut(vendor, status, message)}\n`;
}

/** Datadog answers 403 to a wrong key as well as to one that may not do it. */
function wayOut(vendor: string, status: number | undefined, message: string): string {
  if (status === undefined) {
    return ON_THIS_MACHINE.test(message)
      ? 'start npx watchbill sandbox again, or unset the variables that it printed'
      : 'check the connection, then run it again';
  }
  if (status === 401 || status === 403) {
    return `check ${KEYS[vendor] ?? 'the key'}, and what the key may do (docs/deploy.md)`;
  }
  return status === 429 || status >= 500
    ? 'run it again later'
    : 'run it again; if it fails again, the answer says why';
}
