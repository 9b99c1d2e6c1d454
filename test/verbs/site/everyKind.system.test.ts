import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { suiteUnless } from '../../suite';
import { startBrowser, whyNoBrowser } from '../../support/browser';
import { filesBelow, ownFolder, written } from './folder';
import { faultsOf, onePerKindAndLargest } from './looked';
import { dataOfMails, LARGE_AS_OF, largeData, THREE_OFFICES } from './otherData';

const AS_OF = '2026-11-23';

suiteUnless(whyNoBrowser, 'other teams’ sites in Chromium', () => {
  jest.setTimeout(240_000);
  const { root } = ownFolder();
  let browser: Browser;

  beforeAll(async () => {
    browser = await startBrowser();
  });

  afterAll(() => browser.close());

  // XYZ Tech's is in pages.system.test.ts, and all windows and pages in everyPage.long.test.ts.
  test.each([
    ['three offices', () => THREE_OFFICES, AS_OF],
    ['300 pipelines and 100 people', () => largeData(join(root, 'large')), LARGE_AS_OF],
    ['an empty list of rotations', () => dataOfMails(join(root, 'nobody'), '{}\n'), AS_OF],
  ])('%s: a page of each kind is well, with JavaScript and without', async (name, data, asOf) => {
    const folder = join(root, `${name} site`);
    const { code, err } = await written(folder, '--data', data(), '--as-of', asOf);
    expect([code, err]).toEqual([0, '']);
    const paths = onePerKindAndLargest(filesBelow(folder));
    const now = '2026-12-08T03:00:00+08:00';
    const isBrief = name !== 'three offices';
    expect(await faultsOf(browser, { folder, paths, isBrief, now })).toEqual([]);
    const still = { folder, paths: ['index.html', 'roster.html'], examined: [], now, scripts: false };
    expect(await faultsOf(browser, still)).toEqual([]);
  });
});
