const { AsyncLocalStorage } = require('node:async_hooks');
const Module = require('node:module');
const { dirname, isAbsolute, join, resolve, sep } = require('node:path');
const { compileFunction, constants } = require('node:vm');
const Runtime = require('jest-runtime').default;
const { remembering } = require('./remembering.js');

/** What each file compiles to, by its path, for all suites of this process. */
const compiled = new Map();

/** Where the stacks of errors find what our modules were written as, by path. */
const sourceMaps = new Map();

/** Node's own `require`, by the folder that asks. */
const requires = new Map();
const nodesOwn = (from, name) => {
  const folder = dirname(from);
  let found = requires.get(folder);
  if (found === undefined) {
    found = Module.createRequire(from);
    requires.set(folder, found);
  }
  return found(name);
};

const isRelative = (name) => name.startsWith('.') || isAbsolute(name);
const isPackage = (name) => name !== undefined && !isRelative(name) && !Module.isBuiltin(name);

const OURS = ['src', 'stacks'].map((folder) => join(__dirname, '../..', folder) + sep);
const isOurs = (from, name) => {
  const path = name === undefined ? from : isRelative(name) ? resolve(dirname(from), name) : '';
  return OURS.some((folder) => `${path}${sep}`.startsWith(folder));
};

/** The suite that runs: what it transforms, jest has in its cache. */
let current;
Module._extensions['.ts'] = (module, filename) => {
  module._compile(current.transformed(filename), filename);
  module.exports = remembering(filename, module.exports);
};

/**
 * Each suite has a jest-circus of its own, which asks for a storage that is followed through every promise,
 * and never gives it back: one for all does.
 */
const storage = new AsyncLocalStorage();
const ASYNC_HOOKS = {
  AsyncLocalStorage: function shared() {
    return storage;
  },
};

/**
 * jest's module system with two differences, which save time alone. A file of tests is compiled once
 * and runs anew for each suite. Packages and modules of ours are loaded once, by Node itself, as they are
 * where the product runs; a suite that mocks something or resets its modules gets ours anew, from jest,
 * and one that mocks a package all packages, too.
 */
module.exports = class extends Runtime {
  #keepsOurs;
  #mocksPackages = false;

  constructor(...args) {
    super(...args);
    const [, , , , , { collectCoverage }, , { watch, watchAll }] = args;
    // What is counted must be jest's, and what somebody edits must be read again.
    this.#keepsOurs = !(collectCoverage || watch || watchAll);
    current = this;
    const { injectedModuleParameters } = this.executor;
    this.executor.compile = (source, filename) => {
      const known = compiled.get(filename);
      if (known?.source === source) return known.run;
      const importModuleDynamically = constants.USE_MAIN_CONTEXT_DEFAULT_LOADER;
      const once = compileFunction(source, injectedModuleParameters, { filename, importModuleDynamically });
      const run = function (module, ...rest) {
        once.call(this, module, ...rest);
        module.exports = remembering(filename, module.exports);
      };
      compiled.set(filename, { source, run });
      return run;
    };
    for (const [path, map] of sourceMaps) this.getSourceMaps().set(path, map);
  }

  transformed(filename) {
    const code = this.transformCache.transform(filename);
    const map = this.getSourceMaps().get(filename);
    if (map !== undefined) sourceMaps.set(filename, map);
    return code;
  }

  requireModule(from, name, options, isActual) {
    if (options?.isInternalModule) {
      if (name === 'node:async_hooks') return ASYNC_HOOKS;
      return name === undefined ? super.requireModule(from, name, options, isActual) : nodesOwn(from, name);
    }
    if (!this.#mocksPackages && isPackage(name)) return nodesOwn(from, name);
    if (this.#keepsOurs && !this.registries.isIsolated() && isOurs(from, name))
      return nodesOwn(from, name ?? from);
    return super.requireModule(from, name, options, isActual);
  }

  /**
   * Modules below a folder, and all of ours that build upon them, are loaded anew when they are next
   * asked for.
   */
  static forget(folder) {
    const ours = Object.values(Module._cache).filter(({ filename }) => isOurs(filename));
    const stale = new Set(ours.filter(({ filename }) => filename.startsWith(folder + sep)));
    for (let before = -1; before !== stale.size; ) {
      before = stale.size;
      for (const module of ours) if (module.children.some((child) => stale.has(child))) stale.add(module);
    }
    for (const { filename } of stale) delete Module._cache[filename];
    for (const module of ours) module.children = module.children.filter((child) => !stale.has(child));
    requires.clear();
  }

  /** jest's constructor calls it, too. */
  resetModules() {
    if (#keepsOurs in this) this.#keepsOurs = false;
    super.resetModules();
  }

  setMock(from, name, factory, options) {
    this.#keepsOurs = false;
    this.#mocksPackages ||= isPackage(name);
    super.setMock(from, name, factory, options);
  }
};
