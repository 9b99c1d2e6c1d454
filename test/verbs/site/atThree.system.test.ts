import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { suiteUnless } from '../../suite';
import { startBrowser, watchedPage, whyNoBrowser } from '../../support/browser';
import { ownFolder, written } from './folder';
import { SIZES } from './looked';
import { THREE_OFFICES } from './otherData';

const NOW = '2026-12-08T03:00:00+08:00';

suiteUnless(whyNoBrowser, 'what stands first on a phone', () => {
  jest.setTimeout(60_000);
  const { out } = ownFolder();
  let browser: Browser;

  beforeAll(async () => {
    expect((await written(out, '--data', THREE_OFFICES, '--as-of', '2026-11-23')).code).toBe(0);
    browser = await startBrowser();
  });

  afterAll(() => browser.close());

  async function opened(path: string) {
    const { page } = await watchedPage(browser, { viewport: SIZES.phone });
    await page.clock.setFixedTime(NOW);
    await page.goto(`file://${join(out, path)}`);
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
