/** What is asked of an API, by key; a list is a repeated key. */
export type ApiQuery = Readonly<Record<string, string | number | readonly string[]>>;

/**
 * Reads PagerDuty's REST API v2.
 * Where there is no such object it rejects with an error whose `status` is 404.
 */
export interface PagerDutyReader {
  get(path: string, query?: ApiQuery): Promise<unknown>;
  /** Every object of a list, of all its pages. */
  list(path: string, key: string, query?: ApiQuery): Promise<unknown[]>;
}

/**
 * Reads Datadog's API.
 * Where there is no such object it rejects with an error whose `status` is 404.
 */
export interface DatadogReader {
  get(path: string, query?: ApiQuery): Promise<unknown>;
  /** Every monitor that carries all of the tags, or whose name contains the text. */
  monitors(query: { readonly tags?: readonly string[]; readonly name?: string }): Promise<unknown[]>;
  /** Every downtime that Datadog remembers, ended ones included. */
  downtimes(): Promise<unknown[]>;
}

/** Both vendors' accounts. */
export interface ApiReaders {
  readonly pagerDuty: PagerDutyReader;
  readonly datadog: DatadogReader;
}

/** Whether a reader said that there is no such object. */
export function isNotFound(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'status' in error && error.status === 404;
}
