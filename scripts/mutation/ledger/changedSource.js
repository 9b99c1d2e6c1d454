const { basename, dirname, join } = require('node:path');
const swc = require('@swc/jest');

/** Reads one file of the ledger as it would be after a change; WATCHBILL_CHANGE says which. */
exports.createTransformer = (options) => {
  const inner = swc.createTransformer(options);
  const { file, was, became } = JSON.parse(process.env.WATCHBILL_CHANGE ?? '{}');
  const isMeant = (path) =>
    file !== undefined && path.endsWith(join('src/telemetry', dirname(file), basename(file)));
  const changed = (source, path) => {
    if (!isMeant(path)) return source;
    if (source.split(was).length !== 2) throw new Error(`${file} does not say this once: ${was}`);
    return source.replace(was, () => became);
  };
  return {
    ...inner,
    process: (source, path, how) => inner.process(changed(source, path), path, how),
    getCacheKey: (source, path, how) => inner.getCacheKey(changed(source, path), path, how),
  };
};
