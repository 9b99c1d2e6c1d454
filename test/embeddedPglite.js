/** What a test gets that requires PGlite; see embeddedEnvironment.js. */
module.exports = globalThis.pglite;
