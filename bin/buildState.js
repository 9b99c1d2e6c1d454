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

/** Adds the paths of the sources below a folder. */
function addFilesBelow(root, folder, to) {
  for (const entry of readdirSync(`${root}/${folder}`, { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) addFilesBelow(root, path, to);
    else if (path.endsWith('.ts')) to.push(path);
  }
}

/**
 * What the present sources are: `seen`, by size and time, takes a few milliseconds; `content`, a
 * digest of their text, is needed only if `seen` differs (a copy, another branch and back).
 */
function sourcesOf(root) {
  const files = FILES.filter((file) => existsSync(join(root, file)));
  for (const folder of FOLDERS) {
    if (existsSync(join(root, folder))) addFilesBelow(root, folder, files);
  }
  files.sort();
  const seen = files.map((file) => {
    const { size, ctimeMs } = statSync(`${root}/${file}`);
    return `${file} ${size} ${ctimeMs}`;
  });
  return {
    seen: seen.join('\n'),
    content: () => {
      // Loading this takes as long as all of the above.
      const hash = require('node:crypto').createHash('sha256');
      for (const file of files) hash.update(`${file}\0${readFileSync(join(root, file), 'utf8')}\0`);
      return hash.digest('hex');
    },
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
