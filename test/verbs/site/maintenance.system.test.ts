import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { suiteUnless } from '../../suite';
import { startBrowser, watchedPage, whyNoBrowser } from '../../support/browser';
import { XYZ_TECH } from '../../xyzTech';
import { ownFolder, written } from './folder';

suiteUnless(whyNoBrowser, 'a maintenance in Chromium', () => {
  jest.setTimeout(120_000);
  const { root, out } = ownFolder();
  let browser: Browser;

  beforeAll(async () => {
    const data = join(root, 'data');
    cpSync(XYZ_TECH, data, { recursive: true });
    writeFileSync(
      join(data, 'maintenance.yaml'),
      '- { pipelines: [aggregate-profit], from: 2026-12-05T22:00, until: 2026-12-06T04:00 }\n',
    );
    expect((await written(out, '--data', data, '--as-of', '2026-11-23')).code).toBe(0);
    browser = await startBrowser();
  });

  afterAll(() => browser.close());

  const COMING = 'Alerts muted from Sat 5 Dec 22:00 until Sun 6 Dec 04:00';
  const RUNNING = 'Alerts muted until Sun 6 Dec 04:00';

  test.each([
    ['weeks before', '2026-11-23T09:00:00+08:00', [COMING]],
    ['the last second before', '2026-12-05T21:59:59+08:00', [COMING]],
    ['its begin', '2026-12-05T22:00:00+08:00', [RUNNING]],
    ['its last second', '2026-12-06T03:59:59+08:00', [RUNNING]],
    ['its end', '2026-12-06T04:00:00+08:00', []],
  ])('%s: the page says what is muted then', async (_, moment, expected) => {
    const { page, said } = await watchedPage(browser, { viewport: { width: 390, height: 844 } });
    await page.clock.setFixedTime(moment);
    for (const path of ['index.html', 'pipelines/aggregate-profit.html']) {
      await page.goto(`file://${join(out, path)}`);
      expect([path, await mutes(page)]).toEqual([path, expected]);
    }
    // Another pipeline is not muted.
    await page.goto(`file://${join(out, 'pipelines/aggregate-growth.html')}`);
    expect(await mutes(page)).toEqual([]);
    expect(said).toEqual([]);
    await page.context().close();
  });

  test('an open page follows the clock from coming to running to over', async () => {
    const { page } = await watchedPage(browser);
    await page.clock.install({ time: '2026-12-05T21:59:50+08:00' });
    await page.goto(`file://${join(out, 'index.html')}`);
    expect(await mutes(page)).toEqual([COMING]);
    await page.clock.runFor('00:30');
    expect(await mutes(page)).toEqual([RUNNING]);
    await page.clock.fastForward('06:00:00');
    expect(await mutes(page)).toEqual([]);
    await page.context().close();
  });

  test('without JavaScript it says from when until when', async () => {
    const { page } = await watchedPage(browser, { javaScriptEnabled: false });
    await page.goto(`file://${join(out, 'index.html')}`);
    expect(await mutes(page)).toEqual([COMING]);
    await page.context().close();
  });
});

/** What a reader sees of maintenances. */
async function mutes(page: Page): Promise<string[]> {
  const texts = [];
  for (const each of await page.locator('.mute').all())
    if (await each.isVisible()) texts.push((await each.innerText()).replace(/\s+/g, ' ').trim());
  return texts;
}
