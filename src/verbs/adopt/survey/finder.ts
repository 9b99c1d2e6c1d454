import type { DatadogApi, PagerDutyApi } from '../../../vendors';
import type { Choice } from './choice';
import type { Match } from './match';
import type { Resource } from './resource';

/** What a finder can ask. */
export interface Accounts {
  readonly pagerDuty: Pick<PagerDutyApi, 'get' | 'list'>;
  readonly datadog: Pick<DatadogApi, 'get' | 'monitors' | 'downtimes' | 'teams'>;
  /** Asks a question once, even if several resources need the answer. */
  once<T>(question: string, ask: () => Promise<T>): Promise<T>;
  /** The vendor's id of the object that a resource refers to; undefined if it does not exist or is undecided. */
  idOf(from: Resource, reference: unknown): Promise<string | undefined>;
  /** Which object a resource takes over, whatever its name; undefined if nobody has said. */
  choiceOf(resource: Resource): Choice | undefined;
}

/**
 * Finds the object that a resource of one type would take over.
 * @throws VendorError
 */
export type Finder = (resource: Resource, accounts: Accounts) => Promise<Match>;
