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
import { cloneInto } from '../clone';
import { ROOT } from '../docs/blocks';
import { XYZ_TECH } from '../xyzTech';

jest.setTimeout(240_000);

const folder = mkdtempSync(join(tmpdir(), 'watchbill-build-'));
const at = (path: string) => join(folder, path);
/** A source that every start of the command shows. */
const HELP = at('src/main.ts');
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

beforeAll(() => {
  cloneInto(folder, ['dist']);
  cpSync(XYZ_TECH, at('data'), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const env = {
  PATH: process.env['PATH'],
  HOME: process.env['HOME'],
  CHECKPOINT_DISABLE: '1',
  WATCHBILL_AS_OF: '2026-11-23',
};

function run(program: string, args: readonly string[], extra: NodeJS.ProcessEnv = {}) {
  const options = { cwd: folder, encoding: 'utf8', env: { ...env, ...extra } } as const;
  const { status, stdout: out, stderr: err } = spawnSync(program, args, options);
  return { status, out, err };
}

const command = (...args: string[]) => run(process.execPath, ['bin/watchbill.js', ...args]);
const build = () => run('npm', ['run', '--silent', 'build']);
const help = () => command('--help').out;
const change = (before: string, after: string) =>
  writeFileSync(HELP, readFileSync(HELP, 'utf8').replace(before, after));

test('without a build: one line, and no trace', () => {
  expect(command('who')).toEqual(NOT_BUILT);
  mkdirSync(at('dist'));
  expect(command('who')).toEqual(NOT_BUILT);
  expect(build()).toEqual({ status: 0, out: '', err: '' });
  expect(command('who')).toMatchObject({ status: 0, err: '' });
});

test('the command runs only where the sources are those of the build', () => {
  // A copy has another time, and the same text.
  copyFileSync(HELP, at('main.copy'));
  renameSync(at('main.copy'), HELP);
  expect(command('who')).toMatchObject({ status: 0, err: '' });

  change('who is paged, when, and why', 'who is paged, and why');
  expect(command('who')).toEqual(STALE);
  change('who is paged, and why', 'who is paged, when, and why');
  expect(command('who')).toMatchObject({ status: 0, err: '' });

  writeFileSync(at('src/another.ts'), 'export {};\n');
  expect(command('who')).toEqual(STALE);
  expect(build().status).toBe(0);
  rmSync(at('src/another.ts'));
  expect(command('who')).toEqual(STALE);
  expect(build().status).toBe(0);
  expect(existsSync(at('dist/src/another.js'))).toBe(false);
});

test('npm scripts and the CDKTF CLI build first, and say what the sources say', () => {
  appendFileSync(at('src/verbs/synth/synth.ts'), "process.stderr.write('the new sources\\n');\n");
  const output = run(join(ROOT, 'node_modules/.bin/cdktf'), ['synth'], { CI: '1' });
  expect([output.status, output.out + output.err]).toEqual([0, expect.stringContaining('the new sources')]);
  expect(command('who').status).toBe(0);

  const start = at('src/verbs/start/start.ts');
  writeFileSync(start, readFileSync(start, 'utf8').replace('5. Next', '5. And now'));
  const { status, out, err } = run('npm', ['start', '--silent']);
  expect([status, err, out]).toEqual([0, '', expect.stringContaining('\n5. And now\n')]);
});

test('sources with an error are never built, and what was built stays', () => {
  const before = readFileSync(at('dist/watchbill.js'), 'utf8');
  const text = readFileSync(HELP, 'utf8');
  appendFileSync(HELP, 'const one: number = "two";\n');
  for (const args of [
    ['run', '--silent', 'build'],
    ['start', '--silent'],
    ['run', '--silent', 'ci:issue'],
  ]) {
    const { status, out, err } = run('npm', args);
    expect([args, status, out]).toEqual([args, 1, '']);
    expect(err).toMatch(/^src\/main\.ts\(\d+,7\): error TS2322: .*\n(.*\n)*?BUILD003: /m);
    expect(err).not.toMatch(/^\s+at /m);
  }
  expect(readFileSync(at('dist/watchbill.js'), 'utf8')).toBe(before);
  expect(readdirSync(folder).filter((name) => name.startsWith('dist'))).toEqual(['dist']);
  writeFileSync(HELP, text);
});

test('two builds at the same time: one whole build', async () => {
  change('who is paged, when, and why', 'who is paged, by whom, and why');
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
  expect(help()).toContain('who is paged, by whom, and why');
  expect(readdirSync(folder).filter((name) => name.startsWith('dist'))).toEqual(['dist']);
});

test('an installed package has no sources, and nothing is compared', () => {
  const installed = at('node_modules_of_somebody/watchbill');
  for (const name of ['bin', 'dist', 'package.json']) {
    cpSync(at(name), join(installed, name), { recursive: true });
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
  cloneInto(bare, ['dist', 'node_modules']);
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

  test('nothing of it is left in, or taken from, the folder for temporary files', () => {
    const TMPDIR = at('tmp');
    mkdirSync(TMPDIR);
    expect(run('npm', ['run', '--silent', 'synth'], { TMPDIR, CI: '1' }).status).toBe(0);
    expect(run('npm', ['run', '--silent', 'ci:plan'], { TMPDIR }).status).toBe(0);
    expect(run('npm', ['run', '--silent', 'deploy'], { TMPDIR }).status).toBe(2);
    expect(readdirSync(TMPDIR)).toEqual([]);
  });
});
