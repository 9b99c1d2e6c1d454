const Sequencer = require('@jest/test-sequencer').default;
const { secondsOf } = require('./seconds.js');

/**
 * The longest suites begin first, so that no worker is left with one of them when the others have ended.
 * jest itself takes the size of a file for its time where it has not run it yet, and in a fresh clone it
 * has run none.
 */
module.exports = class extends Sequencer {
  time(test) {
    return super.time(test) ?? secondsOf(test.path) * 1000;
  }
};
