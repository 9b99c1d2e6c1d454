import { isAscii } from 'node:buffer';
import { spawn, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import manifest from '../../package.json';
import { Folder } from '../ci/folder';
import { cloneInto } from '../clone';
import { ROOT } from '../docs/blocks';

jest.setTimeout(240_000);

const folder = mkdtempSync(join(tmpdir(), 'watchbill-build-'));
const at = (path: string) => join(folder, path);
/**
 * What builds is the project's own, and what is built is small: what the command says, and what the
 * CDKTF CLI wants to read. The project itself is built for the package (stranger.ts), before all suites
 * (../built.js), and without any install script (installScripts.long.test.ts).
 */
const MAIN = at('src/main.ts');
const BEYOND_ASCII = ["'–'", '/^[：。]\\p{L}😀$/u', '`café → 😀`'];
const SMALL = `import { mkdirSync, writeFileSync } from 'node:fs';

export const processIo = {};
export const beyondAscii = [${BEYOND_ASCII.join()}];
export const program = (start: () => void) => start();

export function main([verb]: readonly string[]): void {
  console.log(\`this is \${verb}\`);
  if (verb !== 'app') return;
  const stack = { name: 'one', synthesizedStackPath: 'stacks/one/cdk.tf.json', workingDirectory: 'stacks/one' };
  const metadata = { backend: 'local', stackName: 'one', version: '0.21.0' };
  mkdirSync('cdktf.out/stacks/one', { recursive: true });
  writeFileSync(
    'cdktf.out/manifest.json',
    JSON.stringify({
      version: '0.21.0',
      stacks: { one: { ...stack, constructPath: 'one', annotations: [], dependencies: [] } },
    }),
  );
  const template = { '//': { metadata, outputs: {} }, terraform: { required_providers: {} } };
  writeFileSync('cdktf.out/stacks/one/cdk.tf.json', JSON.stringify(template));
}
`;
const NOT_BUILT = {
  status: 2,
  out: '',
  err: 'BUILD001: Watchbill is not built: npm run build\nTo look a code up: docs/diagnostics.md\n',
};
const STALE = {
  status: 2,
  out: '',
  err: 'BUILD002: the sources have changed since Watchbill was built: npm run build\nTo look a code up: docs/diagnostics.md\n',
};

function smallClone(into: string, without: readonly string[]): void {
  cloneInto(into, ['dist', 'src', 'stacks', ...without]);
  // These import what is not there.
  rmSync(join(into, 'scripts/ci'), { recursive: true });
  mkdirSync(join(into, 'src/verbs/synth'), { recursive: true });
  writeFileSync(join(into, 'src/main.ts'), SMALL);
  // What the command synthesizes with is a bundle of its own; nothing here asks for it.
  writeFileSync(join(into, 'src/verbs/synth/synthesizedStacks.ts'), 'export {};\n');
}

beforeAll(() => smallClone(folder, []));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const env = {
  PATH: process.env['PATH'],
  HOME: process.env['HOME'],
  CHECKPOINT_DISABLE: '1',
};

function run(program: string, args: readonly string[], extra: NodeJS.ProcessEnv = {}) {
  const options = { cwd: folder, encoding: 'utf8', env: { ...env, ...extra } } as const;
  const { status, stdout: out, stderr: err } = spawnSync(program, args, options);
  return { status, out, err };
}

const command = (...args: string[]) => run(process.execPath, ['bin/watchbill.js', ...args]);
const build = () => run('npm', ['run', '--silent', 'build']);
const said = (verb: string) => ({ status: 0, out: `this is ${verb}\n`, err: '' });
const change = (before: string, after: string) =>
  writeFileSync(MAIN, readFileSync(MAIN, 'utf8').replace(before, after));

test('without a build: one line, and no trace', () => {
  expect(command('who')).toEqual(NOT_BUILT);
  mkdirSync(at('dist'));
  expect(command('who')).toEqual(NOT_BUILT);
  expect(build()).toEqual({ status: 0, out: '', err: '' });
  expect(command('who')).toEqual(said('who'));
});

test('the command runs only where the sources are those of the build', () => {
  // A copy has another time, and the same text.
  copyFileSync(MAIN, at('main.copy'));
  renameSync(at('main.copy'), MAIN);
  expect(command('who')).toEqual(said('who'));

  change('this is', 'that is');
  expect(command('who')).toEqual(STALE);
  change('that is', 'this is');
  expect(command('who')).toEqual(said('who'));

  // Other packages, which are part of the command.
  const lock = readFileSync(at('package-lock.json'), 'utf8');
  writeFileSync(at('package-lock.json'), `${lock}\n`);
  expect(command('who')).toEqual(STALE);
  writeFileSync(at('package-lock.json'), lock);

  writeFileSync(at('src/another.ts'), 'export {};\n');
  expect(command('who')).toEqual(STALE);
  expect(build().status).toBe(0);
  expect(existsSync(at('dist/src/another.js'))).toBe(true);
  rmSync(at('src/another.ts'));
  expect(command('who')).toEqual(STALE);
  expect(build().status).toBe(0);
  expect(existsSync(at('dist/src/another.js'))).toBe(false);
});

test('what is built is ASCII, and means what the sources say', () => {
  const built = readFileSync(at('dist/watchbill.js'));
  expect(isAscii(built)).toBe(true);
  const { beyondAscii } = require(at('dist/watchbill.js'));
  expect(beyondAscii).toEqual(['–', /^[：。]\p{L}😀$/u, 'café → 😀']);
  expect(beyondAscii[1].test('。é😀')).toBe(true);
});

test('npm scripts and the CDKTF CLI build first, and say what the sources say', () => {
  change('this is', 'these are the new sources of');
  const output = run(join(ROOT, 'node_modules/.bin/cdktf'), ['synth'], { CI: '1' });
  expect([output.status, output.out + output.err]).toEqual([
    0,
    expect.stringContaining('these are the new sources of app'),
  ]);
  expect(command('who').out).toBe('these are the new sources of who\n');

  change('these are the new sources of', 'and now');
  expect(run('npm', ['start', '--silent'])).toEqual({ status: 0, out: 'and now start\n', err: '' });
  change('and now', 'this is');
});

test('sources with an error are never built, and what was built stays', () => {
  const before = readFileSync(at('dist/watchbill.js'), 'utf8');
  appendFileSync(MAIN, 'export const one: number = "two";\n');
  for (const args of [
    ['run', '--silent', 'build'],
    ['start', '--silent'],
    ['run', '--silent', 'ci:issue'],
  ]) {
    const { status, out, err } = run('npm', args);
    expect([args, status, out]).toEqual([args, 1, '']);
    expect(err).toMatch(/^src\/main\.ts\(\d+,14\): error TS2322: .*\n(.*\n)*?BUILD003: /m);
    expect(err).not.toMatch(/^\s+at /m);
  }
  expect(readFileSync(at('dist/watchbill.js'), 'utf8')).toBe(before);
  expect(readdirSync(folder).filter((name) => name.startsWith('dist'))).toEqual(['dist']);
  writeFileSync(MAIN, SMALL);
});

test('two builds at the same time: one whole build', async () => {
  change('this is', 'both say');
  const codes = await Promise.all(
    [1, 2].map(
      () =>
        new Promise((done) => {
          const child = spawn(process.execPath, ['scripts/build.js', '--if-stale'], { cwd: folder, env });
          child.on('close', done);
        }),
    ),
  );
  expect(codes).toEqual([0, 0]);
  expect(command('who').out).toBe('both say who\n');
  expect(readdirSync(folder).filter((name) => name.startsWith('dist'))).toEqual(['dist']);
});

test('an installed package has no sources, and nothing is compared', () => {
  const installed = at('node_modules_of_somebody/watchbill');
  for (const name of ['bin', 'dist', 'package.json']) {
    cpSync(join(ROOT, name), join(installed, name), { recursive: true });
  }
  rmSync(join(installed, 'dist/build.json'));
  const version = () => run(process.execPath, [join(installed, 'bin/watchbill.js'), '--version']);
  expect(version()).toEqual({ status: 0, out: `${manifest.version}\n`, err: '' });
  rmSync(join(installed, 'dist'), { recursive: true });
  expect(version()).toEqual({
    status: 2,
    out: '',
    err: 'BUILD001: this package is incomplete: install it again\nTo look a code up: docs/diagnostics.md\n',
  });
});

test('without packages: one line', () => {
  const bare = at('bare');
  smallClone(bare, ['node_modules']);
  const { status, stderr } = spawnSync('npm', ['start', '--silent'], { cwd: bare, env, encoding: 'utf8' });
  expect([status, stderr]).toEqual([
    1,
    'BUILD003: Watchbill could not be built: nothing is installed: npm ci\nTo look a code up: docs/diagnostics.md\n',
  ]);
});

describe('what may hold keys runs from the build alone', () => {
  const { scripts } = manifest;
  const { app } = JSON.parse(readFileSync(join(ROOT, 'cdktf.json'), 'utf8')) as { app: string };

  test('no script of a deploy, of CI, or of what it starts runs TypeScript', () => {
    const keyed = Object.entries(scripts).filter(([name]) => /^(start|synth|deploy|ci:)/.test(name));
    expect(keyed).toHaveLength(12);
    for (const [name, script] of [...keyed, ['app', app] as const]) {
      expect([name, script]).toEqual([name, expect.not.stringMatching(/\btsx\b|\.ts\b/)]);
    }
    const ours = ['stacks', 'scripts/ci'].flatMap((where) =>
      readdirSync(join(ROOT, where)).map((name) => readFileSync(join(ROOT, where, name), 'utf8')),
    );
    expect(ours.filter((text) => /['"]tsx['"]/.test(text))).toEqual([]);
  });

  test('nothing of it is left in, or taken from, the folder for temporary files', async () => {
    const project = new Folder();
    const TMPDIR = at('tmp');
    mkdirSync(TMPDIR);
    const asOf = { TMPDIR, WATCHBILL_AS_OF: '2026-11-23' };
    try {
      expect((await project.npm('synth', { ...asOf, CI: '1' })).code).toBe(0);
      expect((await project.npm('ci:plan', asOf)).code).toBe(0);
      expect((await project.npm('deploy', asOf)).code).toBe(2);
    } finally {
      project.remove();
    }
    expect(readdirSync(TMPDIR)).toEqual([]);
  });
});
