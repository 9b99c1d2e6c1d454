import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { ROOT } from '../docs/blocks';

const folder = mkdtempSync(join(tmpdir(), 'watchbill-gate-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Says what it is asked, fails where $BROKEN names it, and writes what jest would: the counts of $COUNTS. */
const NPM = `#!/usr/bin/env bash
echo "npm $1 $2 $3"
for argument in "$@"; do
  case $argument in
    --outputFile=*) printf '%s' "$COUNTS" >"\${argument#--outputFile=}" ;;
    $BROKEN) broken=yes ;;
  esac
done
[ -z "\${broken:-}" ]
`;

beforeAll(() => {
  for (const name of ['.ci', 'scripts', 'bin']) mkdirSync(join(folder, name));
  cpSync(join(ROOT, '.ci/run'), join(folder, '.ci/run'));
  writeFileSync(join(folder, 'scripts/test-tools.sh'), 'echo zsh is there\n');
  writeFileSync(join(folder, 'bin/npm'), NPM, { mode: 0o755 });
});

function gate(broken: string, counts: object = {}) {
  const all = { numPassedTests: 10, numFailedTests: 0, numPendingTests: 0, numRuntimeErrorTestSuites: 0 };
  const PATH = [join(folder, 'bin'), process.env['PATH']].join(delimiter);
  const env = { PATH, BROKEN: broken, COUNTS: JSON.stringify({ ...all, ...counts }) };
  const { status, stdout, stderr } = spawnSync(join(folder, '.ci/run'), { env, encoding: 'utf8' });
  return { status, last: stdout.trimEnd().split('\n').at(-1), stdout, stderr };
}

test('install, four checks, synthesis and the tour are a check each, beside every test', () => {
  const { status, last, stdout, stderr } = gate('nothing');
  expect([status, last]).toEqual([0, '27 passed, 0 failed']);
  expect(stdout.match(/^== .*$/gm)).toEqual([
    '== install: npm ci --no-audit --no-fund',
    '== lint: npm run --silent lint',
    '== lint:workflows: npm run --silent lint:workflows',
    '== lint:unused: npm run --silent lint:unused',
    '== types: npm run --silent types',
    '== tools of single suites: scripts/test-tools.sh',
    '== tests: npm test',
    '== tests: npm run test:long',
    '== synth: npm run --silent synth',
    '== start: npm start --silent',
  ]);
  // What each says is below its own heading, also where they ran side by side.
  expect(stdout).toContain('== lint:unused: npm run --silent lint:unused\nnpm run --silent lint:unused\n');
  expect(stdout).toContain('scripts/test-tools.sh\nzsh is there\n');
  expect(stdout).toContain('== synth: npm run --silent synth\nnpm run --silent synth\n');
  expect(stderr).toBe('');
});

test.each(['lint', 'lint:workflows', 'lint:unused', 'types', 'synth', 'start'])(
  '%s that fails is one failure, and the others still run',
  (broken) => {
    const { status, last, stdout } = gate(broken);
    expect([status, last]).toEqual([1, '26 passed, 1 failed']);
    expect(stdout).toContain(`\n== ${broken} FAILED\n`);
  },
);

test('without packages nothing else is tried', () => {
  const { status, last, stdout } = gate('ci');
  expect([status, last]).toEqual([1, '0 passed, 1 failed']);
  expect(stdout).not.toContain('== lint');
});

test('tests that fail, are skipped, or are no tests at all', () => {
  expect(gate('nothing', { numFailedTests: 2, numPendingTests: 3 })).toMatchObject({
    status: 1,
    last: '27 passed, 4 failed, 6 skipped',
  });
  expect(gate('test:long')).toMatchObject({ status: 1, last: '27 passed, 1 failed' });
  expect(gate('nothing', { numPassedTests: 0 })).toMatchObject({ status: 1, last: '7 passed, 2 failed' });
});
