import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { commonMark } from '../../../src/catalog/markdown/commonMark';
import { gfm } from '../../../src/catalog/markdown/gfm';
import { Lines } from '../../../src/catalog/markdown/simple/lines';
import { simpleBlocks } from '../../../src/catalog/markdown/simple/simpleBlocks';
import { XYZ_TECH } from '../../xyzTech';

const { LONG }: { readonly LONG: boolean } = require('../../form.js');
const RUNS = LONG ? 50_000 : 1_500;

/** What lines begin with, whether they should or not. */
const BEGINNINGS = [
  ...['', '', '', '', '# ', '## ', '### ', '- ', '- ', '* ', '+ ', '1. ', '2. ', '3) ', '10. ', '0. '],
  ...[
    '  ',
    '   ',
    '  - ',
    '   1. ',
    '    ',
    '  2. ',
    '> ',
    '>',
    '- - ',
    '1. - ',
    '- > ',
    '\t',
    ' ',
    '#',
    '-',
    '*',
  ],
  ...[
    '```',
    '```sh',
    '~~~',
    '   ```',
    '  ~~~ ',
    '````',
    '- ```',
    '---',
    '===',
    '***',
    '<',
    '<!-- ',
    '-->',
    '<div>',
  ],
  ...[
    '| ',
    '|-',
    '--|--',
    '[a]: ',
    '[^1]: ',
    '[ ] ',
    '**',
    '`',
    '_',
    '!',
    '\\',
    '&',
    '1.',
    '1) ',
    '\u00a0',
    '\ufeff',
    '<pre>',
  ],
];
const PIECES = [
  ...[
    'word',
    'two words',
    'a_b',
    'total_profit',
    '**bold**',
    '**Bold.**',
    '**bold**:',
    '`code`',
    '`a*b|c`',
    ' ',
    '  ',
  ],
  ...[
    '[x](y.md#z)',
    '[a b](https://example.org/?a=1&b=2)',
    '[x](y "t")',
    '[x][y]',
    '[x]',
    '[^1]',
    '![i](j)',
    '**a `b`.**',
  ],
  ...[
    '**[x](#y)**',
    '[`c`](#d)',
    '*',
    '**',
    '_',
    '__',
    '`',
    '``',
    '[',
    ']',
    '](',
    '(',
    ')',
    '!',
    '&amp;',
    '&',
    '&#39;',
    '<',
    '>',
  ],
  ...[
    '< 5',
    '<b>',
    '<https://a.b>',
    'a@b.c',
    '\\',
    '\\*',
    '|',
    'a | b',
    '#',
    ' #',
    '.',
    ',',
    ':',
    '-',
    '“',
    '”',
    '—',
    'é',
    '中',
    '😀',
  ],
  ...[
    '\u00a0',
    '\u2028',
    '\t',
    '~',
    '~~',
    '^',
    '=',
    '$',
    '1.',
    '"',
    "'",
    '/',
    '%',
    '**1**2',
    'x**y**',
    '5',
    '\u007f',
  ],
];

const line = fc
  .tuple(fc.constantFrom(...BEGINNINGS), fc.array(fc.constantFrom(...PIECES), { maxLength: 4 }))
  .map(([begin, pieces]) => begin + pieces.join(''));
const page = fc.array(fc.oneof({ weight: 1, arbitrary: fc.constant('') }, { weight: 3, arbitrary: line }), {
  maxLength: 10,
});

const FOLDER = join(XYZ_TECH, 'runbooks');
const runbooks = readdirSync(FOLDER).map((name) => readFileSync(join(FOLDER, name), 'utf8').split('\n'));

/** A stretch of a runbook of which some lines are others, or are there twice, or have a piece within. */
const changed = fc
  .tuple(
    fc.constantFrom(...runbooks),
    fc.nat(100),
    fc.array(fc.tuple(fc.nat(12), fc.nat(3), fc.nat(60), fc.constantFrom(...PIECES), line), { maxLength: 4 }),
  )
  .map(([lines, from, changes]) => {
    const part = lines.slice(from, from + 12);
    for (const [at, kind, column, piece, other] of changes) {
      const written = part[at] ?? '';
      if (kind === 0) part.splice(at, 1);
      else if (kind === 1) part.splice(at, 0, other);
      else if (kind === 2) part[at] = ` ${written}`;
      else part[at] = written.slice(0, column) + piece + written.slice(column);
    }
    return part;
  });

const plain = (value: unknown) => JSON.parse(JSON.stringify(value));

test.each([
  ['pages of any lines', page],
  ['changed runbooks', changed],
])(
  '%s are read as the whole parser reads them, to the last position',
  (_, pages) => {
    let simple = 0;
    fc.assert(
      fc.property(pages, (lines) => {
        const text = lines.join('\n');
        if (simpleBlocks(new Lines(lines)) !== undefined) simple += 1;
        const [ours, whole] = [gfm(text).children, commonMark(text).children];
        // Quickly; what differs is shown by the other.
        if (!isDeepStrictEqual(ours, whole)) expect(plain(ours)).toEqual(plain(whole));
      }),
      { numRuns: RUNS, seed: 20261123 },
    );
    expect(simple).toBeGreaterThan(RUNS / 20);
  },
  600_000,
);

test('runbooks of XYZ Tech are simple as a whole', () => {
  for (const lines of runbooks) {
    const end = lines.indexOf('---', 1) + 1;
    expect(simpleBlocks(new Lines(lines, end))).toEqual(expect.arrayContaining([expect.anything()]));
  }
});
