const { TestEnvironment } = require('jest-environment-node');

/**
 * PGlite loads parts of itself by `import()`, which does not work inside of jest's own
 * module system. It is loaded outside of it; embeddedPglite.js hands it to the tests.
 */
module.exports = class extends TestEnvironment {
  async setup() {
    await super.setup();
    this.global.pglite = require('@electric-sql/pglite');
  }
};
