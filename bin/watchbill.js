#!/usr/bin/env node
require('../dist/watchbill.js')
  .main(process.argv.slice(2))
  .then((code) => {
    process.exitCode = code;
  });
