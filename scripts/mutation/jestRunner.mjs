import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { strykerPlugins as jestPlugins } from '@stryker-mutator/jest-runner';

/** Which files a test of some name is in, for every worker: each runs in the sandbox's folder. */
const FILES = 'test-files.json';

/**
 * Stryker's runner for jest loads every test file for each mutant, and only then leaves out the tests
 * that do not reach it. This one loads the files of those that do: first the one that mirrors the
 * mutated source, and the others only if it stays green.
 */
class JestByFile {
  constructor(jest) {
    this.jest = jest;
  }

  capabilities() {
    return this.jest.capabilities();
  }

  init() {
    return this.jest.init();
  }

  async dryRun(options) {
    const result = await this.jest.dryRun(options);
    if (result.status === 'complete') {
      const files = {};
      for (const { id, fileName } of result.tests) files[id] = [...new Set(files[id]).add(fileName)];
      writeFileSync(FILES, JSON.stringify(files));
    }
    return result;
  }

  async mutantRun(options) {
    this.files ??= JSON.parse(readFileSync(FILES, 'utf8'));
    const tests = options.testFilter ?? Object.keys(this.files);
    const files = [...new Set(tests.flatMap((id) => this.files[id]))];
    const mirror = basename(options.sandboxFileName).replace(/ts$/, 'test.ts');
    const own = files.filter((file) => basename(file) === mirror);
    const others = files.filter((file) => basename(file) !== mirror);
    let result;
    for (const testMatch of [own, others].filter((some) => some.length > 0)) {
      this.jest.jestConfig = { ...this.jest.jestConfig, testMatch };
      result = await this.jest.mutantRun(options);
      if (result.status !== 'survived') break;
    }
    return result;
  }
}

const [jest] = jestPlugins;
const factory = (injector) => new JestByFile(jest.factory(injector));
factory.inject = ['$injector'];

export const strykerPlugins = [{ ...jest, factory }];
export { strykerValidationSchema } from '@stryker-mutator/jest-runner';
