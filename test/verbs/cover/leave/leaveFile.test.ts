import { parse } from 'yaml';
import { ListLayoutError, withEnd, withEntry, withoutEntry } from '../../../../src/verbs/cover/leave';

const ENTRY = { person: 'choo', from: '2026-11-24T22:40', until: '2026-11-25T09:00' };
const LINE = '{ person: choo, from: 2026-11-24T22:40, until: 2026-11-25T09:00, emergency: true }';

const LAYOUTS: readonly (readonly [name: string, before: string, after: string])[] = [
  ['nothing but an empty list', '# none\n[]\n', `# none\n- ${LINE}\n`],
  ['a line each', '- { a: 1 }   # why\n\n# end\n', `- { a: 1 }   # why\n\n# end\n- ${LINE}\n`],
  ['no line break at the end', '- { a: 1 }', `- { a: 1 }\n- ${LINE}\n`],
  ['indented', '  - { a: 1 }\n  - { a: 2 }\n', `  - { a: 1 }\n  - { a: 2 }\n  - ${LINE}\n`],
  ['keys below each other', '-  a: 1\n   b: 2\n', `-  a: 1\n   b: 2\n- ${LINE}\n`],
  ['Windows line breaks', '- { a: 1 }\r\n', `- { a: 1 }\r\n- ${LINE}\r\n`],
  ['a list in brackets', '[ { a: 1 }, { a: 2 } ] # x\n', `[ { a: 1 }, { a: 2 }, ${LINE} ] # x\n`],
  ['a byte order mark', '\uFEFF- { a: 1 }\n', `\uFEFF- { a: 1 }\n- ${LINE}\n`],
];

test.each(LAYOUTS)('an entry is added to %s, and nothing else is touched', (_, before, after) => {
  expect(withEntry(before, ENTRY)).toBe(after);
  const expected = [...(parse(before.replace('\uFEFF', '')) as unknown[]), { ...ENTRY, emergency: true }];
  expect(parse(after.replace('\uFEFF', ''))).toEqual(expected);
});

test.each(LAYOUTS.filter(([name]) => !/empty list|no line break/.test(name)))(
  'and taken out again of %s',
  (_, before, after) => {
    const entries = parse(after.replace('\uFEFF', '')) as unknown[];
    expect(withoutEntry(after, entries.length - 1)).toBe(before);
  },
);

test('who stands in as agreed is named', () => {
  expect(withEntry('[]\n', { ...ENTRY, cover: 'aidil' })).toBe(
    `- ${LINE.replace(' }', ', cover: aidil }')}\n`,
  );
});

test('the rotation that they hand over alone is named last', () => {
  expect(withEntry('[]\n', { ...ENTRY, cover: 'aidil', rotation: 'growth' })).toBe(
    `- ${LINE.replace(' }', ', cover: aidil, rotation: growth }')}\n`,
  );
});

test('an entry goes with the comment on its line, and no other', () => {
  const text = '# first\n- { a: 1 } # one\n# second\n- a: 2 # two\n  b: 3 # three\n# third\n- { a: 4 }\n';
  expect(withoutEntry(text, 0)).toBe(
    '# first\n# second\n- a: 2 # two\n  b: 3 # three\n# third\n- { a: 4 }\n',
  );
  expect(withoutEntry(text, 1)).toBe('# first\n- { a: 1 } # one\n# second\n# third\n- { a: 4 }\n');
  expect(withoutEntry(text, 2)).toBe(
    '# first\n- { a: 1 } # one\n# second\n- a: 2 # two\n  b: 3 # three\n# third\n',
  );
});

test('the last entry leaves an empty list', () => {
  expect(withoutEntry('# x\n- { a: 1 }\n', 0)).toBe('# x\n[]\n');
  expect(withoutEntry('[{ a: 1 }]\n', 0)).toBe('[]\n');
  expect(withoutEntry('# x\r\n- { a: 1 }\r\n', 0)).toBe('# x\r\n[]\r\n');
  expect(withoutEntry('# x\r- { a: 1 }\r', 0)).toBe('# x\r[]\r');
  expect(withoutEntry('[{ a: 1 }, { a: 2 }]\n', 0)).toBe('[{ a: 2 }]\n');
});

test('lines that end as on old Macs stay so', () => {
  const [before, after] = ['# x\r- { a: 1 }\r', `# x\r- { a: 1 }\r- ${LINE}\r`];
  expect(withEntry(before, ENTRY)).toBe(after);
  expect(withoutEntry(after, 1)).toBe(before);
});

test('an entry gets another end, whatever ends the lines', () => {
  const text = '- person: a\n  until: 2026-11-25 # x\n- { a: 1 }\n';
  for (const end of ['\n', '\r\n', '\r']) {
    const written = text.replaceAll('\n', end);
    expect(withEnd(written, 0, '2026-11-24')).toBe(written.replace('2026-11-25', '2026-11-24'));
  }
});

test('an entry gets another end, quoted or not', () => {
  const text = '- { person: a, until: 2026-11-25 } # x\n- person: b\n  until: "2026-11-26"\n';
  expect(withEnd(text, 0, '2026-11-24T22:41')).toBe(text.replace('2026-11-25', '2026-11-24T22:41'));
  expect(withEnd(text, 1, '2026-11-24')).toBe(text.replace('"2026-11-26"', '2026-11-24'));
});

test('what is laid out in another way is left alone', () => {
  expect(() => withEntry('a: 1\n', ENTRY)).toThrow(ListLayoutError);
  expect(() => withoutEntry('- { a: 1 }\n', 1)).toThrow(ListLayoutError);
  expect(() => withEnd('- { a: 1 }\n', 0, '2026-11-24')).toThrow(ListLayoutError);
});
