import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { suiteUnless } from '../../suite';
import { startBrowser, whyNoBrowser } from '../../support/browser';
import { XYZ_TECH } from '../../xyzTech';
import { filesBelow, ownFolder, written } from './folder';
import { faultsOf, onePerKindAndLargest } from './looked';
import { dataOfMails, LARGE_AS_OF, largeData, THREE_OFFICES } from './otherData';

const COMMAND = join(__dirname, '../../../bin/watchbill.js');

suiteUnless(whyNoBrowser, 'every page in Chromium', () => {
  jest.setTimeout(600_000);
  const { root } = ownFolder();
  let browser: Browser;

  beforeAll(async () => {
    browser = await startBrowser();
  });

  afterAll(() => browser.close());

  // With rehearsed nights, whose pictures are most of a pipeline's page.
  test.each([
    ['XYZ Tech', () => XYZ_TECH, 12],
    ['three offices', () => THREE_OFFICES, 20],
    ['an empty list of rotations', () => dataOfMails(join(root, 'nobody'), '{}\n'), 8],
  ])(
    '%s: every page is well in all four windows and in print, with JavaScript and without',
    async (name, data, count) => {
      const folder = join(root, name);
      execFileSync(process.execPath, [
        COMMAND,
        ...['site', '--out', folder, '--data', data(), '--as-of', '2026-11-23'],
      ]);
      const paths = [...filesBelow(folder).keys()].filter((path) => path.endsWith('.html'));
      expect(paths).toHaveLength(count);
      const now = '2026-12-08T03:00:00+08:00';
      expect(await faultsOf(browser, { folder, paths, now })).toEqual([]);
      expect(await faultsOf(browser, { folder, paths, now, scripts: false })).toEqual([]);
    },
  );

  test('300 pipelines and 100 people: so are a page of each kind and the largest', async () => {
    const folder = join(root, 'large site');
    await written(folder, '--data', largeData(join(root, 'large')), '--as-of', LARGE_AS_OF);
    const paths = onePerKindAndLargest(filesBelow(folder));
    expect(paths).toContain('load.html');
    const now = '2026-12-08T03:00:00+08:00';
    expect(await faultsOf(browser, { folder, paths, now })).toEqual([]);
    expect(await faultsOf(browser, { folder, paths, now, scripts: false })).toEqual([]);
  });
});
