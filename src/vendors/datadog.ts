import type { VendorAccess } from './access';
import type { ClientOptions } from './clientOptions';
import { field } from './field';
import { type Query, RestClient } from './restClient';
import { VendorError } from './vendorError';

/** Objects per request. */
const PAGE = 100;

/** Datadog's API; paths contain the version, e.g. `/api/v1/monitor`. */
export class DatadogApi extends RestClient {
  constructor({ url, apiKey, appKey }: VendorAccess['datadog'], options: ClientOptions = {}) {
    super({
      vendor: 'Datadog',
      url,
      headers: { 'dd-api-key': apiKey, 'dd-application-key': appKey, accept: 'application/json' },
      resetHeader: 'x-ratelimit-reset',
      keys: [apiKey, appKey],
      ...options,
    });
  }

  /**
   * Every monitor that has all of the tags, or whose name contains the text.
   * @throws VendorError
   */
  async monitors(query: { readonly tags?: readonly string[]; readonly name?: string }): Promise<unknown[]> {
    const asked: Query = {
      ...(query.tags === undefined ? {} : { monitor_tags: query.tags.join(',') }),
      ...(query.name === undefined ? {} : { name: query.name }),
    };
    return this.paged(
      '/api/v1/monitor',
      (page) => ({ ...asked, page, page_size: PAGE }),
      (answer) => answer,
    );
  }

  /**
   * Every downtime that Datadog still lists, ended ones included.
   * @throws VendorError
   */
  async downtimes(): Promise<unknown[]> {
    return this.paged(
      '/api/v2/downtime',
      (page) => ({ 'page[limit]': PAGE, 'page[offset]': page * PAGE }),
      (answer) => field(answer, 'data'),
    );
  }

  /**
   * Every team.
   * @throws VendorError
   */
  async teams(): Promise<unknown[]> {
    return this.paged(
      '/api/v2/team',
      (page) => ({ 'page[size]': PAGE, 'page[number]': page }),
      (answer) => field(answer, 'data'),
    );
  }

  private async paged(
    path: string,
    query: (page: number) => Query,
    objectsOf: (answer: unknown) => unknown,
  ): Promise<unknown[]> {
    const all: unknown[] = [];
    for (let page = 0; ; page += 1) {
      const objects = objectsOf(await this.get(path, query(page)));
      if (!Array.isArray(objects))
        throw new VendorError('Datadog', `GET ${path}`, 200, 'an answer without a list');
      all.push(...objects);
      if (objects.length < PAGE) return all;
    }
  }
}
