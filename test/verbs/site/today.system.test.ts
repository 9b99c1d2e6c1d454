import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { suiteUnless } from '../../suite';
import { startBrowser, watchedPage, whyNoBrowser } from '../../support/browser';
import { XYZ_TECH } from '../../xyzTech';
import { ownFolder, written } from './folder';
import { SIZES } from './looked';
import { THREE_OFFICES } from './otherData';

const AS_OF = '2026-11-23T00:00:00+08:00';

/** The lines of a picture, in per cent of its window, and what stands below; nothing if they are hidden. */
async function linesOf(page: Page) {
  const lines = await page
    .locator('.wb-today line')
    .evaluateAll((all) =>
      all.flatMap((line) =>
        line.checkVisibility() ? [Number.parseFloat(line.getAttribute('x1') ?? '')] : [],
      ),
    );
  return [lines, await page.locator('.wb-today text:visible').allTextContents()] as const;
}

suiteUnless(whyNoBrowser, 'the line of today in Chromium', () => {
  jest.setTimeout(120_000);
  const { root } = ownFolder();
  let browser: Browser;

  beforeAll(async () => {
    browser = await startBrowser();
  });

  afterAll(() => browser.close());

  // The picture of XYZ Tech is in the page, that of three offices in a file under its lines.
  test.each([
    ['in the page', XYZ_TECH, 1],
    ['in a file', THREE_OFFICES, 3],
  ])(
    '%s: the script moves it to the present, and takes it away at the horizon',
    async (name, data, offices) => {
      const out = join(root, name);
      expect((await written(out, '--data', data, '--as-of', AS_OF)).code).toBe(0);
      const address = `file://${join(out, 'roster.html')}`;
      for (const viewport of Object.values(SIZES)) {
        const still = await watchedPage(browser, { viewport, javaScriptEnabled: false });
        await still.page.goto(address);
        const [places, labels] = await linesOf(still.page);
        expect([places.length, labels]).toEqual([
          offices,
          [expect.stringMatching(/^as of (Mon 23|Sun 22) Nov$/)],
        ]);
        await still.page.context().close();

        const { page } = await watchedPage(browser, { viewport });
        const at = async (moment: string) => {
          await page.clock.setFixedTime(moment);
          await page.goto(address);
          return linesOf(page);
        };
        // From Monday 23 November, 84 days.
        const [moved, words] = await at('2026-12-14T00:00:00+08:00');
        expect(words).toEqual(['today']);
        expect(moved).toHaveLength(offices);
        for (const place of moved) expect(place).toBeCloseTo(25, 0);
        expect(await at('2027-02-15T08:00:00+08:00')).toEqual([[], []]);
        await page.context().close();
      }
    },
  );

  test('it is drawn where the hand-off of that moment is', async () => {
    const out = join(root, 'xyz');
    await written(out, '--as-of', AS_OF);
    const { page } = await watchedPage(browser, { viewport: SIZES.desk });
    await page.clock.setFixedTime('2026-12-14T09:00:00+08:00');
    await page.goto(`file://${join(out, 'roster.html')}`);
    const edges = (what: string) =>
      page
        .locator(`.picture.desk ${what}`)
        .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().x));
    const [line = 0] = await edges('.wb-today line');
    const bars = await edges('[data-row="growth"] .wb-bar');
    expect(Math.min(...bars.map((bar) => Math.abs(bar - line)))).toBeLessThan(1.5);
    await page.context().close();
  });
});
