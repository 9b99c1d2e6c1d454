const { createHash } = require('node:crypto');
const { existsSync, readdirSync, readFileSync, statSync } = require('node:fs');
const { join, resolve } = require('node:path');

/** The package: a checkout, or an installation. */
const ROOT = resolve(__dirname, '..');
/** Folders and files that determine the build. */
const FOLDERS = ['src', 'stacks', 'scripts/ci'];
const FILES = [
  // The packages that are bundled.
  'package-lock.json',
  'scripts/build.js',
  'scripts/cluster.js',
  'scripts/licenses.js',
  'scripts/temporalTypes.js',
  'tsconfig.json',
  'tsconfig.build.json',
];
/** Next to the build, and not part of the package. */
const STAMP = 'build.json';

/** Paths of the sources below a folder. */
function filesBelow(root, folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesBelow(root, path);
    return path.endsWith('.ts') ? [path] : [];
  });
}

/** A digest of the files and a fact about each. */
function digest(files, factOf) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file}\0${factOf(file)}\0`);
  return hash.digest('hex');
}

/**
 * Digests of the present sources: `seen` by size and time takes a few milliseconds; `content` by
 * their text is needed only if `seen` differs (a copy, another branch and back).
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

/** The digests of the sources that the build was made from; undefined without a complete build. */
function stampOf(root) {
  try {
    return JSON.parse(readFileSync(join(root, 'dist', STAMP), 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Why the build must not run: it is missing, or the sources have changed since. An installed
 * package has no sources to compare with.
 *
 * @param root folder of the package
 * @returns a code and the fix, and where to look it up; undefined if the build may run
 */
function buildProblem(root = ROOT) {
  if (!existsSync(join(root, 'src'))) {
    return existsSync(join(root, 'dist/watchbill.js'))
      ? undefined
      : told('BUILD001: this package is incomplete: install it again');
  }
  const stamp = stampOf(root);
  if (stamp === undefined) return told('BUILD001: Watchbill is not built: npm run build');
  const sources = sourcesOf(root);
  return sources.seen === stamp.seen || sources.content() === stamp.content
    ? undefined
    : told('BUILD002: the sources have changed since Watchbill was built: npm run build');
}

/** What is not built cannot explain its codes. */
function told(text) {
  return `${text}\nTo look a code up: docs/diagnostics.md`;
}

module.exports = { ROOT, STAMP, buildProblem, sourcesOf, told };
