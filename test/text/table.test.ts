import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tableText } from '../../src/text/table';
import { changedData } from '../cli/folder';
import { DATA, watchbill } from '../cli/run';

test('columns are as wide as their longest cell, and lines have no trailing blanks', () => {
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

test('columns are aligned in any script: 王 takes two columns, an accent of its own none', () => {
  const rows = [
    ['王小明', '9'],
    ['Jose\u0301', '10'],
    ['Aidil', '11'],
  ];
  expect(tableText(['person', 'hours'], rows)).toBe(
    'person  hours\n王小明  9\nJose\u0301    10\nAidil   11\n',
  );
});

test('what is wider than 80 columns is wrapped between words, the widest column first', () => {
  const text = tableText(['from', 'why'], [['Mon 23 Nov 2026 09:00', 'covers Thiru '.repeat(8).trim()]]);
  expect(text.split('\n')).toEqual([
    'from                   why',
    // 21 columns, 2 between, and 57 for the reason: four times thirteen, without the last blank.
    `Mon 23 Nov 2026 09:00  ${'covers Thiru '.repeat(4).trim()}`,
    `                       ${'covers Thiru '.repeat(4).trim()}`,
    '',
  ]);
});

test('a long id stays whole, and the columns beside it give way', () => {
  const id = 'aggregate-payments-reconciliation-for-investors';
  const when = 'Mon 23 Nov 2026 09:00';
  const lines = tableText(['pipeline', 'from', 'until'], [[id, when, when]]).split('\n');
  // 47 columns and two times two between leave 29 for both times, 14 and 15: the year fits only the second.
  expect(lines).toEqual([
    'pipeline                                         from        until',
    `${id}  Mon 23 Nov  Mon 23 Nov 2026`,
    `${' '.repeat(49)}2026 09:00  09:00`,
    '',
  ]);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
});

test('a column is not made narrower than its longest word, nor than its head', () => {
  const text = tableText(
    ['coverage', 'why'],
    [['a', `payments-reconciliation ${'word '.repeat(20).trim()}`]],
  );
  // 80 less 8 for the head and 2 between are 70: payments-reconciliation and nine words are 68.
  expect(text.split('\n')).toEqual([
    'coverage  why',
    `a         payments-reconciliation ${'word '.repeat(9).trim()}`,
    `          ${'word '.repeat(11).trim()}`,
    '',
  ]);
});

test('a column of text keeps ten columns: rather a longer line than a word a line', () => {
  const id = 'x'.repeat(70);
  expect(tableText(['id', 'why'], [[id, 'on the day of a b c']])).toBe(
    `id${' '.repeat(70)}why\n${id}  on the day\n${' '.repeat(72)}of a b c\n`,
  );
});

test('where even the longest words do not fit, the table is wider: no id is broken', () => {
  const [id, name] = ['a-very-long-id-'.repeat(6), 'x'.repeat(60)];
  expect(tableText(['id', 'name', 'why'], [[id, name, 'covers Thiru']])).toBe(
    `id${' '.repeat(90)}name${' '.repeat(58)}why\n` + `${id}  ${name}  covers\n${' '.repeat(154)}Thiru\n`,
  );
});

test('Chinese, which has no spaces, is broken where 80 columns end', () => {
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
        .replace('name: Spencer', `name: ${'Spencer '.repeat(7).trim()}`),
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

test.each(['who', 'roster'])('%s leaves a long id whole, within 80 columns', async (verb) => {
  const id = 'payments-reconciliation-of-all-investors';
  const data = changedData('organization.yaml', (text) =>
    text.replace('name: Aidil', 'name: Nurul Izzah binti Abdullah'),
  );
  for (const file of ['pipelines.yaml', 'rotations.yaml', 'runbooks/aggregate-profit.md']) {
    const path = join(data, file);
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll(/aggregate-profit(?!\.md)/g, id));
  }
  const { code, out } = await watchbill([verb, '--data', data, '--as-of', '2026-12-07']);
  expect(code).toBe(0);
  expect(out).toContain(id);
  expect(out).toContain('Nurul Izzah');
  expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
});
