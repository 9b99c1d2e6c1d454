import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DATA, watchbill } from './run';

/** What the command itself names next. */
async function next(...words: string[]): Promise<string[]> {
  const { out } = await watchbill(['__complete', '--', ...words]);
  return out.split('\n').flatMap((line) => (line === '' ? [] : [line.split('\t')[0] ?? '']));
}

test('verbs, by what is typed of them', async () => {
  expect(await next('')).toContain('rehearse');
  expect(await next('')).not.toContain('__complete');
  expect(await next('d')).toEqual(['diff', 'drift']);
  expect(await next('telemetry', '')).toEqual(['sql', 'agent']);
  expect(await next('completion', '')).toEqual(['bash', 'zsh', 'fish']);
});

test('options of the verb, but for those that are there', async () => {
  expect(await next('cover', '--')).toEqual([
    ...['--from', '--until', '--with', '--cancel', '--yes', '--data', '--json', '--help'],
  ]);
  expect(await next('roster', '--json', '--weeks', '4', '--pers', '--')).not.toContain('--json');
  expect(await next('roster', '--p')).toEqual(['--pipeline', '--person']);
});

test('ids of the data: people, pipelines, and the rules of a pipeline', async () => {
  const people = ['aidil', 'spencer', 'thiru', 'choo'];
  expect(await next('cover', '')).toEqual(people);
  expect(await next('cover', 'aidil', '--with', '')).toEqual(people);
  expect(await next('roster', '--person', 'c')).toEqual(['choo']);
  expect(await next('who', 'aggregate-g')).toEqual(['aggregate-growth']);
  expect(await next('roster', '--pipeline', 'unit')).toEqual(['unit-profit-experiments']);
  expect(await next('rehearse', 'aggregate-growth', '')).toEqual([
    ...['runs-too-long', 'growth-out-of-range', 'key-metric-missing'],
  ]);
});

test('nothing where nothing is known: files, free text, no data', async () => {
  expect(await next('check', '--data', '')).toEqual([]);
  expect(await next('roster', '--from', '')).toEqual([]);
  expect(await next('cover', 'aidil', '')).toEqual([]);
  expect(await next('check', '--data', '/nowhere', '--')).not.toContain('--data');
  expect(await next('cover', '--data', '/nowhere', '')).toEqual([]);
});

describe('the script of bash, in bash', () => {
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'watchbill-completion-'));
    // A command that answers what the real one does, without starting it over and over.
    const answers = {
      d: await watchbill(['__complete', '--', 'd']),
      'cover ': await watchbill(['__complete', '--', 'cover', '']),
      'check --data ': await watchbill(['__complete', '--', 'check', '--data', '']),
    };
    const cases = Object.entries(answers).map(([typed, { out }]) => `  '${typed}') printf '%s' '${out}';;`);
    const command = join(folder, 'watchbill');
    writeFileSync(
      command,
      `#!/bin/sh\n[ "$1 $2" = '__complete --' ] || exit 9\nshift 2\ncase "$*" in\n${cases.join('\n')}\nesac\n`,
    );
    chmodSync(command, 0o755);
    writeFileSync(join(folder, 'script'), (await watchbill(['completion', 'bash'])).out);
    writeFileSync(join(folder, 'my file'), '');
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** What bash would offer after these words. */
  function offered(words: readonly string[]): string {
    const lines = [
      'source ./script',
      `COMP_WORDS=(watchbill ${words.map((word) => `'${word}'`).join(' ')})`,
      `COMP_CWORD=${words.length}`,
      '_watchbill',
      'printf "%s\\n" "${COMPREPLY[@]}"',
      'complete -p watchbill',
    ];
    const { stdout, stderr, status } = spawnSync('bash', ['--norc', '-euc', lines.join('\n')], {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: `${folder}:${process.env['PATH']}`, WATCHBILL_DATA: DATA },
    });
    expect([status, stderr]).toEqual([0, '']);
    return stdout;
  }

  test.each([
    [['d'], 'diff\ndrift\n'],
    [['cover', ''], 'aidil\nspencer\nthiru\nchoo\n'],
    [['check', '--data', ''], '\n'],
  ])('%j', (words, expected) => {
    expect(offered(words)).toBe(`${expected}complete -o default -F _watchbill watchbill\n`);
  });
});

describe.each(['zsh', 'fish'] as const)('the script of %s', (shell) => {
  const isInstalled = spawnSync(shell, ['--version']).status === 0;

  test(`asks the command${isInstalled ? ', and is sound' : '; that it is sound is not tested: it is not installed'}`, async () => {
    const { out } = await watchbill(['completion', shell]);
    expect(out).toContain('__complete -- ');
    if (isInstalled) expect(spawnSync(shell, ['-n'], { input: out }).status).toBe(0);
  });
});
