const { rmSync } = require('node:fs');

/** Once, after all suites: what they shared is removed. */
module.exports = () => rmSync(process.env.WATCHBILL_TEST_RUN, { recursive: true, force: true });
