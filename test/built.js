const { execFileSync } = require('node:child_process');
const { mkdtempSync, realpathSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

/**
 * Once, before all suites that start what is built: they find what the sources say, and a folder of
 * this run for what they share (test/support/onceARun.ts).
 */
module.exports = () => {
  execFileSync(process.execPath, [join(__dirname, '../scripts/build.js'), '--if-stale'], {
    stdio: 'inherit',
  });
  process.env.WATCHBILL_TEST_RUN = realpathSync(mkdtempSync(join(tmpdir(), 'watchbill-run-')));
};
