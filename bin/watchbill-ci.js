#!/usr/bin/env node
const { buildProblem } = require('./buildState.js');

/** What the workflows run; docs/ci.md says when. */
const SCRIPTS = ['approved', 'check', 'comment', 'deploy', 'diff', 'issue', 'nightly', 'plan'];
/** As in src/cli/exitCode.ts, which is not there without a build. */
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
