const { readFileSync } = require('node:fs');
const { join } = require('node:path');

/**
 * Why a tag is not released; undefined if it may be.
 * @param {string} tag what was pushed, e.g. `v0.2.0`
 * @param {string} version of package.json
 * @param {string} changelog text of CHANGELOG.md
 */
function releaseProblem(tag, version, changelog) {
  if (tag !== `v${version}`) return `the tag is ${tag}, but package.json says ${version}`;
  const sections = changelog.match(/^## .*$/gm) ?? [];
  const hasDate = sections.some((line) => /^## (\S+) \(\d{4}-\d\d-\d\d\)$/.exec(line)?.[1] === version);
  return hasDate ? undefined : `CHANGELOG.md has no section "## ${version} (YYYY-MM-DD)"`;
}

module.exports = { releaseProblem };

if (require.main === module) {
  const root = join(__dirname, '..');
  const { version } = require(join(root, 'package.json'));
  const changelog = readFileSync(join(root, 'CHANGELOG.md'), 'utf8');
  const problem = releaseProblem(process.env.GITHUB_REF_NAME ?? '', version, changelog);
  if (problem !== undefined) {
    process.stderr.write(`${problem}\n  nothing is released\n`);
    process.exitCode = 1;
  }
}
