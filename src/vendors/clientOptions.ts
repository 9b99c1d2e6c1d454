import type { Temporal } from 'temporal-polyfill';

/** What a client touches of the world, so that tests can give their own. */
export interface ClientOptions {
  /**
   * Waits so many seconds.
   * @default - it really waits
   */
  readonly wait?: (seconds: number) => Promise<void>;
  /**
   * The present instant by this machine's clock.
   * @default - the machine's clock
   */
  readonly now?: () => Temporal.Instant;
  /**
   * Told what is waited for, whenever something is.
   * @param what e.g. `PagerDuty (GET /services)`
   * @returns called when that is over
   * @default - nobody is told
   */
  readonly waiting?: (what: string) => () => void;
}

/** What a client of one vendor is made of. */
export interface RestClientOptions extends ClientOptions {
  readonly vendor: 'PagerDuty' | 'Datadog';
  /** Scheme, host and path before every request's own, without a slash at its end. */
  readonly url: string;
  /** Credentials, and what the vendor wants to be accepted. */
  readonly headers: Readonly<Record<string, string>>;
  /**
   * The answer's header that says after how many seconds the rate limit allows more.
   */
  readonly resetHeader: string;
  /** The credentials: what is sent and never shown. */
  readonly keys: readonly string[];
}
