import { inert, inertCut } from '../../src/alerts';

test.each([
  [
    'plain text, 100 % of total_profit (see A & B) – ok?',
    'plain text, 100 % of total_profit (see A & B) – ok?',
  ],
  ['@all', '(at)all'],
  ['ba-desk@xyz-tech.example', 'ba-desk(at)xyz-tech.example'],
  ['＠all ﹫here', '(at)all (at)here'],
  ['{{#is_alert}}x{{/is_alert}}', '((#is_alert))x((/is_alert))'],
  ['{{{{raw}}}} {{{value}}}', '((((raw)))) (((value)))'],
  ['{', '('],
  ['${aws} %{if}', '$(aws) %(if)'],
  ['[safe](https://x.example)', '(safe)(https://x.example)'],
  ['![x](y) [a][b]', '!(x)(y) (a)(b)'],
  ['<a href="x">y</a>', '‹a href="x"›y‹/a›'],
  ['run `ls` and ```', "run 'ls' and '''"],
  ['C:\\temp', 'C:＼temp'],
  ['&#64;all &lt;b&gt; AT&T', '& #64;all & lt;b& gt; AT&T'],
  ['%%% ends', '% ends'],
  ['~~~ ~~gone~~', '~ ~gone~'],
  ['# heading', 'heading'],
  ['- - item', 'item'],
  ['-5 % is low', '-5 % is low'],
  ['one\r\ntwo\u2028three\t four', 'one two three four'],
  ['a\u202eb\u200b\u0000c\ufeff', 'abc'],
  ['\u{1f469}\u200d\u{1f4bb}', '\u{1f469}\u200d\u{1f4bb}'],
  ['half \ud83d', 'half \ufffd'],
  [' \u200b ', ''],
])('%j', (text, expected) => {
  expect(inert(text)).toBe(expected);
});

describe('inertCut', () => {
  test.each([
    ['start the run again', 19, 'start the run again'],
    ['start the run again', 18, 'start the run…'],
    ['start the run again', 12, 'start the…'],
    ['unbroken-word', 6, 'unbro…'],
    ['ab\u{1f4bb}cdef', 4, 'ab…'],
    ['@@@@', 9, '(at)(at)…'],
  ])('%j to %d', (text, length, expected) => {
    expect(inertCut(text, length)).toBe(expected);
  });
});
