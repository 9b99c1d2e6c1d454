import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import manifest from '../../package.json';
import { cloneInto } from '../clone';
import { ROOT } from '../docs/blocks';
import { suiteUnless } from '../suite';
import { XYZ_TECH } from '../xyzTech';
import { whyNotInstalled } from './registry';
import { filesBelow } from './stranger';

jest.setTimeout(240_000);

interface Locked {
  readonly name?: string;
  readonly version?: string;
  readonly hasInstallScript?: boolean;
  readonly resolved?: string;
}

const lock = readFileSync(join(ROOT, 'package-lock.json'), 'utf8');
const { packages } = JSON.parse(lock) as { packages: Readonly<Record<string, Locked>> };
const nameOf = (path: string) => path.replace(/^.*node_modules\//, '');
const ALIAS = '@cdktf/node-pty-prebuilt-multiarch';

test('every package with an install script is refused it, and nothing else is', () => {
  const all = Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript === true);
  const refused = Object.entries(manifest.allowScripts).filter(([, allowed]) => !allowed);
  expect(refused.map(([name]) => name)).toEqual([...new Set(all.map(([path]) => nameOf(path)))].sort());
  expect(Object.values(manifest.allowScripts)).not.toContain(true);
});

test('the pseudo terminal of cdktf is the prebuilt one, for every platform', () => {
  expect(packages[`node_modules/${ALIAS}`]).toMatchObject({ name: '@lydell/node-pty', version: '1.1.0' });
  const copies = Object.keys(packages).filter((path) => path.endsWith(ALIAS));
  expect(copies).toEqual([`node_modules/${ALIAS}`]);
  const builds = Object.keys(packages)
    .map(nameOf)
    .filter((name) => name.startsWith('@lydell/node-pty-'));
  expect(builds.map((name) => name.replace('@lydell/node-pty-', ''))).toEqual([
    ...['darwin-arm64', 'darwin-x64', 'linux-arm64', 'linux-x64', 'win32-arm64', 'win32-x64'],
  ]);
});

test('the lock names no registry: each machine has its own', () => {
  expect(Object.values(packages).flatMap(({ resolved }) => resolved ?? [])).toEqual([]);
});

const home = mkdtempSync(join(tmpdir(), 'watchbill-scripts-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const [folder, fresh] = [join(home, 'clone'), join(home, 'fresh')];

/** Where each package with an install script is, and its version. */
const scripted = Object.entries(packages).flatMap(([path, { hasInstallScript, version }]) =>
  hasInstallScript === true && version !== undefined && existsSync(join(ROOT, path))
    ? [{ path, version }]
    : [],
);

/** The packages with install scripts anew, each in a folder of its own, and no script run. */
function whyNotFresh(): string | undefined {
  for (const { path, version } of scripted) {
    const into = join(fresh, path);
    mkdirSync(into, { recursive: true });
    writeFileSync(join(into, 'package.json'), '{ "private": true }\n');
    const missing = whyNotInstalled(into, 'install', '--omit=optional', `${nameOf(path)}@${version}`);
    if (missing !== undefined) return missing;
  }
  return undefined;
}

/**
 * A fresh clone: nothing is built, nothing linked. What has no script is installed as it is here, and need
 * not be unpacked again.
 */
function cloned(): void {
  cloneInto(folder, ['dist', 'node_modules']);
  for (const name of ['jest.config.js', 'test']) {
    cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  }
  cpSync(XYZ_TECH, join(folder, 'data'), { recursive: true });
  const linked = spawnSync('cp', ['-al', join(ROOT, 'node_modules'), folder]);
  // Another file system has no links to this one.
  if (linked.status !== 0)
    cpSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), {
      recursive: true,
      verbatimSymlinks: true,
    });
  rmSync(join(folder, 'node_modules/.cache'), { recursive: true, force: true });
  for (const { path } of scripted) {
    for (const name of readdirSync(join(folder, path))) {
      // What it needs in another version has no script.
      if (name !== 'node_modules') rmSync(join(folder, path, name), { recursive: true });
    }
    cpSync(join(fresh, path, 'node_modules', nameOf(path)), join(folder, path), { recursive: true });
  }
}

/** The files of a build, but for what a command that has run keeps beside them. */
const builtIn = (root: string) =>
  filesBelow(join(root, 'dist')).filter((file) => !file.startsWith('compile-cache/'));

suiteUnless(whyNotFresh(), 'every install script of every package is refused', () => {
  beforeAll(cloned);

  const npm = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync('npm', args, {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, WATCHBILL_AS_OF: '2026-11-23', WATCHBILL_DATA: '' },
    });
    return { status, out: stdout + stderr };
  };

  test('our own builds the project', () => {
    expect(npm('run', '--silent', 'prepare')).toEqual({ status: 0, out: '' });
    // The package is packed from the build before all suites: this one has the same files.
    expect(builtIn(folder)).toEqual(builtIn(ROOT));
  });

  test('npm start does the main job', () => {
    const { status, out } = npm('start', '--silent');
    expect([status, out]).toEqual([0, expect.stringContaining('16 monitors rehearsed: each reached')]);
  });

  test('npm run synth synthesizes', () => {
    expect(npm('run', '--silent', 'synth')).toMatchObject({ status: 0 });
  });

  test('npm test runs, types and style are checked', () => {
    const { status, out } = npm('test', '--silent', '--', 'test/setup.test.ts');
    expect([status, out]).toEqual([0, expect.stringMatching(/^Tests: +\d+ passed, \d+ total$/m)]);
    for (const tool of ['tsc', 'biome', 'esbuild', 'tsx']) {
      const { status: ended } = spawnSync(join(folder, 'node_modules/.bin', tool), ['--version'], {
        cwd: folder,
      });
      expect([tool, ended]).toEqual([tool, 0]);
    }
  });
});
