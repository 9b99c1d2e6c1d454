import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import manifest from '../../../package.json';
import { loadCatalogOrThrow, type Owner, readDataDirectory } from '../../../src/catalog';
import { watchbill } from '../../cli/run';
import { emptyFolder, filesIn } from './folder';

const ALL = [
  ...['--name', 'Orders', '--time-zone', 'Europe/Berlin', '--hand-off', 'tuesday 10:00'],
  ...['--person', 'Ada Lovelace <ada@orders.example>', '--person', 'Grace <grace@orders.example>'],
  ...['--person', 'Edsger <edsger@orders.example>', '--pipeline', 'Daily orders', '--pipeline', 'Refunds'],
];
const MINIMAL = ['--yes', '--name', 'Orders', '--time-zone', 'Europe/Berlin'];

async function init(folder: string, ...options: string[]) {
  const result = await watchbill(['init', folder, ...options]);
  return { ...result, files: filesIn(folder) };
}

const idOf = (owner: Owner) => (owner.kind === 'person' ? owner.person.id : owner.team.id);
const catalogOf = (folder: string) => loadCatalogOrThrow(readDataDirectory(join(folder, 'data')), 'data');

test('each option says what it says, and nothing is asked where all is given', async () => {
  const folder = join(emptyFolder(), 'a', 'b');
  const { code, err, files } = await init(folder, ...ALL);
  expect([code, err]).toEqual([0, '']);
  expect(Object.keys(files)).toEqual([
    '.gitattributes',
    '.github/dependabot.yml',
    '.github/workflows/deploy.yml',
    '.github/workflows/nightly.yml',
    '.github/workflows/pull-request.yml',
    '.github/workflows/site.yml',
    '.gitignore',
    'README.md',
    'cdktf.json',
    'data/holidays/2026.yaml',
    'data/holidays/2027.yaml',
    'data/leave.yaml',
    'data/organization.yaml',
    'data/pipelines.yaml',
    'data/rotations.yaml',
    'data/runbooks/daily-orders.md',
    'data/runbooks/refunds.md',
    'package.json',
  ]);
  const { organization, people, pipelines, rotations } = catalogOf(folder);
  expect(organization).toMatchObject({
    name: 'Orders',
    timeZone: 'Europe/Berlin',
    handOff: { day: 'tuesday' },
  });
  expect(String(organization.handOff.at)).toBe('10:00:00');
  expect(people.map(({ id, email }) => [id, email])).toEqual([
    ['ada-lovelace', 'ada@orders.example'],
    ['grace', 'grace@orders.example'],
    ['edsger', 'edsger@orders.example'],
  ]);
  expect(
    pipelines.map(({ id, name, primary, secondary }) => [id, name, idOf(primary), idOf(secondary)]),
  ).toEqual([
    ['daily-orders', 'Daily orders', 'ada-lovelace', 'grace'],
    ['refunds', 'Refunds', 'grace', 'edsger'],
  ]);
  const [rotation] = rotations;
  // Tuesday 24 November is today; somebody has to be on call before 10:00, too.
  expect(rotation?.versions.map(({ from, order }) => [String(from), order.map(({ id }) => id)])).toEqual([
    ['2026-11-17', ['ada-lovelace', 'grace', 'edsger']],
  ]);
});

test('--yes with a name and a zone asks nothing: the contract', async () => {
  const folder = emptyFolder();
  const { code, out } = await init(folder, ...MINIMAL);
  expect(code).toBe(0);
  expect(out).toContain(`Written to ${folder}:\n  data/organization.yaml\n`);
  expect(out).toContain(`\nNext\n  1. cd ${folder} && npm install && npm start\n`);
  expect(out.split('\n').filter((line) => /^ {2}\d\. /.test(line))).toHaveLength(3);
  expect(catalogOf(folder).people.map(({ email }) => email)).toEqual([
    'first-person@example.com',
    'second-person@example.com',
  ]);
  const { code: checked, out: told } = await watchbill([
    'check',
    '--data',
    join(folder, 'data'),
    '--as-of',
    '2026-11-24',
  ]);
  expect([checked, told.match(/ (error|warning) \w+/g)]).toEqual([
    0,
    [' warning HOLI007', ' warning HOLI007'],
  ]);
});

