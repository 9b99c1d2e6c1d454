import { plannedRosters, rosterOfCatalog } from '../../src/roster';
import { catalogOf, instant, lines, window } from './fixture';

test('every rotation of the catalog, in its order, with the same absences', () => {
  const catalog = catalogOf({
    people: { aidil: [], thiru: [], choo: [], spencer: [] },
    rotations: [
      { id: 'profit', versions: [{ from: '2026-01-05', order: ['aidil', 'thiru', 'choo', 'spencer'] }] },
      { id: 'growth', versions: [{ from: '2026-01-05', order: ['spencer', 'choo', 'aidil', 'thiru'] }] },
      { id: 'daily', turnDays: 1, versions: [{ from: '2026-01-13', order: ['thiru', 'choo'] }] },
    ],
    leave: [{ person: 'choo', from: '2026-01-13', until: '2026-01-13' }],
  });
  const rosters = rosterOfCatalog(catalog, window('2026-01-13', '2026-01-15'));
  expect(rosters.map((roster) => [roster.rotation, ...lines(roster)])).toEqual([
    ['profit', '2026-01-13T00:00 2026-01-15T00:00 thiru'],
    [
      'growth',
      '2026-01-13T00:00 2026-01-14T00:00 aidil cover for choo',
      '2026-01-14T00:00 2026-01-15T00:00 choo',
    ],
    ['daily', '2026-01-13T09:00 2026-01-14T09:00 thiru', '2026-01-14T09:00 2026-01-15T00:00 choo'],
  ]);
  expect(rosters.map((roster) => roster.gaps.length)).toEqual([0, 0, 1]);
});

test('a catalog without rotations has no roster', () => {
  expect(rosterOfCatalog(catalogOf({ people: {} }), window('2026-01-13', '2026-01-15'))).toEqual([]);
});

test("planned rosters begin with each rotation's running turn and end at the horizon", () => {
  const catalog = catalogOf({
    people: { aidil: [], thiru: [] },
    horizonDays: 7,
    rotations: [
      { id: 'weekly', versions: [{ from: '2026-01-05', order: ['aidil', 'thiru'] }] },
      { id: 'later', versions: [{ from: '2026-01-19', order: ['thiru'] }] },
      { id: 'fortnightly', turnDays: 14, versions: [{ from: '2026-01-05', order: ['thiru', 'aidil'] }] },
    ],
  });
  expect(plannedRosters(catalog, instant('2026-01-14T10:00')).map((roster) => lines(roster))).toEqual([
    ['2026-01-12T09:00 2026-01-19T09:00 thiru', '2026-01-19T09:00 2026-01-21T00:00 aidil'],
    ['2026-01-19T09:00 2026-01-21T00:00 thiru'],
    ['2026-01-05T09:00 2026-01-19T09:00 thiru', '2026-01-19T09:00 2026-01-21T00:00 aidil'],
  ]);
});
