import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { suiteUnless } from '../../suite';
import { startBrowser, watchedPage, whyNoBrowser } from '../../support/browser';
import { ownFolder, written } from './folder';
import { SIZES } from './looked';
import { THREE_OFFICES } from './otherData';

const NOW = '2026-12-08T03:00:00+08:00';
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

suiteUnless(whyNoBrowser, 'the present moment in Chromium', () => {
  jest.setTimeout(120_000);
  const { root } = ownFolder();
  const [xyzTech, threeOffices] = [join(root, 'xyz'), join(root, 'three')];
  let browser: Browser;

  beforeAll(async () => {
    expect((await written(xyzTech, '--as-of', AS_OF)).code).toBe(0);
    expect((await written(threeOffices, '--data', THREE_OFFICES, '--as-of', AS_OF)).code).toBe(0);
    browser = await startBrowser();
  });

  afterAll(() => browser.close());

  // The picture of XYZ Tech is in the page, that of three offices in a file under its lines.
  test.each([
    ['in the page', xyzTech, SIZES.desk, 1],
    ['in a file', threeOffices, SIZES.phone, 3],
  ])(
    'the line of today %s: the script moves it, and takes it away at the horizon',
    async (_, out, viewport, offices) => {
      const address = `file://${join(out, 'roster.html')}`;
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
    },
  );

  test('it is drawn where the hand-off of that moment is', async () => {
    const { page } = await watchedPage(browser, { viewport: SIZES.desk });
    await page.clock.setFixedTime('2026-12-14T09:00:00+08:00');
    await page.goto(`file://${join(xyzTech, 'roster.html')}`);
    const edges = (what: string) =>
      page
        .locator(`.picture.desk ${what}`)
        .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().x));
    const [line = 0] = await edges('.wb-today line');
    const bars = await edges('[data-row="growth"] .wb-bar');
    expect(Math.min(...bars.map((bar) => Math.abs(bar - line)))).toBeLessThan(1.5);
    await page.context().close();
  });

  async function opened(path: string) {
    const { page } = await watchedPage(browser, { viewport: SIZES.phone });
    await page.clock.setFixedTime(NOW);
    await page.goto(`file://${join(threeOffices, path)}`);
    return page;
  }

  test('offices that follow each other: whoever is there, then only who comes next; nobody where nobody is', async () => {
    const page = await opened('pipelines/orders.html');
    const duties = await page
      .locator('.one-duty')
      .first()
      .locator('.duty')
      .evaluateAll((all) =>
        all
          .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
          .map((each) => each.innerText.replace(/\s+/g, ' ').trim()),
      );
    // Monday 20:00 in Berlin, 14:00 in New York.
    expect(duties).toEqual([
      expect.stringMatching(/^On call, New York days Kofi until .* Next Kofi from/),
      'Next, Berlin mornings Anna from Tue 8 Dec 06:00',
      'Next, London afternoons Fiona from Tue 8 Dec 11:00 (Europe/London)',
    ]);
    const hidden = page.locator('.one-duty').first().locator('dl > :first-child:visible');
    expect(await hidden.count()).toBe(1);
    await page.evaluate(
      "document.querySelectorAll('.duty').forEach(({ classList }) => classList.add('off'))",
    );
    expect(await hidden.count()).toBe(3);
    await page.context().close();
  });

  test('somebody’s next shifts are those that have not ended', async () => {
    const page = await opened('people/nina.html');
    const ends = await page
      .locator('.next tbody tr:visible')
      .evaluateAll((all) => all.map((row) => Number(row.getAttribute('data-ends')) * 1000));
    expect(ends.length).toBeGreaterThan(0);
    expect(Math.min(...ends)).toBeGreaterThan(Date.parse(NOW));
    expect(await page.locator('.next tr.past').count()).toBeGreaterThan(0);
    await page.context().close();
  });

  test('one tap from the top to whom else to call', async () => {
    const page = await opened('pipelines/orders.html');
    await page.getByText('Whom else to call').click();
    expect(await page.locator('.ladder').first().isVisible()).toBe(true);
    const top: number = await page
      .locator('[id=":whom"]')
      .evaluate((each) => each.getBoundingClientRect().top);
    expect(Math.abs(top)).toBeLessThan(SIZES.phone.height / 2);
    await page.context().close();
  });
});
