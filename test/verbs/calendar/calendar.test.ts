import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { besideFolder } from '../../../src/cli/besideFolder';
import { changedData } from '../../cli/folder';
import { watchbill } from '../../cli/run';
import { parsed, shown } from './parsed';

let root: string;
let out: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'watchbill-calendar-'));
  out = join(root, 'feeds');
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

const ALL = [
  'people/aidil.ics',
  'people/choo.ics',
  'people/spencer.ics',
  'people/thiru.ics',
  'pipelines/aggregate-engagement.ics',
  'pipelines/aggregate-growth.ics',
  'pipelines/aggregate-profit.ics',
  'rotations/growth.ics',
  'rotations/profit-and-engagement.ics',
];

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort();
}

const read = (file: string) => readFileSync(join(out, file), 'utf8');

test('a feed a person, a rotation and an on-call pipeline, and nothing is left beside', async () => {
  const { code, out: text, err } = await watchbill(['calendar', '--out', out]);
  expect([code, err]).toEqual([0, '']);
  expect(filesBelow(out)).toEqual(ALL);
  expect(readdirSync(root)).toEqual(['feeds']);
  expect(text).toMatch(/^feed +shifts\n/);
  expect(text.replace(/\s+/g, ' ')).toContain(
    `9 feeds written to ${out}, planned until Mon 15 Feb 2027 00:00 (Asia/Kuala_Lumpur) `,
  );
});

test('Choo covers Spencer in the week of 7 December; who is away, but never why', async () => {
  await watchbill(['calendar', '--out', out]);
  const events = parsed(read('rotations/growth.ics')).events?.map((event) => shown(event));
  expect(events).toContain(
    '2026-12-07T09:00 2026-12-12T00:00 On call: Investor growth (Choo covers Spencer)',
  );
  expect(events).toContain('2026-12-12T00:00 2026-12-14T09:00 On call: Investor growth (Spencer)');
  expect(parsed(read('people/choo.ics')).events?.map((event) => shown(event))).toContain(
    '2026-12-07T09:00 2026-12-12T00:00 On call: Investor growth (Choo covers Spencer)',
  );
  for (const file of ALL) {
    expect(read(file).replaceAll('\r\n ', '')).not.toMatch(/leave|holiday|christmas|deepavali|chinese/i);
  }
});

test('each shift says what is paged how, and where to read what to do', async () => {
  await watchbill(['calendar', '--out', out]);
  const growth = parsed(read('pipelines/aggregate-growth.ics')).events?.[0];
  const pages = 'https://github.com/xyz-tech/watchbill/blob/main/data/runbooks';
  expect(growth?.url).toBe(`${pages}/aggregate-growth.md`);
  expect(growth?.description?.split('\n')).toEqual([
    'Aggregate growth for investors',
    'Paged until somebody acknowledges: Accounts desk (15 min), then the person on duty (30 min), repeated 2 times. Who is on duty now: npx watchbill who aggregate-growth',
    `Runbook: ${pages}/aggregate-growth.md`,
    `- Runs too long: ${pages}/aggregate-growth.md#runs-too-long`,
    `- Growth out of range: ${pages}/aggregate-growth.md#growth-out-of-range`,
    `- Key metric missing: ${pages}/aggregate-growth.md#key-metric-missing`,
  ]);
  const profit = parsed(read('pipelines/aggregate-profit.ics')).events?.[0];
  expect(profit?.url).toBeUndefined();
  expect(profit?.description).toContain(`Runbook: ${pages}/aggregate-engagement.md`);
});

test('again with the same data is the same, byte for byte; without --as-of it is now', async () => {
  await watchbill(['calendar', '--out', out]);
  const before = ALL.map(read);
  await watchbill(['calendar', '--out', out]);
  expect(ALL.map(read)).toEqual(before);
  const json = await watchbill(['calendar', '--out', out, '--json'], { WATCHBILL_AS_OF: '' });
  expect(JSON.parse(json.out)).toMatchObject({ asOf: '2026-11-24T11:15:00+08:00' });
  expect(read('people/choo.ics')).toContain('DTSTAMP:20261124T031500Z');
});

test('for programs: what was written, and what is gone', async () => {
  const growthless = changedData('rotations.yaml', (text) => text.replace('growth:\n', 'growing:\n'));
  expect((await watchbill(['calendar', '--out', out])).code).toBe(0);
  const { code, out: text } = await watchbill(['calendar', '--out', out, '--json', '--data', growthless]);
  expect([code, JSON.parse(text)]).toEqual([
    0,
    {
      asOf: '2026-11-23T00:00:00+08:00',
      until: '2027-02-15T00:00:00+08:00',
      timeZone: 'Asia/Kuala_Lumpur',
      out,
      feeds: expect.arrayContaining([
        { file: 'people/aidil.ics', kind: 'person', id: 'aidil', events: 11 },
        { file: 'rotations/growing.ics', kind: 'rotation', id: 'growing', events: 20 },
        { file: 'pipelines/aggregate-growth.ics', kind: 'pipeline', id: 'aggregate-growth', events: 20 },
      ]),
      removed: ['rotations/growth.ics'],
    },
  ]);
  expect(existsSync(join(out, 'rotations/growth.ics'))).toBe(false);
});

