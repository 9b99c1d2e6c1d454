import { isRefusedKey, keyHint } from '../../../cli/noAnswer';
import type { VendorError } from '../../../vendors';

/** Why PagerDuty could not be asked before anything began, and what to do. */
export function notAnsweredText(error: VendorError): string {
  return isRefusedKey(error)
    ? `DEPL102: a key is refused: ${error.message}\n  ${keyHint(error)}; then deploy again`
    : `DEPL007: ${error.message}\n  check the connection, then deploy again`;
}
