import { UsageError } from '../text/usageError';
import { shown } from '../text/visible';

/**
 * The sandbox to deploy to, as in `WATCHBILL_SANDBOX`. Any machine but this one is refused,
 * because Terraform would send it keys.
 * @returns undefined if it is unset or empty
 * @throws UsageError unless it is an http URL of this machine
 * @example
 * sandboxUrl('http://127.0.0.1:8080/') // 'http://127.0.0.1:8080'
 */
export function sandboxUrl(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined;
  if (/^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?\/?$/.test(text)) return text.replace(/\/$/, '');
  throw new UsageError(
    `WATCHBILL_SANDBOX is not a sandbox on this machine: ${shown(text)}\n  set the line that npx watchbill sandbox prints`,
  );
}
