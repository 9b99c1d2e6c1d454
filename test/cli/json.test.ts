import { jsonText } from '../../src/cli/json';

test('a program reads what a vendor wrote, and a terminal obeys none of it', () => {
  const value = { name: 'a\u009b2J\u001b[2J\u202eb\u{e0041}\n\u00e9\ud800', list: [1] };
  const text = jsonText(value);
  expect(JSON.parse(text)).toEqual(value);
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
  expect(text).toContain('\u00e9');
});
