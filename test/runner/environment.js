const { ModuleMocker } = require('jest-mock');
const { kept } = require('./kept.js');

/** jest's registry of matchers. It cannot be deleted from the global object, only emptied. */
const MATCHERS = Symbol.for('$$jest-matchers-object');

/** cdktf's tokens are on the global object, and are of the package, which stays. */
const OF_PACKAGES = ['__cdktfTokenMap'];

/**
 * Suites run in Node's own realm, one after the other. jest's own environment makes a context of `node:vm`
 * for each: there a look at a global (`Math`, `Array`, `Map`) takes seventy times as long and more, nothing
 * that is compiled or loaded can be shared, and Node's errors are no `Error`.
 *
 * What a suite leaves on the global object, on `process` and among the variables of the environment is
 * put back after it. There are no fake timers: our code is given its clock.
 */
module.exports = class {
  global = globalThis;
  fakeTimers = null;
  fakeTimersModern = null;
  moduleMocker = new ModuleMocker(globalThis);
  #putBack = kept([globalThis, process, process.env], OF_PACKAGES);

  async setup() {}

  async teardown() {
    const matchers = globalThis[MATCHERS];
    if (matchers !== undefined) matchers.customEqualityTesters.length = 0;
    this.#putBack();
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  /** No context of `node:vm`: runtime.js compiles for this realm. */
  getVmContext() {
    return globalThis;
  }
};
