import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cloneInto } from '../clone';
import { type Block, blocksOf, ROOT } from '../docs/blocks';
import { XYZ_TECH } from '../xyzTech';

const blocks = blocksOf('README.md');
const folder = mkdtempSync(join(tmpdir(), 'watchbill-readme-'));

beforeAll(() => {
  cloneInto(folder);
  cpSync(XYZ_TECH, join(folder, 'data'), { recursive: true });
  const git = 'git -c user.name=Ada -c user.email=ada@xyz-tech.example -c commit.gpgsign=false';
  bash(`git init --quiet && git add data && ${git} commit --quiet --message=Data`);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/**
 * The same without npx, which reads all packages before it starts what is in this folder: that it finds
 * the command, one block shows for all.
 */
const directly = (script: string) => script.replaceAll('npx watchbill', 'node bin/watchbill.js');

/** What a reader's shell prints on standard output. */
function bash(script: string): string {
  const { WATCHBILL_AS_OF: _, WATCHBILL_DATA: __, ...env } = process.env;
  return execFileSync('bash', ['-c', script], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      ...env,
      CHECKPOINT_DISABLE: '1',
      FORCE_COLOR: '0',
      npm_config_loglevel: 'error',
      npm_config_cache: join(folder, '.npm'),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

test('every block of the README is one of the kinds that a test executes', () => {
  const unknown = blocks.filter(
    ({ info }) => !/^(sh|sh gate|text|ts app|yaml (append|excerpt) \S+)$/.test(info),
  );
  expect(unknown).toEqual([]);
});

test('the two commands of the README are what the gate runs', () => {
  const gate = readFileSync(join(ROOT, '.ci/run'), 'utf8');
  const commands = blocks
    .filter(({ info }) => info === 'sh gate')
    .flatMap(({ text }) => text.trim().split(/\n| && /));
  expect(new Set(commands)).toEqual(new Set(['npm ci', 'npm start', 'npm test']));
  for (const command of new Set(commands)) expect(gate).toContain(command);
});

test('nobody is told to leave a day or a folder behind in a shell', () => {
  const docs = readdirSync(join(ROOT, 'docs')).filter((name) => name.endsWith('.md'));
  const pages = ['README.md', ...docs.map((name) => join('docs', name))];
  const exporting = pages.filter((page) => /export WATCHBILL_/.test(readFileSync(join(ROOT, page), 'utf8')));
  expect(exporting).toEqual([]);
});

test('what the README shows of the data is there', () => {
  const excerpts = blocks.filter(({ info }) => info.startsWith('yaml excerpt'));
  expect(excerpts.length).toBeGreaterThan(0);
  for (const { info, text } of excerpts)
    expect(readFileSync(join(folder, info.split(' ')[2] ?? ''), 'utf8')).toContain(text);
});

test('the tour prints what the README shows', () => {
  let printed = '';
  let ran = 0;
  const differences: { line: number; expected: string; printed: string }[] = [];
  const step: Record<string, (block: Block) => void> = {
    sh: ({ text }) => {
      ran += 1;
      // The commit is the reader's own.
      printed = bash(ran === 1 ? text : directly(text)).replace(/^(Before: HEAD) \(\w+\)$/m, '$1 (1a2b3c4)');
    },
    text: ({ text, line }) => {
      if (text !== printed) differences.push({ line, expected: text, printed });
    },
    'yaml excerpt': () => {},
    'yaml append': ({ info, text }) => appendFileSync(join(folder, info.split(' ')[2] ?? ''), text),
  };
  for (const block of blocks)
    step[
      block.info
        .split(' ')
        .slice(0, block.info.startsWith('yaml') ? 2 : 3)
        .join(' ')
    ]?.(block);
  expect(differences).toEqual([]);
}, 120_000);

test('the app of constructs alone synthesizes', () => {
  const [app] = blocks.filter(({ info }) => info === 'ts app');
  writeFileSync(join(folder, 'app.ts'), app?.text ?? '');
  bash('CDKTF_OUTDIR=app.out node --import tsx app.ts');
  const json = JSON.parse(readFileSync(join(folder, 'app.out/stacks/on-call/cdk.tf.json'), 'utf8'));
  expect(Object.values(json.resource.pagerduty_schedule)[0]).toMatchObject({
    name: 'Nightly loads',
    layer: [{ users: ['${data.pagerduty_user.ada.id}', '${data.pagerduty_user.grace.id}'] }],
  });
}, 60_000);
