import type { Temporal } from 'temporal-polyfill';
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

/** All that a part of the comparison may look at. */
export interface Comparison {
  /** What the data stands for. */
  readonly expected: Deployment;
  readonly found: AccountReading;
  /** By the log-in in lower case, whoever can be paged from now on; undefined where PagerDuty has no such user. */
  readonly logIns: ReadonlyMap<string, LogIn | undefined>;
  /** By the API id of a schedule that has overrides. */
  readonly overridden: ReadonlyMap<string, Overridden>;
  readonly people: People;
  /** IANA zone of times in words. */
  readonly timeZone: string;
  /** The present: nothing before it matters. */
  readonly now: Temporal.Instant;
  /** Up to when the data plans. */
  readonly horizon: Temporal.Instant;
  readonly schedules: Pairs<Schedule>;
  readonly policies: Pairs<EscalationPolicy>;
  readonly services: Pairs<Service>;
}
