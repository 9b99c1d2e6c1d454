const { copyFileSync, readdirSync, readFileSync, writeFileSync } = require('node:fs');
const { join, relative } = require('node:path');

/** The package of Temporal's types, which is for ES modules alone. */
const TEMPORAL_TYPES = 'node_modules/temporal-spec/index.d.ts';

/**
 * Has the package's types ask for a copy of Temporal's: `module: node16` lets no CommonJS module,
 * so none of ours, name an ES module, not even for its types.
 */
function ownTemporalTypes(root, outdir) {
  copyFileSync(join(root, TEMPORAL_TYPES), join(outdir, 'temporal.d.ts'));
  for (const entry of readdirSync(outdir, { recursive: true, withFileTypes: true })) {
    if (!entry.name.endsWith('.d.ts')) continue;
    const path = join(entry.parentPath, entry.name);
    const own = relative(entry.parentPath, join(outdir, 'temporal')).replaceAll('\\', '/');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replaceAll("'temporal-polyfill'", `'${own}'`));
  }
}

module.exports = { TEMPORAL_TYPES, ownTemporalTypes };
