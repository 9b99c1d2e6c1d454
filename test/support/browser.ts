import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** Where Debian, and others, put Chromium. */
const PROGRAMS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const program = PROGRAMS.find((path) => existsSync(path));

/** Why no browser can be started on this machine; none where one can. */
export const whyNoBrowser = program === undefined ? `no Chromium: none of ${PROGRAMS.join(', ')}` : undefined;

/** A browser without windows. */
export function startBrowser(): Promise<Browser> {
  if (program === undefined) throw new Error(whyNoBrowser);
  return chromium.launch({ executablePath: program, args: ['--no-sandbox'] });
}

/** A page, and all that it should not do. */
export interface Watched {
  readonly page: Page;
  /** What its console said, and the errors of its scripts. */
  readonly said: string[];
  /** Addresses that it asked for, other than files of this machine. */
  readonly asked: string[];
}

/** A page of a context of its own, watched from its first moment on. */
export async function watchedPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Watched> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const [said, asked]: [string[], string[]] = [[], []];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  page.on('dialog', (dialog) => {
    said.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) asked.push(request.url());
  });
  return { page, said, asked };
}
