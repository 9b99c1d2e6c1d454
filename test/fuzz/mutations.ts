import type { DataFiles } from '../../src/catalog';
import type { Random } from './seededRandom';

/** Values that have broken somebody's parser before. */
const NASTY = [
  '',
  '~',
  'null',
  'true',
  '0',
  '-1',
  '1e309',
  '.inf',
  '.nan',
  '0x10',
  '1_000',
  '[]',
  '{}',
  '[[[[',
  '}}',
  '${x}',
  '%{x}',
  '{{x}}',
  '"@all"',
  '@all',
  '*x',
  '&x y',
  '!!js/function x',
  '<<',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '2026-02-30',
  '2026-13-01',
  '9999-12-31',
  '0000-00-00',
  '24:00',
  '09:00',
  '99999999d',
  '0m',
  '1d',
  '366d',
  '16',
  'UTC',
  'Europe/Oslo',
  'Etc/UTC',
  '"\\u202e"',
  '"\\ud800"',
  '"\\0"',
  '\u200b',
  '\u2028',
  '\ufeff',
  '\ud83d\ude00',
  '---',
  '...',
  '#',
  '|',
  '>',
  '? x',
  ': x',
  '- - - x',
  '\t',
  '\r',
  '# h',
  '### Late',
  '[x](#y)',
  '[x](../../../y)',
  '<b>',
  'a'.repeat(300),
  'a'.repeat(3000),
  'ba',
  'aidil',
  'de',
  'on-duty',
  'office-hours',
  'on-call',
  'A@B.example',
  'x@',
  'http://x',
  'https://x',
  '2147483648',
];

type Mutation = (text: string, random: Random) => string;

const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'delete a line': (text, random) => lines(text, (all) => all.splice(random(all.length), 1)),
  'duplicate a line': (text, random) =>
    lines(text, (all) => {
      const at = random(all.length);
      all.splice(at, 0, all[at] ?? '');
    }),
  'swap two lines': (text, random) =>
    lines(text, (all) => {
      const [one, other] = [random(all.length), random(all.length)];
      [all[one], all[other]] = [all[other] ?? '', all[one] ?? ''];
    }),
  'indent a line': (text, random) =>
    lines(text, (all) => {
      const at = random(all.length);
      const line = all[at] ?? '';
      all[at] = random(2) === 0 ? `${' '.repeat(1 + random(4))}${line}` : line.replace(/^ {1,2}/, '');
    }),
  'replace a token': (text, random) =>
    replaceOne(text, /[\w@.:-]+/g, random, NASTY[random(NASTY.length)] ?? ''),
  'replace a value': (text, random) =>
    replaceOne(text, /(?<=: )[^,}\]\n]+/g, random, NASTY[random(NASTY.length)] ?? ''),
  'exchange a value for another': (text, random) => {
    const values = text.match(/(?<=: )[^,}\]\n]+/g) ?? [];
    return replaceOne(text, /(?<=: )[^,}\]\n]+/g, random, values[random(Math.max(1, values.length))] ?? '');
  },
  'change a number': (text, random) => replaceOne(text, /\d+/g, random, String(random(100))),
  'rename a key': (text, random) => replaceOne(text, /\w+(?=:)/g, random, NASTY[random(NASTY.length)] ?? ''),
  'insert something': (text, random) => {
    const at = random(text.length + 1);
    return text.slice(0, at) + (NASTY[random(NASTY.length)] ?? '') + text.slice(at);
  },
  'delete a stretch': (text, random) => {
    const at = random(text.length + 1);
    return text.slice(0, at) + text.slice(at + 1 + random(40));
  },
  truncate: (text, random) => text.slice(0, random(text.length + 1)),
};

/** The data with one or two mutations, and what they were. */
export function mutated(data: DataFiles, random: Random): { files: DataFiles; what: string } {
  const files = new Map(data);
  const what: string[] = [];
  for (let left = 1 + random(2); left > 0; left -= 1) what.push(mutateOnce(files, random));
  return { files, what: what.join(', ') };
}

function mutateOnce(files: Map<string, Uint8Array>, random: Random): string {
  const path = somePath([...files.keys()], random);
  const bytes = files.get(path) ?? new Uint8Array();
  const kind = random(20);
  if (kind === 0) {
    files.delete(path);
    return `remove ${path}`;
  }
  if (kind < 4) {
    const flipped = new Uint8Array(bytes);
    const at = random(Math.max(1, flipped.length));
    flipped[at] = (flipped[at] ?? 0) ^ (1 << random(kind === 1 ? 8 : 7));
    files.set(path, flipped);
    return `flip byte ${at} of ${path}`;
  }
  const names = Object.keys(MUTATIONS);
  const name = names[random(names.length)] ?? '';
  const text = Buffer.from(bytes).toString();
  files.set(path, Buffer.from(MUTATIONS[name]?.(text, random) ?? text));
  return `${name} in ${path}`;
}

/** Pages are half of the files and most of the bytes, and prose has few ways to be wrong: they are taken less often. */
function somePath(paths: readonly string[], random: Random): string {
  const path = paths[random(paths.length)] ?? '';
  return path.endsWith('.md') && random(3) > 0 ? (paths[random(paths.length)] ?? '') : path;
}

function lines(text: string, change: (all: string[]) => void): string {
  const all = text.split('\n');
  change(all);
  return all.join('\n');
}

function replaceOne(text: string, form: RegExp, random: Random, by: string): string {
  const found = [...text.matchAll(form)];
  const one = found[random(Math.max(1, found.length))];
  return one === undefined ? text : text.slice(0, one.index) + by + text.slice(one.index + one[0].length);
}
