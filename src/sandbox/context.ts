import type { Temporal } from 'temporal-polyfill';
import type { SandboxState } from './state';

/** What a vendor's routes are given. */
export interface SandboxContext {
  /** Everything that exists; routes change it in place and then say {@link changed}. */
  readonly state: SandboxState;
  /** The credentials that are accepted; any other is refused as the vendor refuses it. */
  readonly tokens: SandboxTokens;
  /** The present instant. */
  clock(): Temporal.Instant;
  /** Keeps the state; to be called after every change, before it is answered. */
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
  /** The query, without the question mark; empty where there is none. */
  readonly query: string;
  /** Whether the sandbox knows such a route; a call without one is a gap of the sandbox. */
  readonly known: boolean;
  /** What was answered; none while it is under way, and where the connection was dropped. */
  status?: number;
}
