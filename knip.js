const { exports: published } = require('./package.json');

/** What package users import, as sources: `dist/src/roster/index.js` is built from `src/roster/index.ts`. */
const PUBLIC = Object.values(published)
  .flatMap(({ default: file }) => file ?? [])
  .map((file) => file.replace(/^\.\/dist\/(.*)\.js$/, '$1.ts'));

/**
 * `npm run lint:unused`: unused files, exports and dependencies.
 * @type {import('knip').KnipConfig}
 */
module.exports = {
  entry: [
    ...PUBLIC,
    // Started by their path.
    'src/main.ts',
    'scripts/*.{js,ts}',
    'scripts/ci/{approved,check,comment,deploy,diff,issue,nightly,plan,site}.ts',
    'bench/support/meter.js',
    'scripts/mutation/ledger/{changedSource,jest.config}.js',
    'bench/synth/{bare,watchbill}.ts',
    'test/support/struckAt.js',
    'test/system/stranger/*',
  ],
  project: ['**/*.{js,ts}'],
  // A type in the signature of something exported has a name that others can use.
  ignoreExportsUsedInFile: { interface: true, type: true },
  ignoreDependencies: [
    // What test/system/synth.system.test.ts proves to go on working.
    'cdktf-cli',
    // How knip understands the name of our own runner in stryker.config.js: scripts/mutation/suites.mjs.
    '@stryker-mutator/suites-runner',
    // cdktf-cli loads it: see the overrides in package.json.
    '@cdktf/node-pty-prebuilt-multiarch',
    // Commands that test/system/package.system.test.ts starts.
    '@arethetypeswrong/cli',
    'publint',
  ],
  ignoreBinaries: ['promtool', 'terraform'],
};
