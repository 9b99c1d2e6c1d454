#!/usr/bin/env node
const { enableCompileCache } = require('node:module');
const { join } = require('node:path');
const { buildProblem } = require('./buildState.js');

// From Node 22 on. Beside the build: in the folder for temporary files others could put code into it.
enableCompileCache?.(join(__dirname, '../dist/compile-cache'));

/** As in src/cli/exitCode.ts, which may not be built. */
const USAGE = 2;

const problem = buildProblem();
if (problem === undefined) {
  const { main, processIo, program } = require('../dist/watchbill.js');
  program(() =>
    main(process.argv.slice(2), {
      ...processIo,
      // Only verbs that look at what would be deployed load cdktf.
      synthesize: (request) =>
        require('../dist/src/verbs/synth/synthesizedStacks.js').synthesizedStacks(request),
    }),
  );
} else {
  process.stderr.write(`${problem}\n`);
  process.exitCode = USAGE;
}
