import { spawnSync } from 'node:child_process';
import { ROOT } from '../docs/blocks';
import { XYZ_TECH } from '../xyzTech';

/** Runs the command, and says on standard error what it loads besides its own file and Node's modules. */
const WATCHED = `const Module = require('node:module');
const load = Module._load;
Module._load = (name, ...others) => {
  if (/^[@a-z]/.test(name) && !Module.isBuiltin(name)) console.error(name);
  return load(name, ...others);
};
process.argv.splice(1, 0, 'watchbill');
const { compiled } = require('./bin/compiled.js');
require.cache[require.resolve('./bin/compiled.js')].exports = {
  compiled: (file, folder) => {
    if (!file.endsWith('watchbill.js')) console.error('cdktf');
    return compiled(file, folder);
  },
};
require('./bin/watchbill.js');`;

function loaded(...args: readonly string[]): string[] {
  const { status, stderr } = spawnSync(process.execPath, ['-e', WATCHED, '--', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], WATCHBILL_DATA: XYZ_TECH, WATCHBILL_AS_OF: '2026-11-23' },
  });
  return [`exit ${status}`, ...stderr.split('\n').filter((line) => line !== '')];
}

test.each([['telemetry sql'], ['telemetry agent'], ['who'], ['roster']])(
  '%s loads neither cdktf nor a database',
  (verb) => {
    expect(loaded(...verb.split(' '))).toEqual(['exit 0']);
  },
);

test('a rehearsal of a rule on the ledger loads both', () => {
  expect(loaded('rehearse', 'aggregate-profit', 'profit-discrepancy')).toEqual(
    expect.arrayContaining(['exit 0', 'cdktf', '@electric-sql/pglite']),
  );
});
