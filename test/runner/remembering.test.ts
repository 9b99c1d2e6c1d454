import { join } from 'node:path';

type Exports = Readonly<Record<string, unknown>>;
const { remembering }: { remembering(path: string, exports: Exports): Exports } = require('./remembering.js');

const readerOf = (name: string) => join(__dirname, '../../src/catalog', name);

/** `parseYaml` in the place of ours, and the texts that reached it. */
function reading() {
  const asked: string[] = [];
  const parseYaml = (text: string) => {
    asked.push(text);
    if (text === 'throws') throw new Error(text);
    return { text };
  };
  const exports = remembering(readerOf('yaml/parseYaml.ts'), { parseYaml, other: 1 });
  return { asked, exports, read: exports['parseYaml'] as typeof parseYaml };
}

test('a text is read once, and nobody can change what others are given', () => {
  const { asked, exports, read } = reading();
  expect([read('a'), read('b'), read('a')]).toEqual([{ text: 'a' }, { text: 'b' }, { text: 'a' }]);
  expect(asked).toEqual(['a', 'b']);
  expect(read('a')).toBe(read('a'));
  expect(() => Object.assign(read('a'), { text: 'c' })).toThrow(TypeError);
  expect(exports['other']).toBe(1);
});

test('what throws is asked again', () => {
  const { asked, read } = reading();
  expect(() => read('throws')).toThrow('throws');
  expect(() => read('throws')).toThrow('throws');
  expect(asked).toEqual(['throws', 'throws']);
});

test('300 are remembered: those asked for last', () => {
  const { asked, read } = reading();
  for (let count = 0; count < 300; count += 1) read(String(count));
  read('0');
  read('one more');
  asked.length = 0;
  for (const text of ['0', '299', 'one more', '1']) read(text);
  expect(asked).toEqual(['1']);
});

test('data is the same if its label and all bytes of all files are', () => {
  let reads = 0;
  const loadCatalog = () => {
    reads += 1;
    return { diagnostics: [{ code: 'YAML001' }] };
  };
  const load = remembering(readerOf('loadCatalog.ts'), { loadCatalog })['loadCatalog'] as (
    files: ReadonlyMap<string, Uint8Array>,
    label: string,
  ) => ReturnType<typeof loadCatalog>;
  const files = (...entries: readonly (readonly [string, string])[]) =>
    new Map(entries.map(([path, text]) => [path, Buffer.from(text)]));
  const { diagnostics } = load(files(['a', 'x'], ['b', 'y']), 'data');
  expect(load(files(['a', 'x'], ['b', 'y']), 'data').diagnostics).toBe(diagnostics);
  expect(reads).toBe(1);
  load(files(['a', 'x'], ['b', 'z']), 'data');
  load(files(['a', 'xy'], ['b', '']), 'data');
  load(files(['a', 'x'], ['c', 'y']), 'data');
  load(files(['a', 'x']), 'data');
  load(files(['a', 'x'], ['b', 'y']), 'other');
  expect(reads).toBe(6);
  expect(() => diagnostics.pop()).toThrow(TypeError);
  expect(() => Object.assign(diagnostics[0] ?? {}, { code: 'YAML002' })).toThrow(TypeError);
});

test('a module that reads nothing is as it was', () => {
  const exports = { parseYaml: () => 1 };
  expect(remembering(readerOf('yaml/crowded.ts'), exports)).toBe(exports);
});
