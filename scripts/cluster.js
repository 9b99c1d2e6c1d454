const { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const { dirname, join } = require('node:path');

/** Databases that nothing is made from in a rehearsal, and half of the files that a start unpacks. */
const TEMPLATES = ['template0', 'template1'];

/** The version that is installed; its manifest is not exported. */
function pgliteVersion() {
  const manifest = join(dirname(require.resolve('@electric-sql/pglite')), '../package.json');
  return JSON.parse(readFileSync(manifest, 'utf8')).version;
}

/** What `initdb` makes, as a compressed tar. */
async function newCluster() {
  const { PGlite } = require('@electric-sql/pglite');
  const database = await PGlite.create();
  try {
    await database.exec('UPDATE pg_database SET datistemplate = false WHERE datistemplate');
    for (const template of TEMPLATES) await database.exec(`DROP DATABASE ${template}`);
    const dump = await database.dumpDataDir('gzip');
    return Buffer.from(await dump.arrayBuffer());
  } finally {
    await database.close();
  }
}

/**
 * The database cluster that the embedded ledger starts from (src/verbs/rehearse/connect/cluster.ts):
 * `initdb` takes three quarters of a start. It is made once for each version of PGlite, and kept
 * with the packages.
 *
 * @param root folder of the package
 * @returns its path; its name says the version
 */
async function clusterFile(root) {
  const file = join(root, 'node_modules/.cache/watchbill', `pglite-${pgliteVersion()}.tar.gz`);
  if (existsSync(file)) return file;
  mkdirSync(dirname(file), { recursive: true });
  const fresh = `${file}.${process.pid}`;
  writeFileSync(fresh, await newCluster());
  renameSync(fresh, file);
  return file;
}

module.exports = { clusterFile };
