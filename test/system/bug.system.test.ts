import { spawnSync } from 'node:child_process';
import { mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../docs/blocks';
import { XYZ_TECH } from '../xyzTech';

jest.setTimeout(120_000);

const folder = mkdtempSync(join(tmpdir(), 'watchbill-bug-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ENV = {
  PATH: process.env['PATH'],
  WATCHBILL_DATA: XYZ_TECH,
  WATCHBILL_AS_OF: '2026-11-23',
  CDKTF_OUTDIR: 'cdktf.out',
};

/** What is loaded before a program, and breaks it from outside. */
const BROKEN = {
  'at once': `process.stdout.write = () => { throw new TypeError('broken \\u001b[31mhere') };`,
  'in a promise that nobody waits for': `void Promise.reject(new TypeError('broken \\u001b[31mhere'));`,
  'while something streams': `setImmediate(() => process.stdin.emit('error', new TypeError('broken \\u001b[31mhere')));`,
};
const VERBS = [
  ...['check', 'roster', 'who', 'diff', 'load', 'calendar --out feeds', 'sandbox', 'adopt', 'drift'],
  ...['cover choo --until 2026-11-25T09:00', 'rehearse aggregate-profit', 'telemetry sql', 'telemetry agent'],
  ...['completion bash', 'start', 'synth', 'app', 'deploy --plan-only'],
];
const PROGRAMS = ['approved', 'check', 'comment', 'deploy', 'diff', 'issue', 'nightly', 'plan'].map(
  (name) => `bin/watchbill-ci.js ${name}`,
);
const LINE =
  /^BUG001: a bug in Watchbill, not in your data: broken \\u\{1b\}\[31mhere; report it to .* WATCHBILL_DEBUG=1\nTo look a code up: watchbill explain BUG001\n$/;

function broken(how: keyof typeof BROKEN, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const preload = join(folder, `${how.replaceAll(' ', '-')}.cjs`);
  writeFileSync(preload, BROKEN[how]);
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--require', preload, ...args], {
    cwd: folder,
    encoding: 'utf8',
    input: '',
    timeout: 60_000,
    env: { ...ENV, ...env },
  });
  return { status, stdout, stderr };
}

const LATE = 'in a promise that nobody waits for';

/** Some programs say, before or meanwhile, that they were called without what they need. */
function expectOneLine({ status, stderr }: ReturnType<typeof broken>): void {
  const bugs = stderr.split(/^(?=BUG001)/m).filter((text) => text.startsWith('BUG001'));
  const lines = bugs.map((text) => `${text.split('\n').slice(0, 2).join('\n')}\n`);
  expect([status, lines]).toEqual([70, [expect.stringMatching(LINE)]]);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(stderr.length).toBeLessThan(500);
}

test.each(VERBS)('%s: one line, whatever breaks', (words) => {
  expectOneLine(broken(LATE, [join(ROOT, 'bin/watchbill.js'), ...words.split(' ')]));
});

test.each(PROGRAMS)('%s: one line, whatever breaks', (words) => {
  const [path = '', ...args] = words.split(' ');
  expectOneLine(broken(LATE, [join(ROOT, path), ...args]));
});

test.each(Object.keys(BROKEN) as (keyof typeof BROKEN)[])('%s', (how) => {
  const args = [join(ROOT, 'bin/watchbill.js'), 'who'];
  expect(broken(how, args)).toMatchObject({ status: 70, stderr: expect.stringMatching(LINE) });
  const { stderr } = broken(how, args, { WATCHBILL_DEBUG: '1' });
  expect(stderr).toMatch(
    /this trace\n {2}TypeError: broken \\u\{1b\}\[31mhere\n( {6}at .*\n)+To look a code up: watchbill explain BUG001\n$/,
  );
});

test('whoever reads has seen enough: no error, and what was begun is brought to its end', () => {
  const command = `"${process.execPath}" "${join(ROOT, 'bin/watchbill.js')}" telemetry sql; echo "ended with $?" >&2`;
  const { stderr } = spawnSync('bash', ['-c', `{ ${command}; } | head -n 1 >/dev/null`], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('ended with 0\n');
});

test('output that cannot be written is told, and is no success', () => {
  const full = openSync('/dev/full', 'w');
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, 'bin/watchbill.js'), 'telemetry', 'sql'],
    {
      encoding: 'utf8',
      env: ENV,
      stdio: ['ignore', full, 'pipe'],
    },
  );
  expect([status, stderr]).toEqual([
    1,
    expect.stringMatching(
      /^HOST001: this machine refused: ENOSPC: .*\nTo look a code up: watchbill explain HOST001\n$/,
    ),
  ]);
});
