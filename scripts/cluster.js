const { createHash } = require('node:crypto');
const { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const { dirname, join } = require('node:path');

/** Databases that nothing is made from in a rehearsal, and half of the files that a start unpacks. */
const TEMPLATES = ['template0', 'template1'];

/** By default sixteen megabytes of write-ahead log would be two thirds of what a start unpacks. */
const SMALL_LOG = ['--wal-segsize=1', '--set', 'wal_recycle=off'];

/** The version that is installed; its manifest is not exported. */
function pgliteVersion() {
  const manifest = join(dirname(require.resolve('@electric-sql/pglite')), '../package.json');
  return JSON.parse(readFileSync(manifest, 'utf8')).version;
}

/** What `initdb` makes, as a compressed tar. */
async function newCluster() {
  const { PGlite } = require('@electric-sql/pglite');
  const database = await PGlite.create({ initDbStartParams: SMALL_LOG });
  try {
    await database.exec('UPDATE pg_database SET datistemplate = false WHERE datistemplate');
    for (const template of TEMPLATES) await database.exec(`DROP DATABASE ${template}`);
    await database.exec('CHECKPOINT');
    const dump = await database.dumpDataDir('gzip');
    return Buffer.from(await dump.arrayBuffer());
  } finally {
    await database.close();
  }
}

/**
 * The database cluster that the embedded ledger starts from (src/verbs/rehearse/connect/cluster.ts):
 * `initdb` takes three quarters of a start. It is made once for each version of PGlite and each of
 * this file, and kept with the packages.
 *
 * @param root folder of the package
 * @returns its path; its name says the version
 */
async function clusterFile(root) {
  const recipe = createHash('sha256').update(readFileSync(__filename)).digest('hex').slice(0, 12);
  const file = join(root, 'node_modules/.cache/watchbill', recipe, `pglite-${pgliteVersion()}.tar.gz`);
  if (existsSync(file)) return file;
  mkdirSync(dirname(file), { recursive: true });
  const fresh = `${file}.${process.pid}`;
  writeFileSync(fresh, await newCluster());
  renameSync(fresh, file);
  return file;
}

module.exports = { clusterFile };
