#!/usr/bin/env node
const { buildProblem } = require('./buildState.js');

/** The scripts that the workflows run, see docs/ci.md. */
const SCRIPTS = ['approved', 'check', 'comment', 'deploy', 'diff', 'issue', 'nightly', 'plan', 'site'];
/** As in src/cli/exitCode.ts, which may not be built. */
const USAGE = 2;

const [name] = process.argv.splice(2, 1);
const problem = SCRIPTS.includes(name)
  ? buildProblem()
  : `usage: watchbill-ci <${SCRIPTS.join('|')}> [options]\n  docs/ci.md says what each does`;
if (problem === undefined) {
  void require(`../dist/scripts/ci/${name}.js`).start();
} else {
  process.stderr.write(`${problem}\n`);
  process.exitCode = USAGE;
}
