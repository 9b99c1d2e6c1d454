const { join } = require('node:path');
const { projects } = require('../../../jest.config.js');

const ledger = projects.find(({ displayName }) => displayName === 'ledger');
const [[files, [, options]]] = Object.entries(ledger.transform);

/**
 * The suites of the ledger itself, each on the changed sources; `npm run mutation -- ledger`.
 * @type {import('jest').Config}
 */
module.exports = {
  ...ledger,
  rootDir: join(__dirname, '../../..'),
  transform: { [files]: [require.resolve('./changedSource.js'), options] },
  testMatch: [
    '<rootDir>/test/telemetry/*.ledger.test.ts',
    '<rootDir>/test/verbs/rehearse/rules.ledger.test.ts',
  ],
  bail: 1,
  maxWorkers: '100%',
};
