import { wrapped } from '../../src/text/wrapped';

test('a short text is one line', () => {
  expect(wrapped('threshold 5, the data says 1', '  ')).toBe('  threshold 5, the data says 1\n');
});

test('80 columns are 40 characters that take two', () => {
  const [first, second] = wrapped('王王王王 '.repeat(9).trim()).split('\n');
  // Eight words of eight columns and seven blanks are 71; a ninth would be the 80th: it fits.
  expect([first, second]).toEqual([Array(9).fill('王王王王').join(' '), '']);
  expect(wrapped('王王王王 '.repeat(10).trim()).split('\n')[1]).toBe('  王王王王');
});

test('lines of at most 80 columns, those after the first deeper, longer words alone', () => {
  const text = `${'word '.repeat(20)}${'x'.repeat(90)} end`;
  const lines = wrapped(text, '  ').split('\n');
  expect(lines[0]).toBe(`  ${Array(15).fill('word').join(' ')}`);
  expect(lines.slice(1)).toEqual([
    `    ${Array(5).fill('word').join(' ')}`,
    `    ${'x'.repeat(90)}`,
    '    end',
    '',
  ]);
});
