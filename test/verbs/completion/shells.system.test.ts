import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Shell } from '../../../src/verbs/completion/script';
import { watchbill } from '../../cli/run';
import { suiteUnless } from '../../suite';

/** A shell without anybody's settings. */
const CLEAN: Readonly<Record<Shell, readonly string[]>> = {
  bash: ['--norc', '-euc'],
  zsh: ['-f', '-euc'],
  fish: ['--no-config', '-c'],
};

/**
 * What each shell is asked: what it would offer after the words of `$TYPED`. Fish answers
 * that itself; the others call the function, and zsh's own two only print.
 */
const ASKED: Readonly<Record<Shell, string>> = {
  bash: `source ./script
COMP_WORDS=(watchbill "$@")
COMP_CWORD=$#
_watchbill
printf '%s\\n' "\${COMPREPLY[@]}"
complete -p watchbill`,
  zsh: `compdef() { registered="$*" }
_describe() { print -rl -- "\${(@P)2}" }
_files() { print -r -- files }
source ./script
words=(watchbill "$@")
CURRENT=$#words
_watchbill
print -r -- $registered`,
  fish: 'source ./script; complete -C "watchbill $argv"',
};

const missing = (shell: Shell) =>
  spawnSync(shell, ['--version']).status === 0 ? undefined : `${shell} is not installed`;

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'watchbill-completion-'));
  // A command that answers what the real one does, without starting it over and over.
  const answers = {
    d: await watchbill(['__complete', '--', 'd']),
    'cover ': await watchbill(['__complete', '--', 'cover', '']),
    'cover aidil --w': await watchbill(['__complete', '--', 'cover', 'aidil', '--w']),
    'check --data ': await watchbill(['__complete', '--', 'check', '--data', '']),
  };
  const cases = Object.entries(answers).map(([typed, { out }]) => `  '${typed}') printf '%s' '${out}';;`);
  const command = join(folder, 'watchbill');
  writeFileSync(
    command,
    `#!/bin/sh\n[ "$1 $2" = '__complete --' ] || exit 9\nshift 2\ncase "$*" in\n${cases.join('\n')}\nesac\n`,
  );
  chmodSync(command, 0o755);
  writeFileSync(join(folder, 'my file'), '');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a shell offers after these words, a line each. */
async function offered(shell: Shell, ...words: string[]): Promise<string[]> {
  writeFileSync(join(folder, 'script'), (await watchbill(['completion', shell])).out);
  const args = shell === 'fish' ? words : [shell, ...words];
  const { stdout, stderr, status } = spawnSync(shell, [...CLEAN[shell], ASKED[shell], ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: `${folder}:${process.env['PATH']}`, HOME: folder },
  });
  expect([status, stderr]).toEqual([0, '']);
  return stdout.trimEnd().split('\n');
}

suiteUnless(missing('bash'), 'in bash', () => {
  const registered = 'complete -o default -F _watchbill watchbill';
  test.each([
    [['d'], ['diff', 'deploy', 'drift']],
    [
      ['cover', ''],
      ['aidil', 'spencer', 'thiru', 'choo'],
    ],
    [['cover', 'aidil', '--w'], ['--with']],
    // Nothing: bash names files then.
    [['check', '--data', ''], ['']],
  ])('%j', async (words, expected) => {
    expect(await offered('bash', ...words)).toEqual([...expected, registered]);
  });
});

suiteUnless(missing('zsh'), 'in zsh', () => {
  const registered = '_watchbill watchbill';
  test.each([
    [
      ['d'],
      [
        'diff:shows who is on call before and after a change of the data',
        'deploy:plans all stacks, shows the plan, asks, and applies exactly that',
        'drift:reports what was changed by hand in PagerDuty and Datadog',
      ],
    ],
    [
      ['cover', ''],
      ['aidil:Aidil', 'spencer:Spencer', 'thiru:Thiru', 'choo:Choo'],
    ],
    [['cover', 'aidil', '--w'], ['--with:who covers, as agreed (default: the rules decide)']],
    [['check', '--data', ''], ['files']],
  ])('%j', async (words, expected) => {
    expect(await offered('zsh', ...words)).toEqual([...expected, registered]);
  });
});

suiteUnless(missing('fish'), 'in fish', () => {
  test.each([
    [
      ['d'],
      [
        'deploy\tplans all stacks, shows the plan, asks, and applies exactly that',
        'diff\tshows who is on call before and after a change of the data',
        'drift\treports what was changed by hand in PagerDuty and Datadog',
      ],
    ],
    // In fish's own order, and no files beside them.
    [
      ['cover', ''],
      ['aidil\tAidil', 'choo\tChoo', 'spencer\tSpencer', 'thiru\tThiru'],
    ],
    [['cover', 'aidil', '--w'], ['--with\twho covers, as agreed (default: the rules decide)']],
    [
      ['check', '--data', ''],
      ['my file', 'script', 'watchbill'],
    ],
  ])('%j', async (words, expected) => {
    expect(await offered('fish', ...words)).toEqual(expected);
  });
});
