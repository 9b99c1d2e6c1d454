const { projects } = require('./jest.config.js');

// Stryker's environment builds upon jest's own, not upon ours.
const {
  testEnvironment: _,
  runtime: __,
  ...unit
} = projects.find(({ displayName }) => displayName === 'unit');
const folder = process.env.MUTATED_FOLDER;

/**
 * Mutation testing of one folder with its own unit tests: `npm run mutation` (scripts/mutation.ts) says which.
 * @type {import('@stryker-mutator/core').PartialStrykerOptions & Record<string, unknown>}
 */
module.exports = {
  mutate: [`src/${folder}/**/*.ts`],
  // It takes the place of Stryker's own runner for jest.
  plugins: ['./scripts/mutation/jestRunner.mjs'],
  testRunner: 'jest',
  jest: {
    projectType: 'custom',
    // It has no key `jest`, so that what follows is all; jest.config.js would bring the other projects.
    configFile: 'package.json',
    config: {
      ...unit,
      roots: [`<rootDir>/test/${folder}`],
      testMatch: [`<rootDir>/test/${folder}/**/+([^.]).test.ts`],
    },
    enableFindRelatedTests: false,
  },
  coverageAnalysis: 'perTest',
  dryRunTimeoutMinutes: 30,
  concurrency: 2,
  // What has not changed since the last run is not run again.
  incremental: true,
  incrementalFile: `mutation.out/${folder}.json`,
  tempDirName: 'mutation.out/sandbox',
  cleanTempDir: 'always',
  ignorePatterns: ['/dist*', '/*.out', '/docs/pictures'],
  // There is no such file: Stryker changes a tsconfig.json by TypeScript's JavaScript API, which TypeScript 7 has no more.
  tsconfigFile: 'tsconfig.none.json',
  reporters: ['progress'],
  logLevel: 'warn',
};
