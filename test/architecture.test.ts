import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const ROOT = resolve(__dirname, '..');

function filesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name))
    .sort();
}

const FILES = [...filesBelow('src'), ...filesBelow('stacks')];
const SOURCES = new Map(FILES.map((file) => [file, readFileSync(join(ROOT, file), 'utf8')]));

/** What a file imports or re-exports: project files by their path, packages by their name. */
function importsOf(file: string): readonly string[] {
  const known = IMPORTS.get(file) ?? readImports(file);
  IMPORTS.set(file, known);
  return known;
}

const IMPORTS = new Map<string, readonly string[]>();

function readImports(file: string): string[] {
  const source = SOURCES.get(file) ?? '';
  const specifiers = [...source.matchAll(/(?:from|import\(|require\()\s*['"]([^'"]+)['"]/g)].map(
    (match) => match[1] ?? '',
  );
  return specifiers.map((specifier) => {
    if (!specifier.startsWith('.')) return specifier;
    const target = relative(ROOT, resolve(ROOT, dirname(file), specifier));
    const found = [`${target}.ts`, join(target, 'index.ts'), target].find((candidate) =>
      SOURCES.has(candidate),
    );
    return found ?? target;
  });
}

/** All that a file reaches through imports of the project, itself included. */
function reach(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const next of importsOf(file)) if (SOURCES.has(next)) reach(next, seen);
  return seen;
}

const below = (folder: string) => FILES.filter((file) => file.startsWith(`${folder}/`));
const packagesOf = (folder: string) =>
  new Set(
    below(folder)
      .flatMap((file) => [...reach(file)].flatMap(importsOf))
      .filter((name) => !SOURCES.has(name)),
  );

/** The room of a file: its folder below `src`, a verb's of its own; `stacks`. */
function roomOf(file: string): string {
  const [top = '', folder = '', verb = '', ...rest] = file.split('/');
  if (top !== 'src') return top;
  if (folder === 'verbs' && rest.length > 0) return `verbs/${verb}`;
  return verb === '' ? file : folder;
}

/**
 * What each room may import of the project: data -> catalog -> roster, alerts -> constructs -> stacks
 * -> deployment -> rehearsal, and the leaves by everybody.
 */
const LEAVES = ['text', 'time', 'query'];
const MAY: Readonly<Record<string, readonly string[]>> = {
  text: [],
  time: [],
  query: [],
  files: [],
  catalog: LEAVES,
  roster: ['catalog', ...LEAVES],
  alerts: ['catalog', ...LEAVES],
  constructs: LEAVES,
  vendors: LEAVES,
  deployment: LEAVES,
  rehearsal: ['deployment', ...LEAVES],
  pictures: LEAVES,
  telemetry: ['catalog', 'roster', 'alerts', ...LEAVES],
  state: ['files', ...LEAVES],
  sandbox: ['files', 'vendors', ...LEAVES],
  cli: ['catalog', 'files', 'roster', 'state', 'vendors', ...LEAVES],
  stacks: ['catalog', 'roster', 'alerts', 'constructs', 'state', 'vendors', ...LEAVES],
};
/** A verb may ask everything below it; of the stacks, in one file, what they are. */
const BELOW_VERBS = Object.keys(MAY).filter((room) => room !== 'stacks');
const SYNTHESIZING = 'src/verbs/synth/synthesizedStacks.ts';
/** What is no room: the entries, which know the rooms that they join. */
const ENTRIES = ['src/index.ts', 'src/main.ts', 'src/stacks.ts', 'verbs'];

test('each room imports what it may, and nothing else', () => {
  const wrong = FILES.flatMap((file) => {
    const room = roomOf(file);
    if (ENTRIES.includes(room)) return [];
    const may = room.startsWith('verbs/') ? BELOW_VERBS : (MAY[room] ?? []);
    return importsOf(file)
      .filter((other) => SOURCES.has(other))
      .filter((other) => {
        const there = roomOf(other);
        if (there === room || may.includes(there)) return false;
        if (there === 'stacks') return file !== SYNTHESIZING;
        return !(room.startsWith('verbs/') && there.startsWith('verbs/'));
      })
      .map((other) => `${file} -> ${other}`);
  });
  expect(wrong).toEqual([]);
  const rooms = new Set(FILES.map(roomOf).filter((room) => !room.startsWith('verbs/')));
  expect([...rooms].sort()).toEqual([...Object.keys(MAY), ...ENTRIES].sort());
});

test('a verb asks another verb through an index of its, or for all that it does', () => {
  const wrong = FILES.flatMap((file) =>
    importsOf(file)
      .filter(
        (other) => SOURCES.has(other) && /^src\/verbs\/\w+\//.test(file) && /^src\/verbs\/\w+\//.test(other),
      )
      .filter((other) => roomOf(other) !== roomOf(file))
      .filter((other) => !/\/index\.ts$/.test(other) && !/^src\/verbs\/(\w+)\/\1\.ts$/.test(other))
      // The verbs that write the stacks do so in the same way.
      .filter((other) => other !== 'src/verbs/synth/writeStacks.ts')
      .map((other) => `${file} -> ${other}`),
  );
  expect(wrong).toEqual([]);
});

test('the command reaches no cdktf: whoever starts it hands it a function that synthesizes', () => {
  const reached = [...reach('src/main.ts')];
  expect(reached.filter((file) => file === SYNTHESIZING || file.startsWith('src/constructs/'))).toEqual([]);
  expect(reached.filter((file) => roomOf(file) === 'stacks')).toEqual([]);
});

test('every relative import leads to a file of the project', () => {
  const dead = FILES.flatMap((file) =>
    importsOf(file)
      .filter((name) => (name.startsWith('src') || name.startsWith('stacks')) && !SOURCES.has(name))
      .map((name) => `${file} -> ${name}`),
  );
  expect(dead).toEqual([]);
});

test.each(['src/catalog', 'src/roster', 'src/alerts', 'src/deployment', 'src/rehearsal', 'src/cli'])(
  '%s reaches no cdktf, no provider and no constructs',
  (folder) => {
    expect([...packagesOf(folder)].filter((name) => /^(cdktf|constructs|@cdktf\/.*)$/.test(name))).toEqual(
      [],
    );
    const constructs = below(folder).flatMap((file) =>
      [...reach(file)].filter((other) => other.startsWith('src/constructs/')),
    );
    expect(constructs).toEqual([]);
  },
);

test.each([
  'src/catalog',
  'src/roster',
  'src/alerts',
  'src/constructs',
  'src/deployment',
  'src/rehearsal',
  'src/pictures',
])('%s has no clock', (folder) => {
  const clocks = below(folder).filter((file) =>
    /Temporal\.Now|Date\.now|new Date\(\s*\)|performance\.now|process\.hrtime/.test(SOURCES.get(file) ?? ''),
  );
  expect(clocks).toEqual([]);
});

test('of the pure core only the data directory touches the disk', () => {
  const touching = [
    'src/catalog',
    'src/roster',
    'src/alerts',
    'src/deployment',
    'src/rehearsal',
    'src/pictures',
  ]
    .flatMap(below)
    .filter((file) =>
      importsOf(file).some((name) =>
        /^(node:)?(fs|path|os|child_process|process|http|https|net)(\/|$)/.test(name),
      ),
    );
  expect(touching).toEqual(['src/catalog/dataDirectory.ts']);
});

test('deployment and rehearsal reach none of the compilers that they check', () => {
  const reached = ['src/deployment', 'src/rehearsal'].flatMap(below).flatMap((file) => [...reach(file)]);
  expect(reached.filter((file) => /^src\/(roster|alerts|constructs|catalog)\//.test(file))).toEqual([]);
});

test('cdktf and the providers are imported through one seam', () => {
  const importers = FILES.filter((file) =>
    importsOf(file).some((name) => /^(cdktf|constructs|@cdktf\/.*)$/.test(name)),
  );
  expect(importers).toEqual(['src/constructs/cdktf.ts']);
});

test('no import circle', () => {
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, trail: readonly string[]) => {
    if (trail.includes(file)) circles.push([...trail.slice(trail.indexOf(file)), file].join(' -> '));
    if (done.has(file) || trail.includes(file)) return;
    for (const next of importsOf(file)) if (SOURCES.has(next)) visit(next, [...trail, file]);
    done.add(file);
  };
  for (const file of FILES) visit(file, []);
  expect(circles).toEqual([]);
});

test('no file has more than 200 lines', () => {
  const long = FILES.filter((file) => (SOURCES.get(file) ?? '').split('\n').length - 1 > 200);
  expect(long).toEqual([]);
});
