import type { Temporal } from 'temporal-polyfill';
import type { Catalog } from '../../../catalog';
import type {
  AccountReading,
  Deployment,
  EscalationPolicy,
  LogIn,
  Schedule,
  Service,
} from '../../../deployment';
import type { Overridden } from './overridden';
import type { Pairs } from './pairs';
import type { People } from './people';

/** The input of each part of the comparison. */
export interface Comparison {
  readonly catalog: Catalog;
  /** What would be deployed from the data. */
  readonly expected: Deployment;
  /** The name of each object's stack, by its Terraform address. */
  readonly stacks: ReadonlyMap<string, string>;
  /** What the vendors hold. */
  readonly found: AccountReading;
  /** Log-ins that can be paged from now on, keyed by e-mail in lower case; undefined if PagerDuty has no such user. */
  readonly logIns: ReadonlyMap<string, LogIn | undefined>;
  /** Schedules with overrides, by API id. */
  readonly overridden: ReadonlyMap<string, Overridden>;
  readonly people: People;
  /** IANA zone of the times in texts. */
  readonly timeZone: string;
  /** The comparison starts here; the past is ignored. */
  readonly now: Temporal.Instant;
  /** The end of the planning horizon, where the comparison ends. */
  readonly horizon: Temporal.Instant;
  readonly schedules: Pairs<Schedule>;
  readonly policies: Pairs<EscalationPolicy>;
  readonly services: Pairs<Service>;
}
