import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const { releaseProblem } = require('../../scripts/release.js') as {
  releaseProblem(tag: string, version: string, changelog: string): string | undefined;
};

const CHANGELOG = '# Changelog\n\n## Unreleased\n\n- x\n\n## 0.2.0 (2026-12-01)\n\n- y\n\n## 0.1.9\n';

test.each([
  ['v0.2.0', '0.2.0', undefined],
  ['v0.2.1', '0.2.0', 'the tag is v0.2.1, but package.json says 0.2.0'],
  ['0.2.0', '0.2.0', 'the tag is 0.2.0, but package.json says 0.2.0'],
  ['v0.1.9', '0.1.9', 'CHANGELOG.md has no section "## 0.1.9 (YYYY-MM-DD)"'],
  ['v0.2', '0.2', 'CHANGELOG.md has no section "## 0.2 (YYYY-MM-DD)"'],
])('%s of version %s', (tag, version, problem) => {
  expect(releaseProblem(tag, version, CHANGELOG)).toBe(problem);
});

test('the changelog has the form that a release needs', () => {
  const changelog = readFileSync(resolve('CHANGELOG.md'), 'utf8');
  expect(releaseProblem('v0.1.0', '0.1.0', changelog)).toBeUndefined();
});
