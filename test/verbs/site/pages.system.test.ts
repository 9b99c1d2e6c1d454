import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { changedData } from '../../cli/folder';
import { suiteUnless } from '../../suite';
import { startBrowser, watchedPage, whyNoBrowser } from '../../support/browser';
import { XYZ_TECH } from '../../xyzTech';
import { filesBelow, ownFolder, written } from './folder';
import { faultsOf, onePerKind, SIZES, tooWide } from './looked';

/** As it is started, with rehearsed nights. */
const COMMAND = join(__dirname, '../../../bin/watchbill.js');

const NOW = '2026-12-08T03:00:00+08:00';

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

  // Every page in all four windows is examined in the long form: everyPage.long.test.ts.
  test.each([
    ['with', true],
    ['without', false],
  ])(
    '%s JavaScript pages fit a phone, a desk and paper, are accessible, say nothing, ask nobody',
    async (_, scripts) => {
      const kinds = onePerKind(paths);
      const looked = scripts ? { paths, examined: kinds } : { paths: kinds, examined: ['index.html'] };
      expect(await faultsOf(browser, { folder: out, now: NOW, scripts, ...looked })).toEqual([]);
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
    await page.clock.setFixedTime(NOW);
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

  test('without JavaScript it stays as of the build', async () => {
    const { page } = await watchedPage(browser, { javaScriptEnabled: false });
    await page.goto(address('index.html'));
    expect(shown(await page.innerText('main'))).toContain('On call Choo until Mon 23 Nov 09:00');
    await page.context().close();
  });

  test('on paper the roster is one page', async () => {
    const { page } = await watchedPage(browser);
    await page.clock.setFixedTime(NOW);
    await page.goto(address('roster.html'));
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await page.context().close();
  });

  describe('the script writes what a site of that moment would', () => {
    let live: Page;
    let then: Page;

    beforeAll(async () => {
      live = (await watchedPage(browser)).page;
      then = (await watchedPage(browser, { javaScriptEnabled: false })).page;
    });

    test.each([
      ['the last second before a hand-off', '2026-11-30T08:59:59+08:00'],
      ['a hand-off', '2026-11-30T09:00:00+08:00'],
      ['the begin of a cover', '2027-01-04T13:00:00+08:00'],
      ['the end of a cover', '2026-12-12T00:00:00+08:00'],
      ['a week before the last cover', '2027-02-01T09:00:00+08:00'],
    ])('%s', async (_, moment) => {
      const folder = join(root, moment.replace(/\W/g, ''));
      await written(folder, '--as-of', moment);
      await live.clock.setFixedTime(moment);
      for (const path of ['index.html', 'pipelines/aggregate-growth.html']) {
        await then.goto(address(path, folder));
        await live.goto(address(path));
        const [expected, found] = [await duties(then), await duties(live)];
        expect(found).toEqual(expected);
        expect(found.length).toBeGreaterThan(0);
      }
    });
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
        return page
          .locator('tr[data-rotation]:visible')
          .evaluateAll((all) =>
            all.map((row) =>
              ['data-rotation', 'data-on-duty', 'data-rostered'].map((name) => row.getAttribute(name)),
            ),
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

/** Who is on call, as a page shows it. */
async function duties(page: Page): Promise<string[]> {
  return (await page.locator('[data-live]').allInnerTexts()).map(shown);
}

function shown(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