test("where a name and a zone are not given either, they are the folder's and the machine's", async () => {
  const defaulted = async (name: string, timeZone?: string) => {
    const folder = join(emptyFolder(), name);
    const { code } = await watchbill(
      ['init', folder, '--yes'],
      {},
      timeZone === undefined ? {} : { timeZone },
    );
    const { organization } = catalogOf(folder);
    return [code, organization.name, organization.timeZone];
  };
  expect(await defaulted('orders-on-call', 'Asia/Tokyo')).toEqual([0, 'orders-on-call', 'Asia/Tokyo']);
  expect(await defaulted('a{{b}}', 'UTC')).toEqual([0, 'Our team', 'Etc/UTC']);
  expect(await defaulted('x')).toEqual([0, 'x', 'Etc/UTC']);
});

test('package.json asks for this version and its peers, or for what --package says', async () => {
  const folder = emptyFolder();
  await init(folder, ...MINIMAL);
  const { name, dependencies, engines, scripts } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  expect([name, engines]).toEqual(['orders-on-call', manifest.engines]);
  expect(dependencies).toEqual({ ...manifest.peerDependencies, watchbill: `^${manifest.version}` });
  // What the workflows run.
  const workflows = Object.entries(filesIn(join(folder, '.github/workflows'))).map(([, text]) => text);
  const run = workflows.flatMap((text) => [
    ...text.matchAll(/- run: npm (?:run )?(\S+)|^ +run: npm run (\S+)/gm),
  ]);
  const called = new Set(
    run.map(([, first, second]) => first ?? second ?? '').filter((each) => each !== 'ci'),
  );
  expect([...called].filter((script) => !(script in scripts))).toEqual([]);
  expect(called.size).toBe(10);

  const other = emptyFolder();
  await init(other, ...MINIMAL, '--package', 'file:../watchbill.tgz');
  expect(JSON.parse(readFileSync(join(other, 'package.json'), 'utf8')).dependencies.watchbill).toBe(
    'file:../watchbill.tgz',
  );
});

test("workflows: without what is about Watchbill itself, in the morning of the team's zone", async () => {
  const folder = emptyFolder();
  await init(folder, ...MINIMAL);
  const workflow = (name: string) => filesIn(folder)[`.github/workflows/${name}.yml`] ?? '';
  const own = (name: string) => readFileSync(resolve('.github/workflows', `${name}.yml`), 'utf8');
  const all = ['pull-request', 'deploy', 'nightly', 'site'].map(workflow).join('');
  expect(all).not.toMatch(/npm test|WATCHBILL_TESTS|src\/\*\*|scripts\/ci|Kuala/);
  // 06:23 in Berlin's winter.
  expect(workflow('nightly')).toContain('    # 06:23 in Europe/Berlin, before office hours. Cron is in UTC');
  expect(workflow('nightly')).toContain("    - cron: '23 5 * * *'\n");
  // All else is as it is here.
  const left = own('nightly')
    .replaceAll('docs/ci.md', 'node_modules/watchbill/docs/ci.md')
    .replaceAll('docs/site.md', 'node_modules/watchbill/docs/site.md')
    .replace('Asia/Kuala_Lumpur', 'Europe/Berlin');
  expect(workflow('nightly')).toBe(left.replace("'23 22 * * *'", "'23 5 * * *'"));
  expect(workflow('deploy').split('\n')).toHaveLength(own('deploy').split('\n').length - 3);
});

