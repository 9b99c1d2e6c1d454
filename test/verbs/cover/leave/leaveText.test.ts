import { leaveBegin, leaveEnd } from '../../../../src/verbs/cover/leave';
import { instant } from '../../../roster/fixture';

test.each([
  ['2026-11-24T22:40', '2026-11-24T22:40', '2026-11-24T22:40'],
  // A whole day begins with its first instant, and the last one is included.
  ['2026-11-24', '2026-11-24', '2026-11-23'],
])('%s begins a leave as %s and ends it as %s', (at, begin, end) => {
  const zone = 'Asia/Kuala_Lumpur';
  expect([leaveBegin(instant(at), zone), leaveEnd(instant(at), zone)]).toEqual([begin, end]);
});

test("a day that begins at one o'clock is a whole day too", () => {
  // Clocks in Beirut went forward at midnight on 26 March 2023.
  const at = instant('2023-03-26T01:00', 'Asia/Beirut');
  expect(at.toString()).toBe('2023-03-25T22:00:00Z');
  expect([leaveBegin(at, 'Asia/Beirut'), leaveEnd(at, 'Asia/Beirut')]).toEqual(['2023-03-26', '2023-03-25']);
});
