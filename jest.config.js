const { availableParallelism } = require('node:os');

/**
 * Packages that ship ES modules only: where a suite mocks a package, jest loads all of them as CommonJS,
 * so swc compiles them.
 * A test says which one is missing here ("Cannot use import statement outside a module").
 */
const ES_MODULES_ONLY = [
  'temporal-polyfill',
  'temporal-utils',
  'github-slugger',
  'mdast-util-.*',
  'hast-util-.*',
  'property-information',
  'comma-separated-tokens',
  'space-separated-tokens',
  'html-void-elements',
  'stringify-entities',
  'trim-lines',
  'vfile.*',
  'micromark.*',
  'unist-util-.*',
  'markdown-table',
  'longest-streak',
  'zwitch',
  'ccount',
  'decode-named-character-reference',
  'character-entities.*',
  'devlop',
  'fast-check',
  'pure-rand',
  'cookie',
];

const base = {
  testEnvironment: '<rootDir>/test/runner/environment.js',
  runtime: '<rootDir>/test/runner/runtime.js',
  setupFilesAfterEnv: ['<rootDir>/test/setup.ts'],
  transform: {
    '^.+\\.(t|j)s$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }],
  },
  // Copies of the project that mutation testing makes.
  modulePathIgnorePatterns: ['<rootDir>/mutation.out/'],
  transformIgnorePatterns: [`/node_modules/(?!(${ES_MODULES_ONLY.join('|')})/)`],
};

/** What is started is the build, and what an embedded ledger starts from is made by it. */
const BUILT = { globalSetup: '<rootDir>/test/built.js', globalTeardown: '<rootDir>/test/cleared.js' };

const { LONG } = require('./test/form.js');

/** @type {import('jest').Config} */
module.exports = {
  // By default jest leaves one processor idle: half of them on a machine of two. Suites that deploy, install
  // or look at a browser wait for minutes in all, and others can run meanwhile.
  maxWorkers: Math.ceil(1.5 * availableParallelism()),
  // A worker whose heap held PostgreSQL takes up to a second to end on a busy machine, with nothing left open;
  // jest waits half a second before it tells of a leak.
  workerGracefulExitTimeout: 10_000,
  testSequencer: '<rootDir>/test/runner/sequencer.js',
  // A test belongs to the project that its name says: *.sandbox.test.ts, *.system.test.ts; without a word it is a unit test.
  projects: [
    { ...base, displayName: 'unit', testMatch: ['<rootDir>/test/**/+([^.]).test.ts'] },
    {
      ...base,
      ...BUILT,
      displayName: 'ledger',
      testMatch: ['<rootDir>/test/**/*.ledger.test.ts'],
    },
    { ...base, displayName: 'sandbox', testMatch: ['<rootDir>/test/**/*.sandbox.test.ts'] },
    { ...base, displayName: 'limits', testMatch: ['<rootDir>/test/**/*.limits.test.ts'] },
    { ...base, displayName: 'property', testMatch: ['<rootDir>/test/**/*.property.test.ts'] },
    {
      ...base,
      globalSetup: '<rootDir>/test/deploy/installed.ts',
      displayName: 'deploy',
      testMatch: ['<rootDir>/test/**/*.deploy.test.ts'],
    },
    { ...base, ...BUILT, displayName: 'system', testMatch: ['<rootDir>/test/**/*.system.test.ts'] },
    ...(LONG
      ? [{ ...base, ...BUILT, displayName: 'long', testMatch: ['<rootDir>/test/**/*.long.test.ts'] }]
      : []),
  ],
};
