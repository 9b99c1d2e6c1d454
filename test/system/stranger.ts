import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import manifest from '../../package.json';
import { onceARun, runFolder } from '../support/onceARun';

const PROJECT = resolve(__dirname, '../..');
const TARBALL = `watchbill-${manifest.version}.tgz`;
/** What is no part of the package, and would be read all the same: npm looks at every package that is installed. */
const NOT_CLONED = new Set(['.git', 'node_modules', 'cdktf.out', 'coverage', '.tools']);
/** What npm and this project hand on to what they start; a stranger's shell has none of it. */
const HANDED_ON = /^(npm_|WATCHBILL_)/i;

/** An app on a machine of its own that has installed the package. */
export interface Stranger {
  /** Folder of the app. */
  readonly app: string;
  /** Path of the package as npm would publish it. */
  readonly tarball: string;
  /** Paths of the installed package's files, sorted. */
  readonly files: readonly string[];
  /** Runs node in the app. @returns what it printed on standard output */
  node(...args: string[]): string;
  /** Runs node in the app where no other program, so no Terraform, can be found. */
  nodeWithoutPath(...args: string[]): string;
  /** Runs `npx --no-install` in the app. @throws where it does not exit with 0 */
  npx(...args: string[]): string;
  /** Removes the app. */
  remove(): void;
}

/**
 * A copy of an app that has installed the package: packed from a copy of the project with the build of this
 * run (../built.js), as `npm publish` would. That is done once a run; installScripts.long.test.ts builds
 * a fresh clone, and finds the same files. Nothing comes from a registry or from a cache: what the package depends on is
 * linked to the project's own `node_modules`.
 */
export function installAtStranger(): Stranger {
  const shared = onceARun('stranger', packAndInstall);
  // As deep as what is copied: npm's links are relative.
  const home = mkdtempSync(join(runFolder(), 'stranger-'));
  const app = join(home, 'app');
  cpSync(join(shared, 'app'), app, { recursive: true, verbatimSymlinks: true });
  const run = (command: string, ...args: string[]) => output(command, args, app, environment(home));
  return {
    app,
    tarball: join(shared, TARBALL),
    files: filesBelow(join(app, 'node_modules/watchbill')),
    node: (...args) => run(process.execPath, ...args),
    nodeWithoutPath: (...args) => output(process.execPath, args, app, { ...environment(home), PATH: '' }),
    npx: (...args) => run('npx', '--no-install', ...args),
    remove: () => rmSync(home, { recursive: true }),
  };
}

/** The package as npm would publish it, and `app/`, which has installed it. */
function packAndInstall(home: string): void {
  const clone = join(home, 'clone');
  const app = join(home, 'app');
  cpSync(PROJECT, clone, {
    recursive: true,
    filter: (path) => !NOT_CLONED.has(relative(PROJECT, path)),
  });
  output('npm', ['pack', '--pack-destination', home], clone, environment(home));
  rmSync(clone, { recursive: true });

  mkdirSync(app);
  cpSync(join(__dirname, 'stranger'), app, { recursive: true });
  const dependencies = { ...links(), watchbill: `file:${join(home, TARBALL)}` };
  writeFileSync(join(app, 'package.json'), JSON.stringify({ name: 'clicks', private: true, dependencies }));
  output(
    'npm',
    ['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund'],
    app,
    environment(home),
  );
}

/** The package's dependencies and peers, and node's types, as links to the project's own. */
function links(): Record<string, string> {
  const names = [
    ...Object.keys(manifest.dependencies),
    ...Object.keys(manifest.peerDependencies),
    '@types/node',
  ];
  return Object.fromEntries(names.map((name) => [name, `file:${join(PROJECT, 'node_modules', name)}`]));
}

export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

/** The environment of a shell that has never seen this project, with npm's files below `home`. */
function environment(home: string): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !HANDED_ON.test(name));
  return {
    ...Object.fromEntries(own),
    npm_config_cache: join(home, 'npm-cache'),
    npm_config_userconfig: join(home, 'npmrc'),
    npm_config_update_notifier: 'false',
  };
}

function output(command: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, env, encoding: 'utf8' });
  // The compiler, which `npm pack` may start, tells its errors on standard output.
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} exits with ${status}\n${stdout}${stderr}`);
  return stdout;
}
