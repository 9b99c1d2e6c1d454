import { createServer, type Server } from 'node:http';
import type { OwnFiles } from '../../../cli/ownFolder';

/** A page of another site could reach this one by a name that resolves here. */
const OWN_HOST = /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/i;

/** After how many seconds a browser requests the page again. */
const REFRESH = '3';

const TEXT = 'text/plain; charset=utf-8';
const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
  svg: 'image/svg+xml',
};

/** What a browser asks for. */
export interface PageRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  /** The header `Host`; empty if there is none. */
  readonly host: string;
}

/** The answer to it. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** A server for pages held in memory; `pages` is called for each request. */
export function pagesServer(pages: () => OwnFiles): Server {
  return createServer(({ method = '', url = '/', headers: { host = '' } }, response) => {
    const { status, headers, text } = answerTo({ method, url, host }, pages());
    response.writeHead(status, {
      'content-type': TEXT,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      ...headers,
    });
    response.end(method === 'HEAD' ? undefined : text);
  });
}

/** The answer to a request: a page, which the browser requests again after some seconds, or a refusal. */
export function answerTo({ method, url, host }: PageRequest, pages: OwnFiles): Answer {
  if (!OWN_HOST.test(host)) return { status: 403, headers: {}, text: 'only for 127.0.0.1 and localhost\n' };
  if (method !== 'GET' && method !== 'HEAD')
    return { status: 405, headers: { allow: 'GET, HEAD' }, text: 'only GET and HEAD\n' };
  const path = pathOf(url);
  const text = pages.get(path);
  if (text === undefined) return { status: 404, headers: {}, text: 'no such page\n' };
  const extension = path.slice(path.lastIndexOf('.') + 1);
  return {
    status: 200,
    headers: {
      'content-type': TYPES[extension] ?? TEXT,
      ...(extension === 'html' ? { refresh: REFRESH } : {}),
    },
    text,
  };
}

/** The page at an address. No address leads to a file: pages are looked up by their path. */
function pathOf(url: string): string {
  const path = url.replace(/[?#].*$/, '').replace(/^\//, '');
  return path === '' ? 'index.html' : path;
}
