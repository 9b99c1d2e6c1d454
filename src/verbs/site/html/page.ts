import { createHash } from 'node:crypto';
import { BADGE_STYLE } from '../../../pictures';
import { momentText } from '../parts/moment';
import type { SiteView } from '../view';
import { Html, html, type Part } from './html';
import { SCRIPT } from './script';
import { STYLE } from './style';

/** Marks each page as written by this program, so that a later run may replace it. */
export const GENERATOR = '<meta name="generator" content="Watchbill">';

/** One page of the site. */
export interface Page {
  /** Path below the site's folder, e.g. `people/aidil.html`. */
  readonly path: string;
  /** Title, without the organization's. */
  readonly title: string;
  /** Everything between header and footer. */
  readonly body: Part;
  /** Data for the script of the page; a page without data has no script. @default - no script */
  readonly data?: unknown;
  /**
   * Paths of the calendars that the page is about.
   * @default - none
   */
  readonly calendars?: readonly string[];
  /** Further style, for this page alone. @default - none */
  readonly style?: string;
}

/**
 * The relative path from a page to the site's folder.
 * @example
 * rootOf('people/aidil.html') // '../'
 */
export function rootOf(path: string): string {
  return '../'.repeat(path.split('/').length - 1);
}

/**
 * A whole page. Style and script are inline, and allowed only by their digests: nothing else is loaded
 * or run, from anywhere, even if the page is opened as a file.
 * @see https://www.w3.org/TR/CSP3/
 */
export function pageText(
  { path, title, body, data, calendars = [], style = '' }: Page,
  view: SiteView,
): string {
  const { organization } = view.catalog;
  const root = rootOf(path);
  const css = `${STYLE}${BADGE_STYLE}\n${style}`;
  const links = calendars.map(
    (calendar) => html`<link rel="alternate" type="text/calendar" href="${root}${calendar}">`,
  );
  const here = (target: string) => (target === path ? html` aria-current="page"` : undefined);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyOf(css, data === undefined ? undefined : SCRIPT)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
${new Html(GENERATOR)}
<title>${title} · ${organization.name}</title>
${links}<style>${new Html(css)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="top"><p><bdi>${organization.name}</bdi></p><nav aria-label="Site"><a href="${root}index.html"${here('index.html')}>Now</a> <a href="${root}roster.html"${here('roster.html')}>Roster</a> <a href="${root}index.html#:people">People</a></nav></header>
<main id="main" tabindex="-1">
${body}
</main>
<footer><p>As of ${momentText(view.at, organization.timeZone, { year: true })} (${organization.timeZone}), planned until ${momentText(view.window.until, organization.timeZone, { year: true })}. Written by Watchbill from the team’s data.</p></footer>
${
  data !== undefined &&
  html`<script type="application/json" id=":data">${dataText(data)}</script>
<script>${new Html(SCRIPT)}</script>
`
}</body>
</html>
`.text;
}

/** JSON that cannot end a script element, whatever it contains. */
function dataText(data: unknown): Html {
  return new Html(
    JSON.stringify(data).replace(
      /[<>&\u2028\u2029]/g,
      (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  );
}

function policyOf(css: string, script: string | undefined): string {
  return [
    "default-src 'none'",
    `style-src ${digestOf(css)}`,
    ...(script === undefined ? [] : [`script-src ${digestOf(script)}`]),
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function digestOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
