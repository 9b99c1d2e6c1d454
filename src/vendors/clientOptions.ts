import type { Temporal } from 'temporal-polyfill';

/** What a client needs from the outside world, so that tests can replace it. */
export interface ClientOptions {
  /**
   * Waits for a number of seconds.
   * @default - it really waits
   */
  readonly wait?: (seconds: number) => Promise<void>;
  /**
   * The present instant by this machine's clock.
   * @default - the machine's clock
   */
  readonly now?: () => Temporal.Instant;
  /**
   * Called with what is being waited for, e.g. `PagerDuty (GET /services)`.
   * @returns called when the wait is over
   * @default - waits are not reported
   */
  readonly waiting?: (what: string) => () => void;
}

/** What a client of one vendor is made of. */
export interface RestClientOptions extends ClientOptions {
  readonly vendor: 'PagerDuty' | 'Datadog';
  /** Scheme, host and path that precede every request's path, without a slash at the end. */
  readonly url: string;
  /** Credentials, and what the vendor wants in `accept`. */
  readonly headers: Readonly<Record<string, string>>;
  /** The answer's header with the seconds until the rate limit allows more. */
  readonly resetHeader: string;
  /** The credentials, which are sent and never shown. */
  readonly keys: readonly string[];
}
