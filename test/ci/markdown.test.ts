import { cut, fenced } from '../../scripts/ci/markdown';

test('a fence is longer than any in it', () => {
  expect(fenced('one\n')).toBe('```text\none\n```');
  expect(fenced('```\n@all\n````')).toBe('`````text\n```\n@all\n````\n`````');
});

test('what fits is not touched', () => {
  expect(cut('a\nb', 3, 'cut')).toBe('a\nb');
});

test.each([
  ['lines stay whole', 'first\nsecond\nthird', 16, 'first\n\n(cut)\n'],
  ['a fence is closed', '```text\nabc\ndef\nghi\njkl\n```', 26, '```text\nabc\n```\n\n(cut)\n'],
  [
    'folded parts are closed, the fence before them; one in a fence is text',
    `<details>\n<details>\n~\n\`\`\`\`\n</details>\n\`\`\`\n${'x\n'.repeat(99)}`,
    100,
    undefined,
  ],
])('%s', (_, text, limit, expected) => {
  const result = cut(text, limit, '(cut)');
  expect(result.length).toBeLessThanOrEqual(limit);
  if (expected !== undefined) expect(result).toBe(expected);
  else
    expect(result).toMatch(
      /^<details>\n<details>\n~\n````\n<\/details>\n```\n(x\n)+````\n\n<\/details>\n\n<\/details>\n\n\(cut\)\n$/,
    );
});
