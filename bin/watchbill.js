#!/usr/bin/env node
const { main, processIo } = require('../dist/watchbill.js');

main(process.argv.slice(2), {
  ...processIo,
  // cdktf is loaded by the verbs that look at what would be deployed, and by no other.
  synthesize: (request) => require('../dist/stacks/synthesizedStacks.js').synthesizedStacks(request),
}).then((code) => {
  process.exitCode = code;
});
