import type { VendorError } from '../../../vendors';

/** Why PagerDuty could not be asked before anything began, and what to do. */
export function notAnsweredText({ message, status }: VendorError): string {
  return status === 401 || status === 403
    ? `DEPL102: a key is refused: ${message}\n  check PAGERDUTY_TOKEN; then deploy again`
    : `DEPL007: ${message}\n  check the connection, then deploy again`;
}
