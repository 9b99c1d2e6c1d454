const fs = require('node:fs');

/**
 * Preloaded into a process: it kills itself as it is about to call a function of `node:fs` on something
 * below a folder for the nth time, as STRUCK_AT says, e.g. `renameSync 2 /tmp/site`.
 */
const [name, nth, ...folder] = process.env.STRUCK_AT.split(' ');
const call = fs[name];
let count = 0;
fs[name] = (...args) => {
  if (String(args[0]).startsWith(folder.join(' '))) count += 1;
  if (count === Number(nth)) process.kill(process.pid, 'SIGKILL');
  return call(...args);
};
