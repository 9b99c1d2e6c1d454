/**
 * Whether suites run in their long form (`npm run test:long`, `npm run test:faults`).
 * Suites named `*.long.test.ts` have no short one, and are part of no other run.
 */
module.exports = { LONG: process.env.WATCHBILL_TEST_FORM === 'long' };
