import { differing } from '../../src/text/differing';

const ALIKE = 'Paged until somebody acknowledges: Business Analytics desk,';

test.each([
  [
    'Late. Call the desk at once',
    'Late. Call the desk',
    'Late. Call the desk at once',
    'Late. Call the desk',
  ],
  [`${ALIKE} then Choo`, `${ALIKE} then Aidil`, '…Analytics desk, then Choo', '…Analytics desk, then Aidil'],
  [`${ALIKE} now`, ALIKE, '…Analytics desk, now', '…Analytics desk,'],
  ['a'.repeat(40), `${'a'.repeat(39)}b`, `…${'a'.repeat(17)}`, `…${'a'.repeat(16)}b`],
])('%s, %s', (one, other, shownOne, shownOther) => {
  expect(differing(one, other)).toEqual([shownOne, shownOther]);
});
