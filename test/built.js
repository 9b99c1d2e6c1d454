const { execFileSync } = require('node:child_process');
const { join } = require('node:path');

/** Suites that start what is built find what the sources say; once, before any of them. */
module.exports = () => {
  execFileSync(process.execPath, [join(__dirname, '../scripts/build.js'), '--if-stale'], {
    stdio: 'inherit',
  });
};
