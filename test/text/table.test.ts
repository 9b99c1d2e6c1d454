import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tableText } from '../../src/text/table';
import { changedData } from '../cli/folder';
import { DATA, watchbill } from '../cli/run';

test('columns are as wide as their longest cell, and nothing stands at the end of a line', () => {
  expect(
    tableText(
      ['person', 'hours'],
      [
        ['Aidil', '9'],
        ['Spencer', ''],
      ],
    ),
  ).toBe('person   hours\nAidil    9\nSpencer\n');
});

test('columns stand below each other whatever the writing: 王 takes two columns, an accent of its own none', () => {
  const rows = [
    ['王小明', '9'],
    ['Jose\u0301', '10'],
    ['Aidil', '11'],
  ];
  expect(tableText(['person', 'hours'], rows)).toBe(
    'person  hours\n王小明  9\nJose\u0301    10\nAidil   11\n',
  );
});

test('what is wider than 80 columns is broken between words, the widest column first', () => {
  const text = tableText(['from', 'why'], [['Mon 23 Nov 2026 09:00', 'covers Thiru '.repeat(8).trim()]]);
  expect(text.split('\n')).toEqual([
    'from                   why',
    // 21 columns, 2 between, and 57 for the reason: four times thirteen, without the last blank.
    `Mon 23 Nov 2026 09:00  ${'covers Thiru '.repeat(4).trim()}`,
    `                       ${'covers Thiru '.repeat(4).trim()}`,
    '',
  ]);
});

test('words longer than their column are broken, and no character is lost', () => {
  const id = 'a-very-long-id-'.repeat(6);
  const text = tableText(['id', 'name'], [[id, 'x'.repeat(60)]]);
  const lines = text.trimEnd().split('\n').slice(1);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
  expect(lines.map((line) => line.slice(0, 39).trim()).join('')).toBe(id);
  expect(lines.map((line) => line.slice(41)).join('')).toBe('x'.repeat(60));
});

test('words of two columns a character are broken where 80 columns end', () => {
  const lines = tableText(['id', 'name'], [['id', '王'.repeat(50)]])
    .trimEnd()
    .split('\n');
  // 2 columns, 2 between: 76 are left, which are 38 characters.
  expect(lines).toEqual(['id  name', `id  ${'王'.repeat(38)}`, `    ${'王'.repeat(12)}`]);
});

test.each([[['roster']], [['who']], [['load']], [['diff', 'BEFORE', 'AFTER']]])(
  '%j with names of 60 characters fits 80 columns',
  async (args) => {
    const data = changedData('organization.yaml', (text) =>
      text
        .replace('name: Choo', `name: ${'Choo '.repeat(12).trim()}`)
        .replace('name: Spencer', `name: ${'Spencer-'.repeat(8).slice(0, 60)}`),
    );
    const rotations = join(data, 'rotations.yaml');
    const order = readFileSync(rotations, 'utf8').replace(
      '[spencer, choo, aidil, thiru]',
      '[choo, spencer, aidil, thiru]',
    );
    writeFileSync(rotations, order);
    const folders: Record<string, string> = { BEFORE: DATA, AFTER: data };
    const words = args.map((word) => folders[word] ?? word);
    const { code, out } = await watchbill([...words, '--data', data, '--as-of', '2026-12-07']);
    expect(code).toBe(0);
    expect(out).toContain('Choo Choo');
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  },
);
