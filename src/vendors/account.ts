import type { VendorAccess } from './access';
import { field } from './field';
import type { PagerDutyApi } from './pagerDuty';
import { VendorError } from './vendorError';

/**
 * The account that a key opens, by the host of its web pages, e.g. `xyz-tech.pagerduty.com`.
 * Every REST key may list users, and every object contains the address of its page.
 * @returns undefined if the key may not list users, or the answer has no address
 * @throws VendorError if the key is refused, or no answer comes
 * @see https://developer.pagerduty.com/api-reference/ GET /users
 */
export async function pagerDutyAccount(api: PagerDutyApi): Promise<string | undefined> {
  try {
    return hostOf(await api.get('/users', { limit: 1 }));
  } catch (error) {
    if (error instanceof VendorError && error.status !== undefined && error.status !== 401) return undefined;
    throw error;
  }
}

/** The host in `{users: [{html_url}]}`. */
function hostOf(answer: unknown): string | undefined {
  const users = field(answer, 'users');
  const page = Array.isArray(users) ? field(users[0], 'html_url') : undefined;
  return typeof page === 'string' ? /^https:\/\/((?:[\w-]+\.)+pagerduty\.com)\//.exec(page)?.[1] : undefined;
}

/**
 * Datadog's site, as its own pages name it. Only an administrator's keys can ask which
 * organization they open.
 * @example
 * datadogSite({ url: 'https://api.datadoghq.eu', … }) // 'datadoghq.eu'
 */
export function datadogSite({ url }: Pick<VendorAccess['datadog'], 'url'>): string {
  return new URL(url).host.replace(/^api\./, '');
}