test("--person writes one person's feed, and leaves the others as they are", async () => {
  const alone = await watchbill(['calendar', '--out', out, '--person', 'aidil']);
  expect([alone.code, filesBelow(out)]).toEqual([0, ['people/aidil.ics']]);
  await watchbill(['calendar', '--out', out]);
  const before = ALL.map(read);
  await watchbill(['calendar', '--out', out, '--person', 'aidil', '--as-of', '2026-11-30']);
  const changed = ALL.filter((file, index) => read(file) !== before[index]);
  expect([changed, filesBelow(out), readdirSync(root)]).toEqual([['people/aidil.ics'], ALL, ['feeds']]);
});

test.each([
  ['notes.txt', 'mine'],
  ['people/notes.txt', 'mine'],
  ['people/dentist.ics', 'BEGIN:VCALENDAR\r\nPRODID:-//Somebody//Else//EN\r\nEND:VCALENDAR\r\n'],
  ['people/deep/aidil.ics', ''],
  ['.git/HEAD', ''],
])('a folder that holds %s is not touched', async (file, content) => {
  mkdirSync(join(out, file, '..'), { recursive: true });
  writeFileSync(join(out, file), content);
  for (const only of [[], ['--person', 'aidil']]) {
    const { code, out: text, err } = await watchbill(['calendar', '--out', out, ...only]);
    expect([code, text]).toEqual([2, '']);
    expect(err).toContain('contains something other than feeds of watchbill: ');
    expect(err).toContain('nothing was written');
  }
  expect([filesBelow(out), readdirSync(root)]).toEqual([[file], ['feeds']]);
});

test('a file where the folder is to be, and a folder that cannot be made', async () => {
  writeFileSync(out, 'mine');
  for (const path of [out, join(out, 'below')]) {
    const { code, err } = await watchbill(['calendar', '--out', path]);
    expect(code).toBe(2);
    expect(err).toMatch(/cannot be written: .*\n {2}use another folder/);
  }
  expect(readFileSync(out, 'utf8')).toBe('mine');
});

test('the folder keeps its mode, and a link to it stays one', async () => {
  const real = join(root, 'real');
  mkdirSync(real);
  chmodSync(real, 0o750);
  symlinkSync(real, out);
  expect((await watchbill(['calendar', '--out', out])).code).toBe(0);
  expect(statSync(real).mode & 0o777).toBe(0o750);
  expect(readdirSync(root).sort()).toEqual(['feeds', 'real']);
  expect(filesBelow(real)).toEqual(ALL);
});

test('what a link leads to is put back if a run was killed as it replaced it, and is made if it is not there', async () => {
  const real = join(root, 'real');
  symlinkSync('real', out);
  expect((await watchbill(['calendar', '--out', out])).code).toBe(0);
  expect([lstatSync(out).isSymbolicLink(), filesBelow(real)]).toEqual([true, ALL]);
  // A process that has ended, between the two renames.
  const mine = besideFolder(real);
  const dead = mine.replace(`-${process.pid}-`, `-${spawnSync(process.execPath, ['-e', '']).pid}-`);
  renameSync(mine, dead);
  renameSync(real, join(dead, 'last'));
  expect((await watchbill(['calendar', '--out', out, '--person', 'choo'])).code).toBe(0);
  expect(filesBelow(real)).toEqual(ALL);
  expect(readdirSync(root).sort()).toEqual(['feeds', 'real']);
});

test('a link that leads to itself is refused', async () => {
  symlinkSync('feeds', out);
  const { code, err } = await watchbill(['calendar', '--out', out]);
  expect([code, err]).toEqual([
    2,
    expect.stringMatching(/cannot be written: ELOOP.*\n {2}use another folder/),
  ]);
});

test('wrong usage, and data with errors, write nothing', async () => {
  const nowhere = await watchbill(['calendar']);
  expect([nowhere.code, nowhere.err]).toEqual([2, expect.stringContaining("'--out <dir>' not specified")]);
  const unknown = await watchbill(['calendar', '--out', out, '--person', 'aidl']);
  expect([unknown.code, unknown.err]).toEqual([2, 'unknown person "aidl": did you mean "aidil"?\n']);
  const data = changedData('leave.yaml', (text) => `${text}- {}\n`);
  const broken = await watchbill(['calendar', '--out', out, '--data', data]);
  expect([broken.code, broken.out]).toEqual([1, '']);
  expect(broken.err).toContain('nothing was written\n');
  expect(existsSync(out)).toBe(false);
});
