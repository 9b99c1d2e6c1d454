import { setTimeout as delay } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import { errorText } from '../text/errorText';
import { answerText } from './answerText';
import type { RestClientOptions } from './clientOptions';
import { Secrets } from './secrets';
import { VendorError } from './vendorError';

/** Query parameters; a list is a repeated key. */
export type Query = Readonly<Record<string, string | number | readonly string[]>>;

/** How many times a request is sent at most. */
const TRIES = 5;
/** Seconds before the second try unless the vendor says; doubled each time. */
const FIRST_WAIT = 1;
/** The longest wait that a vendor may ask for, in seconds. */
const LONGEST_WAIT = 60;
/** When a request without an answer has failed, in milliseconds. */
const TIMEOUT_MS = 30_000;

/**
 * JSON over HTTP to one vendor. Waits for rate limits, and repeats reads if the connection or
 * the vendor fails. Writes are not repeated: the caller has to look whether they were made.
 */
export class RestClient {
  private readonly secrets: Secrets;
  private ahead: Temporal.Duration | undefined;

  constructor(private readonly options: RestClientOptions) {
    this.secrets = new Secrets(options.keys);
  }

  /** Whose API it is. */
  get vendor(): RestClientOptions['vendor'] {
    return this.options.vendor;
  }

  /** How far the vendor's clock was ahead of this machine's at the last answer; undefined until an answer has a date. */
  get clockAhead(): Temporal.Duration | undefined {
    return this.ahead;
  }

  /** @throws VendorError */
  get(path: string, query: Query = {}): Promise<unknown> {
    return this.send('GET', path, query, undefined);
  }

  /** @throws VendorError */
  post(path: string, body: unknown): Promise<unknown> {
    return this.send('POST', path, {}, body);
  }

  /** @throws VendorError */
  put(path: string, body: unknown): Promise<unknown> {
    return this.send('PUT', path, {}, body);
  }

  /** @throws VendorError */
  delete(path: string): Promise<unknown> {
    return this.send('DELETE', path, {}, undefined);
  }

  /** @throws VendorError */
  private async send(method: string, path: string, query: Query, body: unknown): Promise<unknown> {
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await this.during(`${this.options.vendor} (${method} ${path})`, () =>
        this.attempt(method, path, query, body),
      );
      if (!(outcome instanceof Failure)) return outcome.json;
      const again = outcome.status === 429 || (method === 'GET' && outcome.isPassing);
      if (!again || attempt === TRIES) {
        throw new VendorError(this.options.vendor, `${method} ${path}`, outcome.status, outcome.answer);
      }
      const seconds = Math.min(outcome.waitSeconds ?? FIRST_WAIT * 2 ** (attempt - 1), LONGEST_WAIT);
      const why = outcome.status === 429 ? 'its rate limit' : 'it failed';
      await this.during(
        `${this.options.vendor} (${method} ${path}: ${why}, try ${attempt + 1} of ${TRIES} in ${Math.ceil(seconds)} s)`,
        () => (this.options.wait ?? realWait)(seconds),
      );
    }
  }

  private async during<T>(what: string, work: () => Promise<T>): Promise<T> {
    const over = this.options.waiting?.(what);
    try {
      return await work();
    } finally {
      over?.();
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
      this.compareClocks(response.headers.get('date'));
      text = await response.text();
    } catch (error) {
      return new Failure(undefined, this.secrets.told(reasonOf(error)));
    }
    if (!response.ok) {
      const wait = secondsOf(response.headers.get(resetHeader));
      return new Failure(response.status, this.secrets.told(answerText(text)), wait);
    }
    if (text === '') return { json: undefined };
    try {
      return { json: JSON.parse(this.secrets.masked(text)) as unknown };
    } catch {
      return new Failure(undefined, 'what came is not valid JSON, or was cut off');
    }
  }

  private compareClocks(date: string | null): void {
    const told = Date.parse(date ?? '');
    if (Number.isNaN(told)) return;
    const now = (this.options.now ?? Temporal.Now.instant)();
    this.ahead = now.until(Temporal.Instant.fromEpochMilliseconds(told));
  }
}

class Failure {
  constructor(
    readonly status: number | undefined,
    readonly answer: string,
    readonly waitSeconds?: number,
  ) {}

  /** Whether the next try may succeed. */
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

/** undici's message is only `fetch failed`; the reason is in its cause. */
function reasonOf(error: unknown): string {
  const cause = typeof error === 'object' && error !== null && 'cause' in error ? error.cause : undefined;
  return (cause === undefined ? '' : errorText(cause)) || errorText(error);
}

async function realWait(seconds: number): Promise<void> {
  await delay(seconds * 1000);
}
