import { Temporal } from 'temporal-polyfill';
import { ownOffice } from '../../src/catalog';
import { isOfficeTime, officeTimes } from '../../src/roster';
import { catalogOf, FILES } from '../stacks/xyzTech';

const OFFICE = ownOffice(catalogOf(FILES));
const at = (local: string) => Temporal.ZonedDateTime.from(`${local}[Asia/Kuala_Lumpur]`).toInstant();

test('working days alone, in local time, without holidays', () => {
  // Friday 25 December 2026 is Christmas.
  const spans = officeTimes(OFFICE, { from: at('2026-12-24T12:00'), until: at('2026-12-29T09:00') });
  expect(spans.map(({ from, until }) => `${from} ${until}`)).toEqual([
    '2026-12-24T01:00:00Z 2026-12-24T10:00:00Z',
    '2026-12-28T01:00:00Z 2026-12-28T10:00:00Z',
  ]);
});

test.each([
  ['2026-11-27T08:59:59', false],
  ['2026-11-27T09:00', true],
  ['2026-11-27T17:59:59', true],
  ['2026-11-27T18:00', false],
  ['2026-11-28T12:00', false],
  ['2026-12-25T12:00', false],
])('%s: %s', (local, expected) => {
  expect(isOfficeTime(OFFICE, at(local))).toBe(expected);
});
