/** Query parameters; a list is a repeated key. */
export type ApiQuery = Readonly<Record<string, string | number | readonly string[]>>;

/**
 * Reads PagerDuty's REST API v2.
 * If there is no such object, it rejects with an error whose `status` is 404.
 */
export interface PagerDutyReader {
  /** One answer. */
  get(path: string, query?: ApiQuery): Promise<unknown>;
  /** Every object of a list, from all its pages. */
  list(path: string, key: string, query?: ApiQuery): Promise<unknown[]>;
}

/**
 * Reads Datadog's API.
 * If there is no such object, it rejects with an error whose `status` is 404.
 */
export interface DatadogReader {
  /** One answer. */
  get(path: string, query?: ApiQuery): Promise<unknown>;
  /** Every monitor that has all of the tags, or whose name contains the text. */
  monitors(query: { readonly tags?: readonly string[]; readonly name?: string }): Promise<unknown[]>;
  /** Every downtime that Datadog still lists, ended ones included. */
  downtimes(): Promise<unknown[]>;
}

/** Both vendors' accounts. */
export interface ApiReaders {
  /** Reads PagerDuty. */
  readonly pagerDuty: PagerDutyReader;
  /** Reads Datadog. */
  readonly datadog: DatadogReader;
}

/** Whether an error of a reader means that there is no such object. */
export function isNotFound(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'status' in error && error.status === 404;
}
