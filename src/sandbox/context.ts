import type { Temporal } from 'temporal-polyfill';
import type { SandboxState } from './state';

/** What a vendor's routes need. */
export interface SandboxContext {
  /** Everything that exists; routes change it in place, and then call {@link changed}. */
  readonly state: SandboxState;
  /** The credentials that are accepted; others are refused as the vendor refuses them. */
  readonly tokens: SandboxTokens;
  /** The present instant. */
  clock(): Temporal.Instant;
  /** Saves the state; to be called after every change, before the answer. */
  changed(): void;
}

/** The credentials that the sandbox accepts. They open nothing else. */
export interface SandboxTokens {
  /** `PAGERDUTY_TOKEN`. */
  readonly pagerDuty: string;
  /** `DD_API_KEY`. */
  readonly datadogApi: string;
  /** `DD_APP_KEY`. */
  readonly datadogApp: string;
}

/** One request that reached the sandbox. */
export interface Call {
  /** Counts from 1. */
  readonly number: number;
  readonly vendor: 'pagerduty' | 'datadog' | 'none';
  readonly method: string;
  /** Path without the query. */
  readonly path: string;
  /** The query without the question mark; empty if there is none. */
  readonly query: string;
  /** Whether the sandbox has such a route; an unknown call is a gap in the sandbox. */
  readonly known: boolean;
  /** Status of the answer; undefined while the call is under way, and if the connection was dropped. */
  status?: number;
}
