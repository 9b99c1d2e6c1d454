import { setTimeout as delay } from 'node:timers/promises';
import { errorText } from '../errorText';
import { VendorError } from './vendorError';

/** Values of a query; a list is a repeated key. */
export type Query = Readonly<Record<string, string | number | readonly string[]>>;

/** What a client of one vendor is made of. */
export interface RestClientOptions {
  readonly vendor: 'PagerDuty' | 'Datadog';
  /** Scheme, host and path before every request's own, without a slash at its end. */
  readonly url: string;
  /** Credentials, and what the vendor wants to be accepted. */
  readonly headers: Readonly<Record<string, string>>;
  /**
   * The answer's header that says after how many seconds the rate limit allows more.
   */
  readonly resetHeader: string;
  /**
   * Waits so many seconds.
   * @default - it really waits
   */
  readonly wait?: (seconds: number) => Promise<void>;
}

/** How often a request is sent at most. */
const TRIES = 5;
/** Seconds before the second try where the vendor does not say; doubled each time. */
const FIRST_WAIT = 1;
/** The longest that a vendor's own word for a wait is followed, in seconds. */
const LONGEST_WAIT = 60;
/** A request without an answer for so long has failed, in milliseconds. */
const TIMEOUT_MS = 30_000;

/**
 * JSON over HTTP to one vendor. A rate limit is waited for; reads are repeated where
 * the connection or the vendor failed. Writes are not: whether they were made is not
 * known, and the caller has to look.
 */
export class RestClient {
  constructor(private readonly options: RestClientOptions) {}

  get(path: string, query: Query = {}): Promise<unknown> {
    return this.send('GET', path, query, undefined);
  }

  post(path: string, body: unknown): Promise<unknown> {
    return this.send('POST', path, {}, body);
  }

  put(path: string, body: unknown): Promise<unknown> {
    return this.send('PUT', path, {}, body);
  }

  delete(path: string): Promise<unknown> {
    return this.send('DELETE', path, {}, undefined);
  }

  /** @throws VendorError */
  private async send(method: string, path: string, query: Query, body: unknown): Promise<unknown> {
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await this.attempt(method, path, query, body);
      if (!(outcome instanceof Failure)) return outcome.json;
      const again = outcome.status === 429 || (method === 'GET' && outcome.isPassing);
      if (!again || attempt === TRIES) {
        throw new VendorError(this.options.vendor, `${method} ${path}`, outcome.status, outcome.answer);
      }
      const seconds = Math.min(outcome.waitSeconds ?? FIRST_WAIT * 2 ** (attempt - 1), LONGEST_WAIT);
      await (this.options.wait ?? realWait)(seconds);
    }
  }

  private async attempt(method: string, path: string, query: Query, body: unknown) {
    const { url, headers, resetHeader } = this.options;
    let response: Response;
    let text: string;
    try {
      response = await fetch(`${url}${path}${queryText(query)}`, {
        method,
        headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        // A redirect would carry the credentials elsewhere.
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      text = await response.text();
    } catch (error) {
      return new Failure(undefined, reasonOf(error));
    }
    if (!response.ok) return new Failure(response.status, text, secondsOf(response.headers.get(resetHeader)));
    if (text === '') return { json: undefined };
    try {
      return { json: JSON.parse(text) as unknown };
    } catch {
      return new Failure(undefined, 'an answer that is no JSON, or was cut off');
    }
  }
}

class Failure {
  constructor(
    readonly status: number | undefined,
    readonly answer: string,
    readonly waitSeconds?: number,
  ) {}

  /** Whether the next try may go well. */
  get isPassing(): boolean {
    return this.status === undefined || this.status >= 500;
  }
}

function queryText(query: Query): string {
  const pairs = Object.entries(query).flatMap(([key, value]) =>
    (Array.isArray(value) ? value : [value]).map((each): [string, string] => [key, String(each)]),
  );
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`;
}

function secondsOf(text: string | null): number | undefined {
  return text !== null && /^\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
}

/** undici says `fetch failed`, and why in its cause. */
function reasonOf(error: unknown): string {
  const cause = typeof error === 'object' && error !== null && 'cause' in error ? error.cause : undefined;
  return (cause === undefined ? '' : errorText(cause)) || errorText(error);
}

async function realWait(seconds: number): Promise<void> {
  await delay(seconds * 1000);
}
