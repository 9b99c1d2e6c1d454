import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { changedData } from '../../cli/folder';
import { suiteUnless } from '../../suite';
import { startBrowser, watchedPage, whyNoBrowser } from '../../support/browser';
import { XYZ_TECH } from '../../xyzTech';
import { filesBelow, ownFolder, written } from './folder';

/** As it is started, with rehearsed nights. */
const COMMAND = join(__dirname, '../../../bin/watchbill.js');

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
/** WCAG 2.2 AA. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const WINDOWS = [
  ['phone', 'light'],
  ['phone', 'dark'],
  ['desk', 'light'],
  ['desk', 'dark'],
] as const;
const SIZES = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 800 } };

suiteUnless(whyNoBrowser, 'the site in Chromium', () => {
  jest.setTimeout(240_000);
  const { root, out } = ownFolder();
  let browser: Browser;
  let paths: readonly string[];

  beforeAll(async () => {
    execFileSync(process.execPath, [COMMAND, 'site', '--out', out], {
      env: { ...process.env, WATCHBILL_DATA: XYZ_TECH, WATCHBILL_AS_OF: '2026-11-23' },
    });
    paths = [...filesBelow(out).keys()].filter((path) => path.endsWith('.html'));
    browser = await startBrowser();
  });

  afterAll(() => browser.close());

  const address = (path: string, folder = out) => `file://${join(folder, path)}`;

  test.each(WINDOWS)(
    '%s, %s: fits its width, is accessible, says nothing, asks nobody',
    async (size, colorScheme) => {
      const { page, said, asked } = await watchedPage(browser, { viewport: SIZES[size], colorScheme });
      await page.clock.setFixedTime('2026-12-08T03:00:00+08:00');
      const window = WINDOWS.findIndex((each) => each[0] === size && each[1] === colorScheme);
      const examined = pagesOfWindow(paths, window);
      for (const path of paths) {
        await page.goto(address(path));
        expect([path, await tooWide(page)]).toEqual([path, 0]);
        if (examined.has(path)) expect([path, await violations(page)]).toEqual([path, []]);
      }
      expect([said, asked]).toEqual([[], []]);
      await page.context().close();
    },
  );

  test('names of 100 characters, of other scripts, and with markup: nothing runs, and every page fits', async () => {
    const names = {
      Aidil: 'محمد بن عبد الله',
      Thiru: '王小明',
      Choo: 'W'.repeat(100),
      Spencer: '<img src=x onerror=document.title=1>',
    };
    const data = changedData('organization.yaml', (text) =>
      Object.entries(names).reduce(
        (changed, [name, other]) => changed.replace(`name: ${name},`, `name: ${JSON.stringify(other)},`),
        text,
      ),
    );
    const folder = join(root, 'names');
    const { code, err } = await written(folder, '--data', data, '--as-of', '2026-11-23');
    expect([code, err]).toEqual([0, '']);
    const { page, said, asked } = await watchedPage(browser, { viewport: SIZES.phone });
    await page.clock.setFixedTime('2026-12-08T03:00:00+08:00');
    for (const path of paths) {
      await page.goto(address(path, folder));
      expect([path, await tooWide(page)]).toEqual([path, 0]);
      expect(await page.title()).not.toBe('1');
    }
    await page.goto(address('people/spencer.html', folder));
    expect(await page.locator('h1').innerText()).toBe(names.Spencer);
    expect([said, asked]).toEqual([[], []]);
    await page.context().close();
  });

  test('without JavaScript: everything is there, and it says as of when it is', async () => {
    const { page, said, asked } = await watchedPage(browser, {
      viewport: SIZES.phone,
      javaScriptEnabled: false,
    });
    for (const path of paths) {
      await page.goto(address(path));
      expect(await tooWide(page)).toBe(0);
    }
    await page.goto(address('index.html'));
    expect(await page.locator('noscript .stale').isVisible()).toBe(true);
    expect(shown(await page.innerText('main'))).toContain('On call Choo until Mon 23 Nov 09:00');
    expect([said, asked]).toEqual([[], []]);
    await page.context().close();
  });

  test('on paper the roster is one page, and no page is wider than the paper', async () => {
    const { page } = await watchedPage(browser);
    await page.clock.setFixedTime('2026-12-08T03:00:00+08:00');
    for (const path of paths) {
      await page.goto(address(path));
      if (path === 'roster.html') {
        const pdf = await page.pdf({ preferCSSPageSize: true });
        expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
      }
      await page.emulateMedia({ media: 'print' });
      expect([path, await tooWide(page)]).toEqual([path, 0]);
      await page.emulateMedia({ media: null });
    }
    await page.context().close();
  });

  test.each([
    ['the last second before a hand-off', '2026-11-30T08:59:59+08:00'],
    ['a hand-off', '2026-11-30T09:00:00+08:00'],
    ['the begin of a cover', '2027-01-04T13:00:00+08:00'],
    ['the end of a cover', '2026-12-12T00:00:00+08:00'],
    ['a week before the last cover', '2027-02-01T09:00:00+08:00'],
  ])('%s: the script writes what a site of that moment would', async (_, moment) => {
    const then = join(root, moment.replace(/\W/g, ''));
    await written(then, '--as-of', moment);
    const { page } = await watchedPage(browser, { javaScriptEnabled: false });
    const { page: live } = await watchedPage(browser);
    await live.clock.setFixedTime(moment);
    for (const path of ['index.html', 'pipelines/aggregate-growth.html']) {
      await page.goto(address(path, then));
      await live.goto(address(path));
      const [expected, found] = [await duties(page), await duties(live)];
      expect(found).toEqual(expected);
      expect(found.length).toBeGreaterThan(0);
    }
    await page.context().close();
    await live.context().close();
  });

  test('two days later it says so; past its roster it is stale, loudly, and names nobody', async () => {
    const { page } = await watchedPage(browser);
    const at = async (moment: string) => {
      await page.clock.setFixedTime(moment);
      await page.goto(address('index.html'));
      return page.locator('[id=":stale"]');
    };
    expect(await (await at('2026-11-24T23:59:00+08:00')).isVisible()).toBe(false);
    expect(await (await at('2026-11-25T00:00:00+08:00')).innerText()).toContain('2 days old');
    const stale = await at('2027-02-15T00:00:00+08:00');
    expect(await stale.getAttribute('class')).toBe('stale over');
    expect(shown(await stale.innerText())).toContain('Its roster ended on Mon 15 Feb 00:00');
    for (const duty of await duties(page)) {
      expect(duty).toBe('On call not known the roster of this page has ended Next not known');
    }
    await page.context().close();
  });

  test.each([true, false])(
    'the filter shows one person or one pipeline, with JavaScript: %s',
    async (javaScriptEnabled) => {
      const { page } = await watchedPage(browser, { javaScriptEnabled });
      const rows = async (anchor: string) => {
        await page.goto(`${address('roster.html')}#${anchor}`);
        const all = await page.locator('tr[data-rotation]').all();
        const seen = [];
        for (const row of all) if (await row.isVisible()) seen.push(row);
        return Promise.all(
          seen.map(async (row) => [
            await row.getAttribute('data-rotation'),
            await row.getAttribute('data-on-duty'),
            await row.getAttribute('data-rostered'),
          ]),
        );
      };
      const everything = await rows('everything');
      const choo = await rows('person-choo');
      expect(choo).toEqual(
        everything.filter(([, onDuty, rostered]) => onDuty === 'choo' || rostered === 'choo'),
      );
      expect(choo.length).toBeLessThan(everything.length);
      const growth = await rows('pipeline-aggregate-growth');
      expect(growth).toEqual(everything.filter(([rotation]) => rotation === 'growth'));

      // The picture follows: what is not meant steps back.
      const faded = (what: string, attribute: string) =>
        page
          .locator(`.picture.desk g[${what}]`)
          .evaluateAll(
            (all, name) =>
              all.map((each) => [
                each.getAttribute(name),
                (
                  globalThis as unknown as { getComputedStyle(of: unknown): { opacity: string } }
                ).getComputedStyle(each).opacity,
              ]),
            attribute,
          );
      expect(await faded('data-row', 'data-row')).toEqual([
        ['profit-and-engagement', '0.15'],
        ['growth', '1'],
      ]);
      await rows('person-choo');
      const bars = await faded('data-people', 'data-people');
      for (const [people, opacity] of bars) {
        expect([people, opacity]).toEqual([people, people?.split(' ').includes('choo') ? '1' : '0.15']);
      }
      expect(new Set(bars.map(([, opacity]) => opacity)).size).toBe(2);
      await page.context().close();
    },
  );
});

/**
 * The pages whose accessibility is examined in a window, which is most of the time: of each folder the
 * first, because all have the colours and sizes of one style, and of the others each in one window.
 */
function pagesOfWindow(paths: readonly string[], window: number): ReadonlySet<string> {
  const folders = paths.map((path) => (path.includes('/') ? dirname(path) : path));
  return new Set(
    paths.filter((_, at) => folders.indexOf(folders[at] ?? '') === at || at % WINDOWS.length === window),
  );
}

/** By how many pixels a page is wider than its window. */
function tooWide(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async (values) => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    const { violations: found } = await axe.run({ runOnly: { type: 'tag', values } });
    return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  }, RULES);
}

/** Who is on call, as a page shows it. */
async function duties(page: Page): Promise<string[]> {
  return (await page.locator('[data-live]').allInnerTexts()).map(shown);
}

function shown(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
