import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { brokenLinks } from './brokenLinks';
import { attributesOf, filesBelow, ownFolder, written } from './folder';
import { dataOfMails, dataWith } from './otherData';

const { root } = ownFolder();

const textOf = (markup: string) =>
  markup
    .replace(/<(style|svg|script)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

test('each name of a person has the same badge on every page, and in the data of the script', async () => {
  const out = join(root, 'badges');
  await written(out);
  const badges = new Map<string, Set<string>>();
  for (const [path, text] of filesBelow(out)) {
    if (!path.endsWith('.html')) continue;
    const links = text.matchAll(
      /<a class="person" href="[./]*people\/(\w+)\.html"><span class="badge ([^"]*)" data-initials="([^"]*)" aria-hidden="true"><\/span>/g,
    );
    for (const [, id = '', classes, initials] of links) {
      badges.set(id, (badges.get(id) ?? new Set()).add(`${classes} ${initials}`));
    }
    expect([path, text.match(/<a class="person" /g)?.length ?? 0]).toEqual([
      path,
      text.match(/<a class="person" [^>]*><span class="badge /g)?.length ?? 0,
    ]);
  }
  expect(Object.fromEntries([...badges].map(([id, all]) => [id, [...all]]))).toEqual({
    aidil: ['fill-0 Ai'],
    spencer: ['fill-1 Sp'],
    thiru: ['fill-2 Th'],
    choo: ['fill-3 Ch'],
  });
  const [, data = ''] = /id=":data">([^<]*)</.exec(filesBelow(out).get('index.html') ?? '') ?? [];
  expect(JSON.parse(data).people).toContainEqual(['choo', 'Choo', 'Ch', 'fill-3']);
});

test('a maintenance that is under way or coming is on the index and on the pipeline’s page, in the time of its office', async () => {
  const data = dataWith(join(root, 'maintenance'), {
    'maintenance.yaml': `- { pipelines: [aggregate-profit], from: 2026-11-01, until: 2026-11-02 }
- { pipelines: [aggregate-profit], from: 2026-12-08T02:00, until: 2026-12-08T04:00 }
- { pipelines: [aggregate-profit, unit-profit-experiments], from: 2026-12-12T22:00, until: 2026-12-13T04:00 }
- { pipelines: [aggregate-profit], from: 2027-06-01, until: 2027-06-02 }
`,
  });
  const out = join(root, 'muted');
  await written(out, '--data', data, '--as-of', '2026-12-08T03:00');
  const site = filesBelow(out);
  const mutes = (path: string) =>
    [
      ...(site.get(path) ?? '').matchAll(/<p class="(mute[^"]*)" data-begins="(\d+)"[^>]*>([\s\S]*?)<\/p>/g),
    ].map(([, state, begins, text = '']) => [state, Number(begins), textOf(text).trim()]);
  // 02:00 and 22:00 in Kuala Lumpur.
  const running = ['mute running', Date.UTC(2026, 11, 7, 18) / 1000];
  const coming = ['mute', Date.UTC(2026, 11, 12, 14) / 1000];
  const words = 'Alerts muted from Sat 12 Dec 22:00 until Sun 13 Dec 04:00';
  expect(mutes('pipelines/aggregate-profit.html')).toEqual([
    [...running, 'Alerts muted from Tue 8 Dec 02:00 until Tue 8 Dec 04:00'],
    [...coming, words],
  ]);
  expect(mutes('pipelines/unit-profit-experiments.html')).toEqual([[...coming, words]]);
  expect(mutes('index.html')).toHaveLength(3);
  expect(mutes('pipelines/aggregate-growth.html')).toEqual([]);
});

test('an empty list of rotations: the pages say that nobody is on call, and are otherwise whole', async () => {
  const out = join(root, 'nobody');
  const { code, err } = await written(out, '--data', dataOfMails(join(root, 'no-rotation'), '{}\n'));
  expect([code, err]).toEqual([0, '']);
  const site = filesBelow(out);
  expect(brokenLinks(site)).toEqual([]);
  const roster = site.get('roster.html') ?? '';
  expect(textOf(site.get('index.html') ?? '')).toContain('No pipeline is on call.');
  expect(textOf(roster)).toContain('No rotation is in the data: nobody is on call.');
  // Nothing to filter, no picture, no load.
  expect(attributesOf(roster, 'nav').map((nav) => nav['aria-label'])).toEqual(['Site']);
  expect(roster).not.toMatch(/<svg|<table/);
  expect(textOf(site.get('people/choo.html') ?? '')).toContain('No shift until');
  expect([...site.keys()].filter((path) => path.startsWith('pipelines/'))).toEqual([
    'pipelines/daily-growth-experiments.html',
    'pipelines/unit-profit-experiments.html',
  ]);
});

test.each([
  ['no rotations.yaml', undefined, 'FILE001: missing file\n  create it with {} if nobody is on call'],
  ['an empty rotations.yaml', '', 'FILE003: the file is empty\n  write {} if there are no entries'],
])('%s is an error, and nothing is written', async (name, rotations, problem) => {
  const out = join(root, 'never');
  const { code, err } = await written(out, '--data', dataOfMails(join(root, name), rotations));
  expect(code).toBe(1);
  expect(err).toContain(`rotations.yaml:1:1 error ${problem}`);
  expect(existsSync(out)).toBe(false);
});
