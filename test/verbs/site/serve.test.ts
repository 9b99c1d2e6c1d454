import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { answerTo } from '../../../src/verbs/site/serve/pagesServer';
import { serve } from '../../../src/verbs/site/serve/serve';
import type { SiteOptions } from '../../../src/verbs/site/site';
import { synthesizedStacks } from '../../../src/verbs/synth/synthesizedStacks';
import { DATA, watchbill } from '../../cli/run';

const data = mkdtempSync(join(tmpdir(), 'watchbill-serve-'));
cpSync(DATA, data, { recursive: true });
afterAll(() => rmSync(data, { recursive: true, force: true }));

/** Serves the data until it is stopped; `said` resolves with what comes on standard error. */
async function served(options: SiteOptions = {}) {
  const lines: string[] = [];
  const waiting: { pattern: RegExp; resolve: (text: string) => void }[] = [];
  let began: (address: string) => void = () => {};
  const address = new Promise<string>((resolve) => {
    began = resolve;
  });
  let stop = () => {};
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  const io = {
    out: (text: string) => began(text.trim()),
    err: (text: string) => {
      lines.push(text);
      for (const { pattern, resolve } of waiting) if (pattern.test(text)) resolve(text);
    },
    env: {},
    now: () => Temporal.Instant.from('2026-11-23T04:00:00Z'),
    synthesize: synthesizedStacks,
  };
  const ended = serve({ data, rehearsal: false, ...options }, io, () => stopped);
  return {
    address: await Promise.race([address, ended.then(() => '')]),
    said: (pattern: RegExp) => new Promise<string>((resolve) => waiting.push({ pattern, resolve })),
    stop: async () => {
      stop();
      return ended;
    },
  };
}

function fetched(url: string, headers: Record<string, string> = {}) {
  return new Promise<{ status: number; text: string; refresh: string }>((resolve, reject) => {
    get(url, { headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text, refresh: String(response.headers['refresh']) }),
      );
    }).on('error', reject);
  });
}

test('shows the site, renews it when the data changes, and keeps it where the data has errors', async () => {
  const { address, said, stop } = await served();
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  const first = await fetched(address);
  expect([first.status, first.refresh]).toEqual([200, '3']);
  expect(first.text).toContain('Aggregate profit for investors');

  const pipelines = join(data, 'pipelines.yaml');
  const text = readFileSync(pipelines, 'utf8');
  const renewed = said(/^Renewed at 04:00/);
  writeFileSync(pipelines, text.replace('name: Aggregate profit for investors', 'name: Profit'));
  // The title of the runbook is the old name: a warning, which stops nothing.
  await renewed;
  expect((await fetched(address)).text).toContain('>Profit<');

  const refused = said(/error PIPE|error DATA/);
  writeFileSync(pipelines, text.replace('primary: ba', 'primary: nobody'));
  expect(await refused).toContain('nobody');
  expect((await fetched(address)).text).toContain('>Profit<');
  writeFileSync(pipelines, text);
  expect(await stop()).toBe(0);
}, 30_000);

test('another name that resolves here gets nothing', async () => {
  const { address, stop } = await served();
  expect(await fetched(address, { host: 'oncall.example:80' })).toMatchObject({ status: 403 });
  await stop();
}, 30_000);

const PAGES = new Map([
  ['index.html', 'now'],
  ['people/aidil.html', 'Aidil'],
  ['calendars/people/aidil.ics', 'feed'],
]);
const asked = (url: string, method = 'GET') => answerTo({ method, url, host: 'localhost:8080' }, PAGES);

test.each([
  ['/', 200, 'now'],
  ['/index.html?x=1', 200, 'now'],
  ['/people/aidil.html#covers', 200, 'Aidil'],
  ['/people/../people/aidil.html', 404, 'no such page\n'],
  ['/../../etc/passwd', 404, 'no such page\n'],
  ['/%E0%A4%A', 404, 'no such page\n'],
])('%s is answered with %d', (url, status, text) => {
  expect(asked(url)).toMatchObject({ status, text });
});

test('only pages are asked for again; nothing is written to', () => {
  expect(asked('/calendars/people/aidil.ics').headers).toEqual({
    'content-type': 'text/calendar; charset=utf-8',
  });
  expect(asked('/', 'POST')).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
});

test.each([
  [['site'], '--out is missing'],
  [['site', '--out', 'x', '--port', '80'], '--port is for --serve alone'],
  [['site', '--serve', '--out', 'x'], '--serve and --out: choose one of them'],
  [['site', '--serve', '--json'], '--serve has no JSON'],
  [['site', '--serve', '--port', '99999'], '--port is not a valid port: "99999"'],
])('%j is wrong usage', async (args, message) => {
  expect(await watchbill(args)).toMatchObject({ code: 2, out: '', err: expect.stringContaining(message) });
});
