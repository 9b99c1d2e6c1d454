import { compareNames } from '../../../src/deployment/logIns/sameName';

test.each([
  ['Spencer', 'Spencer', 'same'],
  ['Spencer', '  SPENCER ', 'same'],
  ['Accounts desk', 'accounts\u00a0 Desk', 'same'],
  // An accent as one character, and as two.
  ['Zoë', 'Zoe\u0308', 'same'],
  ['Spencer', 'Spencer Tan', 'longer'],
  ['Tan Spencer', 'Spencer Tan', 'longer'],
  ['Spencer', 'Tan, Spencer', 'longer'],
  ['Spencer Tan', 'Spencer', 'other'],
  ['Spencer', 'Spencerina', 'other'],
  ['Spencer', 'Mallory', 'other'],
  ['Spencer', '', 'other'],
  ['', 'Spencer', 'other'],
  // In capitals both would be WEISS.
  ['Weiß', 'Weiss', 'other'],
])('%j and %j', (expected, found, comparison) => {
  expect(compareNames(expected, found)).toBe(comparison);
});
