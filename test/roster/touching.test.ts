import { absences } from '../../src/roster';
import { touching } from '../../src/roster/touching';
import { catalogOf, present, window } from './fixture';

const LEAVE = ['2026-01-05', '2026-01-07'].map((day) => ({ person: 'aidil', from: day, until: day }));
const [FIRST, SECOND] = present(absences(catalogOf({ people: { aidil: [] }, leave: LEAVE })).get('aidil'));
const BOTH = [present(FIRST), present(SECOND)];

test('absences that overlap a span; the same list if all do', () => {
  expect(touching(BOTH, window('2026-01-05T12:00', '2026-01-07T12:00'))).toBe(BOTH);
  expect(touching(BOTH, window('2026-01-06', '2026-01-07T12:00'))).toEqual([SECOND]);
  // It only meets the first.
  expect(touching(BOTH, window('2026-01-06', '2026-01-07'))).toEqual([]);
});
