const { projects } = require('./jest.config.js');

const config = projects.find(({ displayName }) => displayName === 'unit');
const folder = process.env.MUTATED_FOLDER;

/**
 * Mutation testing of one folder with its own unit tests: `npm run mutation` (scripts/mutation.ts) says which.
 * @type {import('@stryker-mutator/core').PartialStrykerOptions & Record<string, unknown>}
 */
module.exports = {
  mutate: [`src/${folder}/**/*.ts`],
  plugins: ['./scripts/mutation/suites.mjs'],
  testRunner: 'suites',
  suites: { folder, config },
  coverageAnalysis: 'perTest',
  dryRunTimeoutMinutes: 30,
  concurrency: 2,
  // A busy machine is no endless loop: most of those are known by how often the change is reached.
  timeoutMS: 20_000,
  // What has not changed since the last run is not run again.
  incremental: true,
  incrementalFile: `mutation.out/${folder}.json`,
  tempDirName: 'mutation.out/sandbox',
  cleanTempDir: 'always',
  ignorePatterns: ['/dist*', '/*.out', '/.tools', '/docs/pictures'],
  // There is no such file: Stryker changes a tsconfig.json by TypeScript's JavaScript API, which TypeScript 7 has no more.
  tsconfigFile: 'tsconfig.none.json',
  reporters: ['progress'],
  logLevel: 'warn',
};
