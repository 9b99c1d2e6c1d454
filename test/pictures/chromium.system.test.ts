import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { Temporal } from 'temporal-polyfill';
import { escalationLadder, loadBars, rehearsedNight, rosterTimeline } from '../../src/pictures';
import { ROOT } from '../docs/blocks';
import { suiteUnless } from '../suite';
import { startBrowser, watchedPage, whyNoBrowser } from '../support/browser';

const NAMES = [
  'Aidil',
  'Ann-Kathrin Wörner-Großmann',
  '田中太郎',
  'محمد بن عبد الله القرشي',
  'אברהם בן יצחק',
  'W'.repeat(100),
  'illi '.repeat(20),
  '<b>Zoë</b> & "Ben"',
  'Владимир Щукин',
  'นิรันดร์ สุขใจ',
  '👩‍👩‍👧 Kim',
];
const people = NAMES.map((name, index) => ({ id: `p${index}`, name }));
const timeZone = 'Asia/Kuala_Lumpur';
const from = Temporal.Instant.from('2026-12-06T16:00Z');

/** Everybody in bars of many lengths, as a turn, a cover and a clash. */
function roster(hours: number, width: number): string {
  const reasons = ['rotation', 'cover', 'clash'] as const;
  const rows = reasons.map((reason) => ({
    name: `${NAMES[5]} ${reason}`,
    shifts: people.map(({ id }, index) => ({
      from: from.add({ hours: hours * index }),
      until: from.add({ hours: hours * (index + 1) }),
      onDuty: id,
      rostered: reason === 'cover' ? (people[(index + 1) % people.length]?.id ?? id) : id,
      reason,
    })),
  }));
  const until = from.add({ hours: hours * people.length });
  const holidays = [{ date: Temporal.PlainDate.from('2026-12-08'), name: NAMES[6] ?? '' }];
  const offices = [
    { name: NAMES[5] ?? '', timeZone, weekend: [6, 7], holidays, rows },
    { name: 'Berlin', timeZone: 'Europe/Berlin', weekend: [], holidays: [], rows: [] },
  ];
  return rosterTimeline({ title: 'All', window: { from, until }, people, offices, today: from }, { width });
}

function others(width: number): string[] {
  const steps = people.map(({ id, name }) => ({ notify: [{ name, person: id, note: name }], minutes: 5 }));
  const events = people.map(({ id, name }, index) => ({
    at: from.add({ minutes: 7 * index }),
    kind: 'page' as const,
    person: id,
    text: `page to ${name}`,
  }));
  const rows = people.map(({ id }, index) => ({
    person: id,
    hours: 9_999 - index,
    given: index,
    received: 500,
  }));
  return [
    escalationLadder({ title: 'Ladder', people, steps, repeat: 9 }, { width }),
    rehearsedNight({ title: 'Night', timeZone, people, events }, { width }),
    loadBars({ title: 'Load', people, rows }, { width }),
  ];
}

suiteUnless(whyNoBrowser, 'pictures in Chromium', () => {
  jest.setTimeout(120_000);
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());

  test.each([360, 480, 720, 1176])('%i wide: no text leaves its bar or the picture', async (width) => {
    const { page, said, asked } = await watchedPage(browser);
    const pictures = [6, 24, 72, 168].map((hours) => roster(hours, width));
    let inBars = 0;
    for (const picture of [...pictures, ...others(width)]) {
      await page.setContent(picture);
      const found = await page.evaluate(`(() => {
        const root = document.querySelector('svg').getBoundingClientRect();
        const texts = [...document.querySelectorAll('text')].map((text) => {
          const inner = text.parentElement.closest('svg');
          const isInBar = inner !== document.querySelector('svg');
          const { left, right, top, bottom } = text.getBoundingClientRect();
          const bar = isInBar ? text.parentElement.parentElement.querySelector('rect').getBoundingClientRect() : root;
          const outside = left < bar.left || right > bar.right || top < bar.top - 2 || bottom > bar.bottom + 2;
          return { text: text.textContent, isInBar, outside };
        });
        return { inBars: texts.filter((each) => each.isInBar).length, outside: texts.filter((each) => each.outside) };
      })()`);
      const { inBars: count, outside } = found as { inBars: number; outside: object[] };
      expect(outside).toEqual([]);
      inBars += count;
    }
    expect(inBars).toBeGreaterThan(60);
    expect([said, asked]).toEqual([[], []]);
    await page.context().close();
  });

  test('a file of its own is light in light and dark in dark, and asks for nothing', async () => {
    const folder = join(ROOT, 'docs/pictures');
    for (const [colorScheme, paper] of [
      ['light', 'rgb(255, 255, 255)'],
      ['dark', 'rgb(13, 17, 23)'],
    ] as const) {
      const { page, said, asked } = await watchedPage(browser, { colorScheme });
      for (const name of readdirSync(folder)) {
        await page.goto(`file://${join(folder, name)}`);
        const fill = await page.evaluate(`getComputedStyle(document.querySelector('.wb-paper')).fill`);
        expect([name, fill]).toEqual([name, paper]);
      }
      expect([said, asked]).toEqual([[], []]);
      await page.context().close();
    }
  });
});