describe('nothing is overwritten', () => {
  test('a folder that is not empty: what is in the way is listed', async () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, 'data'));
    writeFileSync(join(folder, 'README.md'), 'mine');
    const { code, out, err, files } = await init(folder, ...MINIMAL);
    expect([code, out]).toEqual([2, '']);
    expect(err).toBe(
      `${JSON.stringify(folder)} is not empty, and nothing is overwritten; in the way: "README.md", "data"\n  name a folder that is empty, or a new one\n`,
    );
    expect(files).toEqual({ 'README.md': 'mine' });
  });

  test('many names are cut, and are shown without what a terminal obeys', async () => {
    const folder = emptyFolder();
    for (let number = 10; number < 23; number += 1) writeFileSync(join(folder, `${number}\u001b[31m`), '');
    const { err } = await init(folder, ...MINIMAL);
    expect(err).toContain(`in the way: "10\\u001b[31m", `);
    expect(err).toContain(' and 3 more\n');
    expect(err).not.toContain('\u001b');
  });

  test('a second time is refused like any other', async () => {
    const folder = emptyFolder();
    await init(folder, ...MINIMAL);
    const before = filesIn(folder);
    expect((await init(folder, ...MINIMAL)).code).toBe(2);
    expect(filesIn(folder)).toEqual(before);
  });

  test('a repository without files is empty', async () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, '.git'));
    writeFileSync(join(folder, '.git/HEAD'), 'ref: refs/heads/main\n');
    expect((await init(folder, ...MINIMAL)).code).toBe(0);
    expect(filesIn(folder)['.git/HEAD']).toBe('ref: refs/heads/main\n');
  });

  test('a file is no folder', async () => {
    const file = join(emptyFolder(), 'file');
    writeFileSync(file, 'mine');
    const { code, err } = await watchbill(['init', file, ...MINIMAL]);
    expect([code, err]).toEqual([2, expect.stringContaining('is not a folder\n')]);
  });
});

describe('what cannot be taken is told as the catalog tells it, and nothing is written', () => {
  test.each([
    [
      '--time-zone',
      'Europe/Berln',
      /^ORGA001: unknown time zone: "Europe\/Berln"\n {2}did you mean "Europe\/Berlin"\?\nTo look a code up: watchbill explain ORGA001\n$/,
    ],
    ['--time-zone', 'UTC', /^ORGA002: .*Etc\/UTC/s],
    ['--name', '', /^DATA004: the text is empty/],
    ['--name', 'a ${b}', /^TEXT001: /],
    ['--name', 'two\nlines', /^TEXT002: control or invisible character \\u\{a\}/],
    [
      '--hand-off',
      'someday 09:00',
      /^DATA004: unknown value: "someday"\n {2}did you mean "sunday"\?\n|^DATA004/,
    ],
    ['--hand-off', 'monday 25:00', /^DATA004: not a valid time of day: "25:00"/],
    ['--hand-off', 'monday', /^not a hand-off: "monday"/],
    ['--person', 'Ada <ada>', /^one person is not enough/],
    ['--pipeline', 'Refunds & returns', /^TEXT004: PagerDuty does not accept & in a name/],
  ])('%s %p', async (option, value, message) => {
    const folder = join(emptyFolder(), 'new');
    const { code, out, err, files } = await init(folder, '--yes', option, value);
    expect([code, out, files]).toEqual([2, '', {}]);
    expect(err).toMatch(message);
  });

  test.each([
    [['--person', 'Ada <ada>', '--person', 'Grace'], /^DATA004: not a valid e-mail address: "ada"/],
    [['--person', 'Ada <a@b.example>', '--person', 'Grace <A@b.example>'], /^PEOP002: /],
    [['--person', 'Ada', '--person', 'Ada'], /^the name "Ada" is given twice\n/],
    [['--pipeline', 'Orders', '--pipeline', 'Orders'], /^the name "Orders" is given twice\n/],
    [['--pipeline', '{{x}}', '--pipeline', '@all'], /^TEXT001: .*\n.*\nTEXT001: .*\n/],
  ])('%p', async (options, message) => {
    const folder = join(emptyFolder(), 'new');
    const { code, err, files } = await init(folder, '--yes', ...options);
    expect([code, files]).toEqual([2, {}]);
    expect(err).toMatch(message);
  });

  test('nobody to ask', async () => {
    const folder = join(emptyFolder(), 'new');
    const { code, err, files } = await init(folder, '--name', 'Orders');
    expect([code, files]).toEqual([2, {}]);
    expect(err).toMatch(/^there is no terminal to ask questions on\n {2}give .*--yes/);
  });
});
