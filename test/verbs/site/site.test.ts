import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { readTerraformJson } from '../../../src/deployment';
import { synthesizedStacks } from '../../../src/verbs/synth/synthesizedStacks';
import { changedData } from '../../cli/folder';
import { watchbill } from '../../cli/run';
import { XYZ_TECH } from '../../xyzTech';
import { attributesOf, filesBelow, ownFolder, written } from './folder';

const { root, out } = ownFolder();
let site: ReadonlyMap<string, string>;
const page = (path: string) => site.get(path) ?? '';

beforeAll(async () => {
  const { code, err } = await written(out);
  expect([code, err]).toEqual([0, '']);
  site = filesBelow(out);
});

const PAGES = [
  'index.html',
  'pages/failure-classes.html',
  ...['aidil', 'choo', 'spencer', 'thiru'].map((id) => `people/${id}.html`),
  ...['aggregate-engagement', 'aggregate-growth', 'aggregate-profit', 'daily-growth-experiments'].map(
    (id) => `pipelines/${id}.html`,
  ),
  'pipelines/unit-profit-experiments.html',
  'roster.html',
];

test('a page for each pipeline and person, and the feeds of watchbill calendar', async () => {
  const feeds = join(root, 'feeds');
  await watchbill(['calendar', '--out', feeds]);
  const calendars = [...filesBelow(feeds)].map(([path, text]) => [`calendars/${path}`, text]);
  expect([...site].filter(([path]) => path.endsWith('.ics'))).toEqual(calendars);
  expect([...site.keys()].filter((path) => path.endsWith('.html'))).toEqual(PAGES);
});

test('again on the same data and as-of: the same, byte for byte', async () => {
  const again = join(root, 'again');
  await written(again);
  expect(filesBelow(again)).toEqual(site);
});

test('the rows of roster.html are the shifts of roster --json', async () => {
  const { out: json } = await watchbill(['roster', '--json']);
  const { rotations } = JSON.parse(json);
  const shifts = rotations.flatMap(
    ({ id, shifts }: { id: string; shifts: Record<'from' | 'until' | 'onDuty' | 'reason', string>[] }) =>
      shifts.map(({ from, until, onDuty, reason }) => [id, from, until, onDuty, reason]),
  );
  const rows = attributesOf(page('roster.html'), 'tr').filter((row) => 'data-rotation' in row);
  expect(
    rows.map((row) => ['rotation', 'from', 'until', 'on-duty', 'reason'].map((name) => row[`data-${name}`])),
  ).toEqual(shifts);
  expect(shifts.length).toBeGreaterThan(20);
});

test('every page is reached from the index by relative links, every link and anchor resolves, every calendar is linked', () => {
  const reached = new Set<string>();
  const walk = (path: string) => {
    if (reached.has(path)) return;
    reached.add(path);
    if (!path.endsWith('.html')) return;
    for (const { href = '' } of [...attributesOf(page(path), 'a'), ...attributesOf(page(path), 'link')]) {
      if (/^(https|mailto):/.test(href)) continue;
      const [address = '', fragment] = href.split('#');
      const target = address === '' ? path : posix.join(posix.dirname(path), address);
      expect([...site.keys()]).toContain(target);
      if (fragment !== undefined) expect(`${target} ${page(target)}`).toContain(` id="${fragment}"`);
      walk(target);
    }
  };
  walk('index.html');
  expect([...reached].sort()).toEqual([...site.keys()]);
});

test('no anchor is given twice', () => {
  for (const path of PAGES) {
    const ids = [...page(path).matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids).toEqual([...new Set(ids)]);
  }
});

