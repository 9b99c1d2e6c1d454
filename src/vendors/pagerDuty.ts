import type { VendorAccess } from './access';
import type { ClientOptions } from './clientOptions';
import { field } from './field';
import { type Query, RestClient } from './restClient';
import { VendorError } from './vendorError';

/** Objects per request, PagerDuty's maximum. */
const PAGE = 100;
/** The offset beyond which PagerDuty refuses to page. */
const FURTHEST = 10_000;

/** PagerDuty's REST API, version 2. */
export class PagerDutyApi extends RestClient {
  constructor({ url, token }: VendorAccess['pagerDuty'], options: ClientOptions = {}) {
    super({
      vendor: 'PagerDuty',
      url,
      headers: {
        authorization: `Token token=${token}`,
        accept: 'application/vnd.pagerduty+json;version=2',
      },
      resetHeader: 'ratelimit-reset',
      keys: [token],
      ...options,
    });
  }

  /**
   * Every object of a list, from all its pages.
   * @param key the answer's key that holds them, e.g. `schedules`
   * @throws VendorError
   */
  async list(path: string, key: string, query: Query = {}): Promise<unknown[]> {
    const all: unknown[] = [];
    for (let offset = 0; ; offset += PAGE) {
      const answer = await this.get(path, { ...query, limit: PAGE, offset });
      const objects = field(answer, key);
      if (!Array.isArray(objects)) {
        throw new VendorError('PagerDuty', `GET ${path}`, 200, `an answer without a list of ${key}`);
      }
      all.push(...objects);
      if (field(answer, 'more') !== true) return all;
      if (offset + PAGE >= FURTHEST) {
        throw new VendorError('PagerDuty', `GET ${path}`, 200, `more than ${FURTHEST} ${key}`);
      }
    }
  }
}
