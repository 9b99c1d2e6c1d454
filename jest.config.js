/**
 * Packages that ship ES modules only: jest runs CommonJS, so swc compiles them too.
 * A test says which one is missing here ("Cannot use import statement outside a module").
 */
const ES_MODULES_ONLY = [
  'temporal-polyfill',
  'temporal-utils',
  'github-slugger',
  'mdast-util-.*',
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
  testEnvironment: 'node',
  setupFilesAfterEnv: ['<rootDir>/test/setup.ts'],
  transform: {
    '^.+\\.(t|j)s$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${ES_MODULES_ONLY.join('|')})/)`],
};

/** What starts a sandbox takes seconds: no unit tests, wherever their subject is. */
const WITH_A_SANDBOX = [
  '/test/sandbox/.*\\.test\\.ts$',
  '/test/cli/(adopt|cover\\w*|drift|rehearse/logIns)\\.test\\.ts$',
  '/test/rehearsal/api/.*\\.test\\.ts$',
  '/test/stacks/(checkLogIns|preparedDeploy)\\.test\\.ts$',
  '/test/vendors/(missingLogIns|restClient)\\.test\\.ts$',
];

/** What starts git, shells or a server is none, either. */
const WITH_PROGRAMS = ['/test/system/.*\\.test\\.ts$', '/test/cli/(completionShells|diff)\\.test\\.ts$'];
const TELEMETRY = ['/test/(telemetry/.*|stacks/start|docs/telemetry)\\.test\\.ts$'];

/** What is started is the build. */
const BUILT = { globalSetup: '<rootDir>/test/built.js' };

/** @type {import('jest').Config} */
module.exports = {
  // By default jest leaves one processor idle: half of them on a machine of two.
  maxWorkers: '100%',
  projects: [
    {
      ...base,
      displayName: 'unit',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: [
        '/test/(fuzz|deploy|truth)/',
        ...TELEMETRY,
        ...WITH_A_SANDBOX,
        ...WITH_PROGRAMS,
        '\\.property\\.test\\.ts$',
      ],
    },
    {
      ...base,
      displayName: 'telemetry',
      testEnvironment: '<rootDir>/test/embeddedEnvironment.js',
      moduleNameMapper: { '^@electric-sql/pglite$': '<rootDir>/test/embeddedPglite.js' },
      testRegex: TELEMETRY,
    },
    { ...base, displayName: 'sandbox', testRegex: WITH_A_SANDBOX },
    {
      ...base,
      displayName: 'properties',
      testMatch: ['<rootDir>/test/{truth,fuzz}/**/*.test.ts', '<rootDir>/test/**/*.property.test.ts'],
    },
    { ...base, ...BUILT, displayName: 'deploy', testMatch: ['<rootDir>/test/deploy/**/*.test.ts'] },
    { ...base, ...BUILT, displayName: 'system', testRegex: WITH_PROGRAMS },
  ],
};
