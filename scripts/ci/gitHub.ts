import { UsageError } from '../../src/text/usageError';
import { refuseUnprintableKeys, Secrets } from '../../src/vendors';

/** Environment variables. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Most that GitHub returns in one page. */
const PAGE = 100;
/** A request without an answer for so long has failed, in milliseconds. */
const TIMEOUT_MS = 30_000;
const API = 'https://api.github.com';

/** GitHub did not do what it was asked for. */
export class GitHubError extends Error {
  override readonly name = 'GitHubError';

  /** @param status HTTP status. @default - there was no answer */
  constructor(
    message: string,
    readonly status?: number,
  ) {
    super(message);
  }
}

/** The few calls of GitHub's REST API that the workflows need, on one repository. */
export class GitHub {
  private constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  /**
   * From `GITHUB_TOKEN`, `GITHUB_REPOSITORY` and, elsewhere than on github.com, `GITHUB_API_URL`.
   * @returns undefined where there is no token
   * @throws UsageError where a variable is malformed; the token is never shown
   */
  static from(env: Environment): GitHub | undefined {
    const token = env['GITHUB_TOKEN'] ?? '';
    if (token.trim() === '') return undefined;
    refuseUnprintableKeys(env, ['GITHUB_TOKEN']);
    const repository = env['GITHUB_REPOSITORY'] ?? '';
    if (!/^[\w.-]+\/[\w.-]+$/.test(repository) || /(^|\/)\.\.?(\/|$)/.test(repository)) {
      throw new UsageError(
        `GITHUB_REPOSITORY is ${JSON.stringify(repository)}\n  write owner/name, as the workflow has it`,
      );
    }
    return new GitHub(`${apiUrl(env['GITHUB_API_URL'])}/repos/${repository}`, token);
  }

  /**
   * All objects of a list, page by page.
   * @param path with its query, e.g. `/issues?state=open`
   * @param key the answer's key that holds them. @default - the answer is the list
   */
  async *list(path: string, key?: string): AsyncGenerator<Record<string, unknown>> {
    for (let page = 1; ; page += 1) {
      const joint = path.includes('?') ? '&' : '?';
      const whole = await this.send('GET', `${path}${joint}per_page=${PAGE}&page=${page}`);
      const answer = key === undefined ? whole : objectOf(whole)[key];
      if (!Array.isArray(answer)) throw new GitHubError(`GitHub: GET ${path}: the answer is not a list`);
      for (const each of answer as unknown[]) yield objectOf(each);
      if (answer.length < PAGE) return;
    }
  }

  async get(path: string): Promise<Record<string, unknown>> {
    return objectOf(await this.send('GET', path));
  }

  /** As `get`; undefined where there is no such object. */
  async find(path: string): Promise<Record<string, unknown> | undefined> {
    try {
      return await this.get(path);
    } catch (error) {
      if (error instanceof GitHubError && error.status === 404) return undefined;
      throw error;
    }
  }

  async post(path: string, body: object): Promise<Record<string, unknown>> {
    return objectOf(await this.send('POST', path, body));
  }

  async patch(path: string, body: object): Promise<Record<string, unknown>> {
    return objectOf(await this.send('PATCH', path, body));
  }

  private async send(method: string, path: string, body?: object): Promise<unknown> {
    const what = `GitHub: ${method} ${path}`;
    try {
      const response = await fetch(`${this.url}${path}`, {
        method,
        headers: {
          accept: 'application/vnd.github+json',
          authorization: `Bearer ${this.token}`,
          'user-agent': 'watchbill',
          'x-github-api-version': '2022-11-28',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        // A redirect would carry the token elsewhere.
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      const text = await response.text();
      if (!response.ok)
        throw new GitHubError(`${what}: ${response.status}: ${this.told(text)}`, response.status);
      return JSON.parse(text) as unknown;
    } catch (error) {
      if (error instanceof GitHubError) throw error;
      throw new GitHubError(`${what}: ${this.told(error instanceof Error ? error.message : String(error))}`);
    }
  }

  /** What GitHub said, for a log: short, in one line, without the token. */
  private told(text: string): string {
    return new Secrets([this.token]).told(text).slice(0, 300);
  }
}

/** An object of an answer; nothing in it where it is none. */
export function objectOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

/** Whether a comment or an issue was written by a workflow; anybody can copy a mark. */
export function isOurs({ user, body }: Record<string, unknown>, mark: string): boolean {
  return objectOf(user)['login'] === 'github-actions[bot]' && String(body).startsWith(mark);
}

/** Over anything but https the token would be readable on the way; only this machine may do without. */
function apiUrl(text: string | undefined): string {
  const url = (text ?? '').replace(/\/$/, '') || API;
  if (/^https:\/\/[\w.-]+(:\d{1,5})?(\/[\w./-]*)?$/.test(url)) return url;
  if (/^http:\/\/127\.0\.0\.1:\d{1,5}$/.test(url)) return url;
  throw new UsageError(`GITHUB_API_URL is ${JSON.stringify(url)}\n  write an https address, e.g. ${API}`);
}