test('at 3:00 on 8 December Choo covers Spencer for growth until Saturday; why is on no page', async () => {
  const night = join(root, 'night');
  await written(night, '--as-of', '2026-12-08T03:00');
  const pages = filesBelow(night);
  const text = (pages.get('pipelines/aggregate-growth.html') ?? '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
  expect(text).toMatch(
    /On call Choo until Sat 12 Dec 00:00 covers Spencer Next Spencer from Sat 12 Dec 00:00/,
  );
  // The picture has the public holidays, which are everybody's.
  for (const content of pages.values())
    expect(content.replace(/<div class="picture [\s\S]*?<\/div>/g, '')).not.toMatch(
      /\bon leave\b|Christmas|Deepavali|Thaipusam/,
    );
});

test('an alert’s steps stand before what it means, and its section bears the id of the link in its monitor', () => {
  const text = page('pipelines/aggregate-profit.html');
  const [, section = ''] = /<section id="profit-discrepancy"([\s\S]*?)<\/section>/.exec(text) ?? [];
  const places = [
    '<h4>Check',
    'Compare the expected and the actual',
    '<h4>Repair',
    '<h4>Meaning',
    'Rule and deployed query',
  ];
  const found = places.map((each) => section.indexOf(each));
  expect(found).toEqual([...found].sort((a, b) => a - b));
  expect(found[0]).toBeGreaterThan(0);
  expect(section).toContain(
    'Fires when the actual total_profit differs from the expected one by more than 1 %.',
  );
  expect(section).toContain('{pipeline:aggregate-profit,metric:total_profit} &gt; 1');
  for (const slug of [
    'description',
    'critical-inputs',
    'critical-outputs',
    'common-failures',
    'monitoring-alerts',
    'escalation',
  ])
    expect(text).toContain(`<h2 id="${slug}">`);
});

test('the ladder of a pipeline: its desk, then its rotation', () => {
  expect(
    attributesOf(page('pipelines/aggregate-growth.html'), 'li')
      .filter((item) => 'data-step' in item)
      .map((item) => [item['data-step'], item['data-target']]),
  ).toEqual([
    ['1', 'accounts-desk@xyz-tech.example'],
    ['2', 'growth'],
  ]);
});

test('the ladders are the escalation policies that would be deployed', () => {
  const data = XYZ_TECH;
  const { escalationPolicies } = readTerraformJson(
    synthesizedStacks({ data, asOf: '2026-11-23T00:00:00+08:00' }),
  );
  const deployed = escalationPolicies.map(({ key, rules }) => [
    key.split('.').at(-1),
    rules.flatMap(({ targets }, index) =>
      targets.map((target) => [
        `${index + 1}`,
        target.kind === 'user' ? target.email : target.schedule.split('.').at(-1),
      ]),
    ),
  ]);
  const shown = ['aggregate-engagement', 'aggregate-growth', 'aggregate-profit'].map((id) => [
    id,
    attributesOf(page(`pipelines/${id}.html`), 'li')
      .filter((item) => 'data-step' in item)
      .map((item) => [item['data-step'], item['data-target']]),
  ]);
  expect(shown).toEqual([...deployed].sort());
});

test('addresses of people are on no page, unless --contacts says so', async () => {
  for (const path of PAGES) expect(page(path)).not.toMatch(/(aidil|choo|spencer|thiru)@/);
  const open = join(root, 'contacts');
  await written(open, '--contacts');
  expect(filesBelow(open).get('people/choo.html')).toContain('href="mailto:choo@xyz-tech.example"');
  expect(filesBelow(open).get('pipelines/aggregate-profit.html')).toContain(
    'href="mailto:ba-desk@xyz-tech.example"',
  );
});

test('with siteUrl a calendar is subscribed to where the site is', async () => {
  const published = join(root, 'published');
  const data = changedData('organization.yaml', (text) => `siteUrl: https://on.example/call\n${text}`);
  await written(published, '--data', data);
  const links = attributesOf(filesBelow(published).get('people/choo.html') ?? '', 'a').map(
    ({ href }) => href,
  );
  expect(links).toContain('webcal://on.example/call/calendars/people/choo.ics');
});

test('a folder with anything else is refused and left as it is; so are feeds', async () => {
  const foreign = join(root, 'foreign');
  mkdirSync(foreign);
  writeFileSync(join(foreign, 'index.html'), '<p>ours</p>');
  const { code, err } = await written(foreign);
  expect([code, err]).toEqual([
    2,
    `--out ${foreign} contains something other than a site of watchbill: index.html\n  use a folder of its own, e.g. --out ${foreign}/watchbill; nothing was written\n`,
  ]);
  expect([...filesBelow(foreign)]).toEqual([['index.html', '<p>ours</p>']]);
});

test('data with errors writes nothing', async () => {
  const data = changedData('pipelines.yaml', (text) => text.replace('secondary: de', 'secondary: nobody'));
  const nowhere = join(root, 'nowhere');
  const { code, err } = await written(nowhere, '--data', data);
  expect(code).toBe(1);
  expect(err).toContain('nothing was written');
  expect(readdirSync(root)).not.toContain('nowhere');
});

test('what is gone from the data is gone from the site, and said; nothing is left beside the folder', async () => {
  const moving = join(root, 'moving');
  await written(moving);
  const data = changedData('rotations.yaml', (text) => text.replace('growth:\n', 'growing:\n'));
  const { out: text } = await written(moving, '--data', data, '--json');
  const { removed, files } = JSON.parse(text);
  expect(removed).toEqual(['calendars/rotations/growth.ics']);
  expect([...filesBelow(moving).keys()].sort()).toEqual([...files].sort());
  expect(readdirSync(root).filter((name) => name.startsWith('moving'))).toEqual(['moving']);
});

test('the same moment without --as-of: rows from the start of today, on call as of now', async () => {
  const today = join(root, 'today');
  const { out: json } = await watchbill(['site', '--no-rehearsal', '--out', today, '--json'], {
    WATCHBILL_AS_OF: '',
  });
  expect(JSON.parse(json)).toMatchObject({
    asOf: '2026-11-24T00:00:00+08:00',
    at: '2026-11-24T11:15:00+08:00',
  });
  const { out: roster } = await watchbill(['roster', '--json'], { WATCHBILL_AS_OF: '' });
  const [first] = JSON.parse(roster).rotations[0].shifts;
  expect(attributesOf(readFileSync(join(today, 'roster.html'), 'utf8'), 'tr')).toContainEqual(
    expect.objectContaining({ 'data-from': first.from, 'data-on-duty': first.onDuty }),
  );
});
