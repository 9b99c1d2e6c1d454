#!/usr/bin/env node
const { buildProblem } = require('./buildState.js');

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
