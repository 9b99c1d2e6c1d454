import { absences } from '../../src/roster';
import { absencesFor } from '../../src/roster/absencesFor';
import { catalogOf } from './fixture';

const ALL = absences(
  catalogOf({
    people: { aidil: ['new-year'], thiru: [] },
    holidays: [['new-year', '2026-01-01']],
    leave: [
      { person: 'aidil', from: '2026-01-05', until: '2026-01-05' },
      { person: 'aidil', from: '2026-01-06', until: '2026-01-06', rotation: 'growth' },
      { person: 'thiru', from: '2026-01-07', until: '2026-01-07' },
    ],
  }),
);

/** The line of each leave that counts for Aidil; `holiday` for a holiday. */
function counting(rotation: string | undefined): unknown[] {
  const own = absencesFor(ALL, rotation).get('aidil') ?? [];
  return own.map((absence) => (absence.kind === 'leave' ? absence.leave.source.line : absence.kind));
}

test('a leave that names a rotation counts for that one alone', () => {
  expect(counting('growth')).toEqual(['holiday', 1, 2]);
  expect(counting('profit')).toEqual(['holiday', 1]);
  expect(counting(undefined)).toEqual(['holiday', 1]);
});

test('where all count it is the same list; nobody knows a stranger', () => {
  expect(absencesFor(ALL, 'profit').get('thiru')).toBe(ALL.get('thiru'));
  expect(absencesFor(ALL, 'growth').get('aidil')).toBe(ALL.get('aidil'));
  expect(absencesFor(ALL, 'growth').get('spencer')).toBeUndefined();
});
