const { createRequire, isBuiltin } = require('node:module');
const { isAbsolute } = require('node:path');
const { compileFunction, constants } = require('node:vm');
const Runtime = require('jest-runtime').default;

/** What each file compiles to, by its path, for all suites of this process. */
const compiled = new Map();

const isPackage = (name) =>
  name !== undefined && !name.startsWith('.') && !isAbsolute(name) && !isBuiltin(name);

/**
 * jest's module system with two differences, which save time alone. A file of ours is compiled once and
 * runs anew for each suite. A package is loaded once, by Node itself, as it is where the product runs;
 * only a suite that mocks a package gets all of them anew, from jest.
 */
module.exports = class extends Runtime {
  #mocksPackages = false;

  constructor(...args) {
    super(...args);
    const { injectedModuleParameters } = this.executor;
    this.executor.compile = (source, filename) => {
      const known = compiled.get(filename);
      if (known?.source === source) return known.run;
      const importModuleDynamically = constants.USE_MAIN_CONTEXT_DEFAULT_LOADER;
      const run = compileFunction(source, injectedModuleParameters, { filename, importModuleDynamically });
      compiled.set(filename, { source, run });
      return run;
    };
  }

  requireModule(from, name, options, isActual) {
    if (options?.isInternalModule || this.#mocksPackages || !isPackage(name)) {
      return super.requireModule(from, name, options, isActual);
    }
    return createRequire(from)(name);
  }

  setMock(from, name, factory, options) {
    this.#mocksPackages ||= isPackage(name);
    super.setMock(from, name, factory, options);
  }
};
