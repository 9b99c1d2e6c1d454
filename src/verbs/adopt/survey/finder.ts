import type { DatadogApi, PagerDutyApi } from '../../../vendors';
import type { Match } from './match';
import type { Resource } from './resource';

/** What a finder may ask. */
export interface Accounts {
  readonly pagerDuty: Pick<PagerDutyApi, 'get' | 'list'>;
  readonly datadog: Pick<DatadogApi, 'get' | 'monitors' | 'downtimes' | 'teams'>;
  /** The answer to a question that several resources ask, asked once. */
  once<T>(question: string, ask: () => Promise<T>): Promise<T>;
  /**
   * The vendor's id of what a resource refers to; none where that does not exist yet,
   * or is not decided.
   */
  idOf(from: Resource, reference: unknown): Promise<string | undefined>;
}

/**
 * Finds the object that a resource of one type stands for.
 * @throws VendorError
 */
export type Finder = (resource: Resource, accounts: Accounts) => Promise<Match>;
