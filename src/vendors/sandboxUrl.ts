import { UsageError } from '../text/usageError';
import { shown } from '../text/visible';

/**
 * The sandbox to deploy to, as `WATCHBILL_SANDBOX` names it; none where it is unset or
 * empty. Anything but this machine is refused: Terraform would send it the keys.
 * @throws UsageError where it is no http URL of this machine
 * @example
 * sandboxUrl('http://127.0.0.1:8080/') // 'http://127.0.0.1:8080'
 */
export function sandboxUrl(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined;
  if (/^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?\/?$/.test(text)) return text.replace(/\/$/, '');
  throw new UsageError(
    `WATCHBILL_SANDBOX is no sandbox on this machine: ${shown(text)}\n  take the line that npx watchbill sandbox prints`,
  );
}
