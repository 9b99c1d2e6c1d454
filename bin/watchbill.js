#!/usr/bin/env node
const { join } = require('node:path');
const { buildProblem } = require('./buildState.js');
const { compiled } = require('./compiled.js');

/** As in src/cli/exitCode.ts, which may not be built. */
const USAGE = 2;

const DIST = join(__dirname, '../dist');
const bundle = (name) => compiled(join(DIST, name), join(DIST, 'compile-cache'));

const problem = buildProblem();
if (problem === undefined) {
  const { main, processIo, program } = bundle('watchbill.js');
  program(() =>
    main(process.argv.slice(2), {
      ...processIo,
      // Only verbs that look at what would be deployed load cdktf.
      synthesize: (request) => bundle('synthesis.js').synthesizedStacks(request),
    }),
  );
} else {
  process.stderr.write(`${problem}\n`);
  process.exitCode = USAGE;
}
