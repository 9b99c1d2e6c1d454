const { isAscii } = require('node:buffer');
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const Module = require('node:module');
const { basename, dirname, join } = require('node:path');
const { Script } = require('node:vm');

/** What Node 20 loads with; another version of V8 compiles to something else. */
const ENGINE = `${process.version}-${process.arch}`;
/** Bytes of the checksum that a file of compiled code begins with. */
const CHECKSUM = 4;

/**
 * Loads a file of the build. Compiling it takes half of the time of a short command, so what V8
 * has compiled is kept in a folder: by Node itself from Node 22 on, by {@link fromCache} before.
 *
 * @param file absolute path of a module that imports nothing dynamically
 * @param folder where compiled code is kept: beside the build. In the folder for temporary files
 *   others could put code into it.
 * @returns what the module exports
 */
function compiled(file, folder) {
  if (Module.enableCompileCache === undefined) return fromCache(file, folder);
  Module.enableCompileCache(folder);
  return require(file);
}

/** Loads a module like `require`, from what V8 compiled the last time; keeps it if there is none. */
function fromCache(file, folder) {
  const source = readFileSync(file);
  const cache = join(folder, `${ENGINE}-${basename(file)}.bin`);
  const cachedData = kept(cache, source);
  const text = source.toString(isAscii(source) ? 'latin1' : 'utf8');
  const script = new Script(Module.wrap(text), { filename: file, cachedData });
  if (cachedData === undefined || script.cachedDataRejected) {
    // At the end, when everything that the command has run is compiled.
    process.once('exit', () => keep(cache, source, script.createCachedData()));
  }
  const loaded = new Module(file, module);
  loaded.filename = file;
  loaded.paths = Module._nodeModulePaths(dirname(file));
  const run = script.runInThisContext();
  run.call(loaded.exports, loaded.exports, Module.createRequire(file), loaded, file, dirname(file));
  return loaded.exports;
}

/** Compiled code of exactly this source; undefined if there is none, or if it is damaged. */
function kept(cache, source) {
  try {
    const bytes = readFileSync(cache);
    const code = bytes.subarray(CHECKSUM);
    return checksum(source, code).equals(bytes.subarray(0, CHECKSUM)) ? code : undefined;
  } catch {
    return undefined;
  }
}

/** Where it cannot be kept, the next command compiles again. */
function keep(cache, source, code) {
  const fresh = `${cache}.${process.pid}`;
  try {
    mkdirSync(dirname(cache), { recursive: true });
    writeFileSync(fresh, Buffer.concat([checksum(source, code), code]), { mode: 0o600 });
    renameSync(fresh, cache);
  } catch {
    // A read-only installation.
  }
}

/** Node's own cache has one, too. A digest would take longer than to read the file. */
function checksum(source, code) {
  // From Node 22 on nothing here asks for it.
  const { crc32 } = require('node:zlib');
  const bytes = Buffer.alloc(CHECKSUM);
  bytes.writeUInt32BE(crc32(code, crc32(source)));
  return bytes;
}

module.exports = { compiled };
