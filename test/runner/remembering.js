const { createHash } = require('node:crypto');
const { join } = require('node:path');

/** The files of a data folder, and its name. */
function filesOf(files, label) {
  const hash = createHash('sha1').update(label);
  for (const [path, bytes] of files) hash.update(`\n${path} ${bytes.length}\n`).update(bytes);
  return hash.digest('latin1');
}

const textOf = (text) => text;

/** What reads data and is pure: by file and name, what the result depends on. */
const READERS = new Map(
  Object.entries({
    'loadCatalog.ts': { loadCatalog: filesOf },
    'yaml/parseYaml.ts': { parseYaml: textOf },
    'markdown/parseMarkdown.ts': { parseMarkdown: textOf },
  }).map(([name, readers]) => [join(__dirname, '../../src/catalog', name), readers]),
);

const MOST = 300;

function remembered(read, keyOf) {
  const known = new Map();
  return (...args) => {
    const key = keyOf(...args);
    const before = known.get(key);
    // Those that are asked for again and again stay the youngest.
    known.delete(key);
    const result = before ?? read(...args);
    known.set(key, result);
    if (known.size > MOST) known.delete(known.keys().next().value);
    return result;
  };
}

/** Nobody changes what others are given, too; the catalog itself is frozen where it is made. */
const frozen = (result) => {
  if (Array.isArray(result?.diagnostics)) Object.freeze(result.diagnostics).forEach(Object.freeze);
  return Object.freeze(result);
};

/**
 * Tests read the same data over and over, whole or with one file changed: what reads it remembers it.
 * @returns what a module exports, or the same with readers that remember
 */
exports.remembering = (filename, exports) => {
  const readers = Object.entries(READERS.get(filename) ?? {}).map(([name, keyOf]) => [
    name,
    remembered((...args) => frozen(exports[name](...args)), keyOf),
  ]);
  return readers.length === 0 ? exports : { ...exports, ...Object.fromEntries(readers) };
};
