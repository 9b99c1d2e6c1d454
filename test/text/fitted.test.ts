import { fitted } from '../../src/text/fitted';

test('what fits stays, line by line', () => {
  const text = 'note: short\n  fix it\n\n';
  expect(fitted(text, 11)).toBe(text);
  expect(fitted(text, 10)).toBe('note:\n    short\n  fix it\n\n');
});

test('between words, what follows further in than the line of the fix', () => {
  expect(
    fitted(
      'data/leave.yaml:3:5 error LEAV002: this leave ends before it starts: 2026-11-09\n' +
        '  write a later end: a date includes the whole day, a clock time is the first moment back\n',
      60,
    ),
  ).toBe(`\
data/leave.yaml:3:5 error LEAV002: this leave ends before it
    starts: 2026-11-09
  write a later end: a date includes the whole day, a clock
    time is the first moment back
`);
});

test('a deeper line keeps its depth', () => {
  expect(fitted('      one two three', 14)).toBe('      one two\n        three');
});

test.each([
  [
    'an address',
    'see https://example.com/a/long/path?query=1#anchor',
    'https://example.com/a/long/path?query=1#anchor',
  ],
  ['a path', 'edit data/runbooks/aggregate-profit.md there', 'data/runbooks/aggregate-profit.md'],
  ['a command', 'then run npx watchbill adopt, and deploy', 'npx watchbill adopt,'],
  [
    'its options',
    'or watchbill roster --weeks 4 --from 2026-11-23',
    'watchbill roster --weeks 4 --from 2026-11-23',
  ],
  [
    'what it quotes',
    `say it: npx watchbill adopt --map growth="Data on-call (old)"`,
    `npx watchbill adopt --map growth="Data on-call (old)"`,
  ],
  ['a hyphen after a command', 'it is git fetch --unshallow, for all', 'git fetch --unshallow,'],
])('%s stays whole', (_, line, whole) => {
  const lines = fitted(line, 12).split('\n');
  expect(lines.map((each) => each.trim())).toContain(whole);
});

test('a line that is a command is never broken, also with a message that reads like prose', () => {
  const line = "  git commit -m 'Leave: choo until 2026-11-25, as agreed; see below'";
  expect(fitted(line, 20)).toBe(line);
  expect(fitted('git is not installed, or not on the PATH', 20)).toBe(
    'git is not\n    installed, or\n    not on the PATH',
  );
});

test('characters of two columns count as two, colours as none', () => {
  expect(fitted('陳小明 陳小明', 13)).toBe('陳小明 陳小明');
  expect(fitted('陳小明 陳小明', 12)).toBe('陳小明\n    陳小明');
  expect(fitted('\u001b[31merror\u001b[39m here', 10)).toBe('\u001b[31merror\u001b[39m here');
});
