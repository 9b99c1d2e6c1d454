import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { explainHint, withExplainHint } from '../../src/cli/explainHint';
import { watchbill } from './run';

const ROOT = join(__dirname, '../..');

test('a message with a code ends in how to look it up', () => {
  expect(withExplainHint('DEPL001: no Terraform\n  install it\nnothing was deployed\n')).toBe(
    'DEPL001: no Terraform\n  install it\nnothing was deployed\nTo look a code up: watchbill explain DEPL001\n',
  );
  expect(withExplainHint('monitors: apply failed\n  ADOP002: a --map\n')).toContain('explain ADOP002\n');
  expect(withExplainHint('BUG001: a bug in Watchbill\n')).toContain('explain BUG001\n');
});

test('one without stays as it is, and so does one that says it already', () => {
  const [without, once] = [
    '--until is missing\n  see PABC123: it\n',
    `ASOF001: no\n${explainHint('ASOF001')}\n`,
  ];
  expect([without, once].map(withExplainHint)).toEqual([without, once]);
});

test.each([
  ['who --as-of yesterday', 'ASOF001'],
  ['rehearse aggregate-profit --at 2029-01-01 --as-of 2026-11-23', 'REHE007'],
  ['deploy --plan-only --auto-approve', 'DEPL003'],
])('%s ends in how to look %s up', async (args, code) => {
  const { code: exit, err } = await watchbill(args.split(' '));
  expect(exit).toBe(2);
  expect(err.split('\n').slice(-2)).toEqual([`To look a code up: watchbill explain ${code}`, '']);
});

/** Where a code is written into a message, and what prints that message. */
test('every file that puts a code into a message throws a usage error, or says how to look it up', () => {
  const files = ['src', 'stacks', 'scripts', 'bin'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.[tj]s$/.test(name))
      .map((name) => join(folder, name)),
  );
  const wrong = files.filter((file) => {
    const source = readFileSync(join(ROOT, file), 'utf8');
    if (!/[`'][A-Z]{3,5}\d{3}: /.test(source.replace(/^\s*(\*|\/\/).*$/gm, ''))) return false;
    return !/new UsageError\(|withExplainHint\(|told\([`']BUILD/.test(source);
  });
  // Printed by others: adopt's as usage errors; a deploy's, and the unforeseen, with the hint.
  expect(wrong.sort()).toEqual([
    'src/cli/unexpected.ts',
    'src/verbs/adopt/survey/choice.ts',
    'src/verbs/deploy/failure/advice.ts',
    'src/verbs/deploy/failure/notAnswered.ts',
  ]);
});
