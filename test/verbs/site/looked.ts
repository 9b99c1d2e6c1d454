import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { watchedPage } from '../../support/browser';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
/** WCAG 2.2 AA. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** A phone, and a window on a desk. */
export const SIZES = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 800 } };

/** By how many pixels a page is wider than its window. */
export function tooWide(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}

/** What axe-core finds on a page as it is shown. */
async function violations(page: Page): Promise<string[]> {
  return page.evaluate(async (values) => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    const { violations: found } = await axe.run({
      runOnly: { type: 'tag', values },
      resultTypes: ['violations'],
      preload: false,
    });
    return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  }, RULES);
}

/** One page of each kind: of each folder the first. */
export function onePerKind(paths: readonly string[]): readonly string[] {
  const kinds = paths.map((path) => (path.includes('/') ? dirname(path) : path));
  return paths.filter((_, at) => kinds.indexOf(kinds[at] ?? '') === at);
}

/** One page of each kind, and the largest of all. */
export function onePerKindAndLargest(files: ReadonlyMap<string, string>): readonly string[] {
  const pages = [...files.keys()].filter((path) => path.endsWith('.html'));
  const bytes = (path: string) => Buffer.byteLength(files.get(path) ?? '');
  const largest = pages.reduce((most, path) => (bytes(path) > bytes(most) ? path : most));
  return [...new Set([...onePerKind(pages), largest])];
}

/** Where a site is, and what of it is looked at. */
export interface Looked {
  readonly folder: string;
  /** Paths of the pages below the folder. */
  readonly paths: readonly string[];
  /** Which of them axe-core examines, in all four windows. That is most of the time. @default - all */
  readonly examined?: readonly string[];
  /** What the pages take for the present. */
  readonly now: string;
  /** Whether their scripts run. @default true */
  readonly scripts?: boolean;
}

/**
 * What is wrong with pages on a phone and on a desk, light, dark and in print, one line each: a page
 * fits its width, is accessible, says nothing on its console, asks nobody for anything, and says so
 * where it stays at the moment of the build.
 */
export async function faultsOf(
  browser: Browser,
  { folder, paths, examined = paths, now, scripts = true }: Looked,
): Promise<string[]> {
  const { page, said, asked } = await watchedPage(browser);
  if (scripts) await page.clock.setFixedTime(now);
  // axe-core is a script too, so scripts are off only while a page is loaded: its own have no second chance.
  const session = await page.context().newCDPSession(page);
  const allow = (value: boolean) => session.send('Emulation.setScriptExecutionDisabled', { value: !value });
  const faults: string[] = [];
  for (const path of paths) {
    await allow(scripts);
    await page.goto(`file://${join(folder, path)}`);
    await allow(true);
    if (!scripts && (await page.locator('[id=":as-of"]').count()) > 0) {
      const note = page.locator('noscript .stale');
      if (await note.isHidden()) faults.push(`${path}: does not say that it stays as it was`);
    }
    const found = await shownFaults(page, examined.includes(path));
    faults.push(
      ...[...found, ...said.map((text) => `says ${text}`), ...asked.map((address) => `asks ${address}`)].map(
        (fault) => `${path}: ${fault}`,
      ),
    );
    said.length = 0;
    asked.length = 0;
  }
  await page.context().close();
  return faults;
}

/** The faults of a page that can be seen. */
async function shownFaults(page: Page, isExamined: boolean): Promise<string[]> {
  if (isExamined) await page.evaluate(AXE);
  const faults: string[] = [];
  for (const size of ['phone', 'desk'] as const) {
    await page.setViewportSize(SIZES[size]);
    for (const media of ['screen', 'print'] as const) {
      await page.emulateMedia({ media });
      const pixels = await tooWide(page);
      if (pixels > 0) faults.push(`${size}, ${media}: ${pixels} pixels too wide`);
    }
    await page.emulateMedia({ media: null });
    for (const colorScheme of isExamined ? (['light', 'dark'] as const) : []) {
      await page.emulateMedia({ colorScheme });
      const found = await violations(page);
      faults.push(...found.map((each) => `${size}, ${colorScheme}: ${each}`));
    }
  }
  return faults;
}
