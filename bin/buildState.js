const { createHash } = require('node:crypto');
const { existsSync, readdirSync, readFileSync, statSync } = require('node:fs');
const { join, resolve } = require('node:path');

/** The package: a checkout, or where it was installed. */
const ROOT = resolve(__dirname, '..');
/** What is built, from what, and by what. */
const FOLDERS = ['src', 'stacks', 'scripts/ci'];
const FILES = [
  'scripts/build.js',
  'scripts/licenses.js',
  'scripts/temporalTypes.js',
  'tsconfig.json',
  'tsconfig.build.json',
];
/** Beside what was built, and not in the package. */
const STAMP = 'build.json';

/** Paths of the sources below a folder of the project. */
function filesBelow(root, folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesBelow(root, path);
    return path.endsWith('.ts') ? [path] : [];
  });
}

/** A digest of what is said of each file, in an order of its own. */
function digest(files, said) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file}\0${said(file)}\0`);
  return hash.digest('hex');
}

/**
 * What the sources are now: `seen` by size and time, in a few milliseconds; `content` by
 * their text, which is looked at only where `seen` is another (a copy, another branch and back).
 */
function sourcesOf(root) {
  const files = [...FOLDERS.flatMap((folder) => filesBelow(root, folder)), ...FILES]
    .filter((file) => existsSync(join(root, file)))
    .sort();
  return {
    seen: digest(files, (file) => {
      const { size, ctimeMs } = statSync(join(root, file));
      return `${size} ${ctimeMs}`;
    }),
    content: () => digest(files, (file) => readFileSync(join(root, file), 'utf8')),
  };
}

/** What the build was made of; undefined where there is no whole one. */
function stampOf(root) {
  try {
    return JSON.parse(readFileSync(join(root, 'dist', STAMP), 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Why what is built must not run: it is not there, or the sources have changed since.
 * An installed package has no sources, and nothing to compare.
 *
 * @param root folder of the package
 * @returns undefined where it may run; else one line, with a code and the way out
 */
function buildProblem(root = ROOT) {
  if (!existsSync(join(root, 'src'))) {
    return existsSync(join(root, 'dist/watchbill.js'))
      ? undefined
      : 'BUILD001: this package is not whole: install it again';
  }
  const stamp = stampOf(root);
  if (stamp === undefined) return 'BUILD001: Watchbill is not built: npm run build';
  const sources = sourcesOf(root);
  return sources.seen === stamp.seen || sources.content() === stamp.content
    ? undefined
    : 'BUILD002: the sources have changed since Watchbill was built: npm run build';
}

module.exports = { ROOT, STAMP, buildProblem, sourcesOf };
