import { loadCatalog } from '../../src/catalog';
import { excessOf, PAGE_BYTES } from '../../src/catalog/markdown/bounds';
import { commonMark } from '../../src/catalog/markdown/commonMark';
import * as gfm from '../../src/catalog/markdown/gfm';
import { parseYaml } from '../../src/catalog/yaml/parseYaml';
import { changedData, told } from './changedData';

jest.mock('../../src/catalog/markdown/gfm', () => {
  const real = jest.requireActual('../../src/catalog/markdown/gfm');
  return { gfm: jest.fn(real.gfm) };
});
const parsed = jest.mocked(gfm.gfm);
beforeEach(() => parsed.mockClear());

const README = 'runbooks/README.md';
const toldOf = (text: string) =>
  loadCatalog(changedData({ path: README, with: text }), 'data')
    .diagnostics.filter(({ location }) => location.file === `data/${README}`)
    .map(told);
const wasParsed = (text: string) => parsed.mock.calls.some(([given]) => given === text);

/** Lines of at most 1,500 characters. */
const lines = (piece: string, count: number) => {
  const each = Math.floor(1500 / piece.length);
  const whole = Array.from({ length: Math.floor(count / each) }, () => piece.repeat(each));
  return [...whole, piece.repeat(count % each)].filter((line) => line !== '').join('\n');
};
const PLAIN = 'simplify it, or split it into several paragraphs or pages';

test.each([
  ['100 kB of a link that never ends', lines('[a](', 25_000), 'BOOK016', 3],
  ['brackets that close nothing', lines('](', 5_000), 'BOOK016', 3],
  ['stars and underscores', lines('*_', 5_000), 'BOOK016', 2],
  ['code that never ends', lines('`a', 5_000), 'BOOK016', 3],
  [
    'marks in many paragraphs',
    Array.from({ length: 201 }, () => '*'.repeat(100)).join('\n\n'),
    'BOOK016',
    401,
  ],
  ['quotes in quotes', `text\n${'> '.repeat(21)}a`, 'BOOK016', 2],
  ['lists in lists', `text\n${'- '.repeat(10)}${'1. '.repeat(11)}a`, 'BOOK016', 2],
  ['lists in lists, a line each', `- a\n${' '.repeat(201)}- a`, 'BOOK016', 2],
  ['underlines', 'a\n=\n'.repeat(501), 'BOOK016', 1002],
])('%s are told, and never parsed', (_, text, code, line) => {
  expect(toldOf(text)).toEqual([`${code} ${README}:${line}:1 | ${PLAIN}`]);
  expect(wasParsed(text)).toBe(false);
});

test('a page of 256 kB is read, one of a byte more is told and never parsed', () => {
  const text = `${'x'.repeat(99)}\n`.repeat(PAGE_BYTES / 100);
  expect(toldOf(text)).toEqual([]);
  expect(wasParsed(text)).toBe(true);
  expect(toldOf(`${text}x`)).toEqual([
    `FILE006 ${README}:1:1 | keep what somebody needs at night, and link to the rest`,
  ]);
  expect(wasParsed(`${text}x`)).toBe(false);
});

test('what is allowed at most is parsed in no other time than a plain page of its size', () => {
  const took = (text: string) => {
    const begin = process.cpuUsage().user;
    commonMark(text);
    return process.cpuUsage().user - begin;
  };
  const plain = `${'some words of a runbook '.repeat(60)}\n\n`.repeat(170);
  const usual = took(plain);
  for (const piece of ['[a](', '](', '*_', '`a']) {
    const block = lines(piece, 2_000 / piece.replace(/[^[\]*_`]/g, '').length);
    const text = `${block}\n\n`.repeat(10);
    expect(excessOf(text)).toBeUndefined();
    // Without bounds it is several thousand times as long.
    expect(took(text)).toBeLessThan(300 * usual);
  }
});

describe('maps and lists', () => {
  const keys = (count: number) => Array.from({ length: count }, (_, index) => `k${index}`);

  test.each([
    [
      'a map',
      (count: number) =>
        keys(count)
          .map((key) => `${key}: 1\n`)
          .join(''),
    ],
    [
      'a list',
      (count: number) =>
        keys(count)
          .map((key) => `- ${key}\n`)
          .join(''),
    ],
    [
      'a map in braces',
      (count: number) =>
        `{ ${keys(count)
          .map((key) => `${key}: 1`)
          .join(', ')} }\n`,
    ],
    ['a list in brackets', (count: number) => `[${keys(count).join(', ')}]\n`],
    [
      'a map in a map',
      (count: number) =>
        `a:\n  b:\n${keys(count)
          .map((key) => `    ${key}: 1\n`)
          .join('')}`,
    ],
    ['a list in a list', (count: number) => `- - a\n  - [${keys(count).join(', ')}]\n`],
  ])('%s may have 20,000 entries, and no more', (_, written) => {
    expect(parseYaml(written(20_000)).problems).toEqual([]);
    const { value, problems } = parseYaml(written(20_001));
    expect(value).toBeUndefined();
    expect(problems).toMatchObject([{ code: 'YAML005' }]);
  });

  test('it is told where the map begins', () => {
    const text = `a: 1\nb:\n${keys(20_001)
      .map((key) => `  ${key}: 1\n`)
      .join('')}`;
    expect(parseYaml(text).problems).toMatchObject([{ code: 'YAML005', line: 3, column: 3 }]);
  });

  test('each key that stands twice is told, and the first of them is found', () => {
    const { problems, placeOfKey } = parseYaml('a: 1\nb: 2\na: 3\nb: 4\nconstructor: 5\n');
    expect(problems.map(({ code, line }) => `${code} ${line}`)).toEqual(['YAML002 3', 'YAML002 4']);
    expect(placeOfKey(['a'])).toEqual({ line: 1, column: 1 });
    expect(placeOfKey(['constructor'])).toEqual({ line: 5, column: 1 });
  });
});
