import { join } from 'node:path';
import { watchbill } from '../../cli/run';
import { brokenLinks } from './brokenLinks';
import { attributesOf, filesBelow, ownFolder, written } from './folder';
import { LARGE_AS_OF as AS_OF, largeData, THREE_OFFICES } from './otherData';

/** What the issue asks of every page: 150 kB. */
const MOST = 150_000;

const { root, out } = ownFolder();
const data = join(root, 'data');

jest.setTimeout(120_000);
let site: ReadonlyMap<string, string>;

beforeAll(async () => {
  largeData(data);
  const { code } = await written(out, '--data', data, '--as-of', AS_OF);
  expect(code).toBe(0);
  site = filesBelow(out);
});

const pagesOf = (files: ReadonlyMap<string, string>) => [...files].filter(([path]) => path.endsWith('.html'));
const tooLarge = (files: ReadonlyMap<string, string>) =>
  pagesOf(files).flatMap(([path, text]) => (Buffer.byteLength(text) > MOST ? [path] : []));

test('300 pipelines and 100 people: no page is above 150 kB', () => {
  expect(tooLarge(site)).toEqual([]);
  // 300 pipelines, 100 people, 24 rotations; now, roster, load.
  expect(pagesOf(site)).toHaveLength(427);
});

test('every shift of roster --json is on the page of its rotation', async () => {
  const { out: json } = await watchbill(['roster', '--json', '--data', data, '--as-of', AS_OF]);
  const { rotations } = JSON.parse(json);
  expect(rotations).toHaveLength(24);
  for (const { id, shifts } of rotations) {
    const rows = attributesOf(site.get(`rotations/${id}.html`) ?? '', 'tr').filter(
      (row) => 'data-rotation' in row,
    );
    expect(
      rows.map((row) => ['from', 'until', 'on-duty', 'reason'].map((name) => row[`data-${name}`])),
    ).toEqual(
      shifts.map((shift: Record<string, string>) =>
        ['from', 'until', 'onDuty', 'reason'].map((name) => shift[name]),
      ),
    );
  }
});

test('the roster leads to every rotation, every person on call and every pipeline that pages, without a script', () => {
  const links = attributesOf(site.get('roster.html') ?? '', 'a').map(({ href }) => href);
  const rotations = [...site.keys()].filter((path) => path.startsWith('rotations/'));
  expect(links).toEqual(expect.arrayContaining([...rotations, 'people/person-0.html', 'load.html']));
  // 240 pipelines on call, ten in each rotation, and each rotation's own entry.
  expect(links.filter((href) => href === 'rotations/r-3.html')).toHaveLength(11);
});

test('the first page has each pipeline once, and each rotation once with who is on call', () => {
  const index = site.get('index.html') ?? '';
  const links = attributesOf(index, 'a').flatMap(({ href }) => href ?? []);
  const pipelines = links.filter((href) => href.startsWith('pipelines/'));
  expect(pipelines).toHaveLength(300);
  expect(new Set(pipelines).size).toBe(300);
  const live = attributesOf(index, 'dl').flatMap((each) => each['data-live'] ?? []);
  expect(live).toEqual(Array.from({ length: 24 }, (_, number) => `r-${number}`));
});

test('every link and picture of it resolves', () => {
  expect(brokenLinks(site)).toEqual([]);
});

test('three offices that hand off every day: one page with all shifts, and the picture beside it', async () => {
  const folder = join(root, 'three');
  const setting = ['--data', THREE_OFFICES, '--as-of', '2026-11-23'];
  expect((await written(folder, ...setting)).code).toBe(0);
  const files = filesBelow(folder);
  expect(tooLarge(files)).toEqual([]);
  expect(brokenLinks(files)).toEqual([]);
  const { out: json } = await watchbill(['roster', '--json', ...setting]);
  const shifts = JSON.parse(json).rotations.flatMap(
    ({ id, shifts }: { id: string; shifts: Record<string, string>[] }) =>
      shifts.map(({ from, until, onDuty, reason }) => [id, from, until, onDuty, reason]),
  );
  const rows = attributesOf(files.get('roster.html') ?? '', 'tr').filter((row) => 'data-rotation' in row);
  expect(
    rows.map((row) => ['rotation', 'from', 'until', 'on-duty', 'reason'].map((name) => row[`data-${name}`])),
  ).toEqual(shifts);
  // Three windows a day, and a backup.
  expect(shifts.length).toBeGreaterThan(3 * 84);
  expect(attributesOf(files.get('roster.html') ?? '', 'img')).toEqual([
    expect.objectContaining({ src: 'pictures/roster.svg' }),
  ]);
  expect(files.get('pictures/roster.svg')).toContain('Berlin mornings');
  // A later run may replace all of it.
  expect((await written(folder, ...setting)).code).toBe(0);
});

test('the days of a week are one row for people; the others are for programs alone', async () => {
  const folder = join(root, 'weeks');
  await written(folder, '--data', THREE_OFFICES, '--as-of', '2026-11-23');
  const rows = attributesOf(filesBelow(folder).get('roster.html') ?? '', 'tr').filter(
    (row) => row['data-rotation'] === 'berlin',
  );
  // Berlin's mornings, 06:00 to 12:00: Bernd from Monday, 23 November, to Sunday, then Elif.
  const seconds = (text: string) => String(Date.parse(text) / 1000);
  expect(rows.slice(0, 8).map((row) => [row['data-on-duty'], 'hidden' in row])).toEqual([
    ['bernd', false],
    ...Array.from({ length: 6 }, () => ['bernd', true]),
    ['elif', false],
  ]);
  expect([rows[0]?.['data-begins'], rows[0]?.['data-ends']]).toEqual([
    seconds('2026-11-23T06:00:00+01:00'),
    seconds('2026-11-29T12:00:00+01:00'),
  ]);
});
