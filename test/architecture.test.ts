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
function importsOf(file: string): string[] {
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

test('every relative import leads to a file of the project', () => {
  const dead = FILES.flatMap((file) =>
    importsOf(file)
      .filter((name) => (name.startsWith('src') || name.startsWith('stacks')) && !SOURCES.has(name))
      .map((name) => `${file} -> ${name}`),
  );
  expect(dead).toEqual([]);
});

test.each(['src/catalog', 'src/roster', 'src/alerts', 'src/rehearsal', 'src/cli'])(
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

test.each(['src/catalog', 'src/roster', 'src/alerts', 'src/constructs', 'src/rehearsal'])(
  '%s has no clock',
  (folder) => {
    const clocks = below(folder).filter((file) =>
      /Temporal\.Now|Date\.now|new Date\(\s*\)|performance\.now|process\.hrtime/.test(
        SOURCES.get(file) ?? '',
      ),
    );
    expect(clocks).toEqual([]);
  },
);

test('of the pure core only the data directory touches the disk', () => {
  const touching = ['src/catalog', 'src/roster', 'src/alerts', 'src/rehearsal']
    .flatMap(below)
    .filter((file) =>
      importsOf(file).some((name) =>
        /^(node:)?(fs|path|os|child_process|process|http|https|net)(\/|$)/.test(name),
      ),
    );
  expect(touching).toEqual(['src/catalog/dataDirectory.ts']);
});

test('rehearsal reaches none of the compilers that it checks', () => {
  const reached = below('src/rehearsal').flatMap((file) => [...reach(file)]);
  expect(reached.filter((file) => /^src\/(roster|alerts|constructs|catalog)\//.test(file))).toEqual([]);
});

test('the core depends one way: catalog <- roster, alerts; src never on stacks', () => {
  const crossing = (from: string, to: RegExp) =>
    below(from).flatMap((file) =>
      importsOf(file)
        .filter((name) => to.test(name))
        .map((name) => `${file} -> ${name}`),
    );
  // How log-ins are compared is one rule, also for the rehearsal, which may not ask the catalog.
  expect(crossing('src/catalog', /^src\/(?!catalog\/|email\.ts$)/)).toEqual([]);
  expect(crossing('src/roster', /^src\/(?!(catalog|roster)\/)/)).toEqual([]);
  expect(crossing('src/alerts', /^src\/(?!(catalog|alerts)\/)/)).toEqual([]);
  expect(crossing('src/constructs', /^src\/(?!constructs\/)/)).toEqual([]);
  expect(crossing('src', /^stacks\//)).toEqual([]);
});

test('cdktf and the providers are imported through one seam', () => {
  const importers = FILES.filter((file) =>
    importsOf(file).some((name) => /^(cdktf|constructs|@cdktf\/.*)$/.test(name)),
  );
  expect(importers).toEqual(['src/constructs/seam.ts']);
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
