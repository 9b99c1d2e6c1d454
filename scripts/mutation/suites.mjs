import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { readConfigs } from 'jest-config';
import JestRunner from 'jest-runner';

/** What Stryker puts into a mutated file looks here which mutant is active, and counts what was reached. */
const SWITCH = { mutantCoverage: { static: {}, perTest: {} } };
globalThis.__stryker__ = SWITCH;

/** How long each suite took, for every worker: all run in the folder of the copy. */
const TIMES = 'suites.json';

/** Suites run one by one; nobody interrupts them. */
const WATCHER = { isInterrupted: () => false, isWatchMode: () => false, on: () => undefined };

/**
 * Runs the suites of a folder on its mutants, for Stryker, in one process and as `npm run test:unit` does
 * (test/runner): what is mutated, and what builds upon it, is loaded anew for each mutant, so that a constant
 * which is read as its module loads counts like any other code. All else stays.
 *
 * A test, for Stryker, is a whole suite: it covers what it reaches as its modules load, too.
 */
class Suites {
  static inject = ['options'];

  constructor({ suites }) {
    this.folder = suites.folder;
    this.config = suites.config;
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    // What is here is a copy of the project, with the mutants in it.
    const here = process.cwd();
    const config = JSON.stringify({
      ...this.config,
      rootDir: here,
      roots: [join(here, 'test', this.folder)],
    });
    const read = await readConfigs({ _: [], $0: '', ci: true, config }, [here]);
    this.runtime = createRequire(import.meta.url)(join(here, 'test/runner/runtime.js'));
    this.context = await this.runtime.createContext(read.configs[0], { console, maxWorkers: 1 });
    this.runner = new JestRunner(read.globalConfig, {});
    this.runner.on('test-file-success', ([, { failureMessage }]) => {
      this.failure = failureMessage ?? undefined;
    });
    this.runner.on('test-file-failure', ([, error]) => {
      this.failure = `${error.message}\n${error.stack}`;
    });
  }

  async dryRun() {
    const tests = [];
    for (const suite of this.suites()) {
      SWITCH.currentTestId = suite;
      this.forget();
      const begun = Date.now();
      const failureMessage = await this.failureOf(suite);
      const status = failureMessage === undefined ? 0 : 1;
      const timeSpentMs = Date.now() - begun;
      tests.push({
        id: suite,
        name: suite,
        fileName: join(process.cwd(), suite),
        timeSpentMs,
        status,
        failureMessage,
      });
    }
    SWITCH.currentTestId = undefined;
    writeFileSync(
      TIMES,
      JSON.stringify(Object.fromEntries(tests.map(({ id, timeSpentMs }) => [id, timeSpentMs]))),
    );
    return { status: 'complete', tests, mutantCoverage: SWITCH.mutantCoverage };
  }

  async mutantRun({ activeMutant, hitLimit: hundredfold, sandboxFileName, testFilter = this.suites() }) {
    // Ten times as often as all suites reach it without the change is an endless loop, too, if that is often.
    const hitLimit = hundredfold && Math.max(hundredfold / 10, 10_000);
    Object.assign(SWITCH, { activeMutant: activeMutant.id, hitLimit, hitCount: hitLimit && 0 });
    this.forget();
    const mirror = basename(sandboxFileName).replace(/ts$/, 'test.ts');
    this.times ??= JSON.parse(readFileSync(TIMES, 'utf8'));
    // First the suite that mirrors the mutated source, then the quickest.
    const rank = (suite) => (basename(suite) === mirror ? 0 : this.times[suite]);
    const ordered = [...testFilter].sort((a, b) => rank(a) - rank(b));
    for (const [at, suite] of ordered.entries()) {
      const failureMessage = await this.failureOf(suite);
      if (SWITCH.hitCount > hitLimit) return { status: 'timeout', reason: 'it goes on and on' };
      if (failureMessage !== undefined) {
        return { status: 'killed', killedBy: [suite], failureMessage, nrOfTests: at + 1 };
      }
    }
    return { status: 'survived', nrOfTests: ordered.length };
  }

  /** Unit suites have no second word in their names. */
  suites() {
    const folder = join('test', this.folder);
    const files = readdirSync(folder, { recursive: true }).map((file) => join(folder, file));
    return files.filter((file) => /^[^.]+\.test\.ts$/.test(basename(file))).sort();
  }

  forget() {
    this.runtime.forget(join(process.cwd(), 'src', this.folder));
  }

  /** @returns what is red in a suite, or undefined */
  async failureOf(suite) {
    this.failure = 'the suite did not end';
    const test = { context: this.context, path: join(process.cwd(), suite) };
    await this.runner.runTests([test], WATCHER, { serial: true });
    return this.failure;
  }
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'suites', injectableClass: Suites }];

export const strykerValidationSchema = { properties: { suites: { type: 'object' } } };
