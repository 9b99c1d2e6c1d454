const { main, processIo, program } = require('./wb-nojit.js');
program(() => main(process.argv.slice(2), { ...processIo, synthesize: (r) => require('./synthesis.js').synthesizedStacks(r) }));
