import { absences, rosterOf } from '../../src/roster';
import { absentCovers } from '../../src/roster/absentCovers';
import { catalogOf, type FixtureSpec, local, present, window } from './fixture';

const PEOPLE = { aidil: [], thiru: [], choo: [], spencer: [] };
const away = (person: string, from: string, until = from, cover?: string) => ({
  person,
  from,
  until,
  ...(cover === undefined ? {} : { cover }),
});

/**
 * As `from until agreed-with-rostered, who covers`; the weeks from 5 January are Aidil's, Thiru's (from
 * Monday 12 January, 09:00), Choo's (from the 19th) and Spencer's.
 */
function told(
  leave: FixtureSpec['leave'],
  until = '2026-01-26T09:00',
  versions = [{ from: '2026-01-05', order: ['aidil', 'thiru', 'choo', 'spencer'] }],
): string[] {
  const catalog = catalogOf({ people: PEOPLE, rotations: [{ versions }], leave: leave ?? [] });
  const byPerson = absences(catalog);
  const roster = rosterOf(
    present(catalog.rotations[0]),
    catalog.organization,
    byPerson,
    window('2026-01-12T09:00', until),
  );
  return absentCovers(roster, byPerson).map(
    ({ from, until: end, agreed, rostered, onDuty, leave: named }) =>
      `${local(from)} ${local(end)} ${agreed.id} for ${rostered.id}: ${onDuty.id}, leave ${named.source.line}`,
  );
}

test("as long as the leave, the cover's own absence and the turn last", () => {
  // Thiru's leave goes on into Choo's turn, and Aidil comes back in the middle of it.
  expect(
    told([
      away('thiru', '2026-01-17', '2026-01-22', 'aidil'),
      away('aidil', '2026-01-10', '2026-01-17'),
      away('aidil', '2026-01-18T20:00', '2026-01-20T00:00'),
    ]),
  ).toEqual([
    '2026-01-17T00:00 2026-01-18T00:00 aidil for thiru: choo, leave 1',
    '2026-01-18T20:00 2026-01-19T09:00 aidil for thiru: choo, leave 1',
  ]);
});

test('of several leaves each with its own cover, those whose cover is away at that time', () => {
  expect(
    told([
      away('thiru', '2026-01-13', '2026-01-13', 'aidil'),
      away('thiru', '2026-01-14', '2026-01-14', 'spencer'),
      away('thiru', '2026-01-15'),
      away('aidil', '2026-01-13', '2026-01-14'),
      away('spencer', '2026-01-14'),
    ]),
  ).toEqual([
    '2026-01-13T00:00 2026-01-14T00:00 aidil for thiru: choo, leave 1',
    '2026-01-14T00:00 2026-01-15T00:00 spencer for thiru: choo, leave 2',
  ]);
});

test('two leaves of one time, each for itself', () => {
  expect(
    told([
      away('thiru', '2026-01-13', '2026-01-13', 'aidil'),
      away('thiru', '2026-01-13', '2026-01-13', 'spencer'),
      away('aidil', '2026-01-13T00:00', '2026-01-13T12:00'),
      away('spencer', '2026-01-13T00:00', '2026-01-13T12:00'),
    ]),
  ).toEqual([
    '2026-01-13T00:00 2026-01-13T12:00 aidil for thiru: choo, leave 1',
    '2026-01-13T00:00 2026-01-13T12:00 spencer for thiru: choo, leave 2',
  ]);
});

test('a new line where somebody else covers, and where there is a time between', () => {
  // Choo is away on the 14th, so Spencer covers then.
  expect(
    told([
      away('thiru', '2026-01-13', '2026-01-16', 'aidil'),
      away('aidil', '2026-01-13', '2026-01-14'),
      away('choo', '2026-01-14'),
      away('aidil', '2026-01-16'),
    ]),
  ).toEqual([
    '2026-01-13T00:00 2026-01-14T00:00 aidil for thiru: choo, leave 1',
    '2026-01-14T00:00 2026-01-15T00:00 aidil for thiru: spencer, leave 1',
    '2026-01-16T00:00 2026-01-17T00:00 aidil for thiru: choo, leave 1',
  ]);
});

test('one line where two shifts of the same cover meet', () => {
  // Spencer's leave changes nothing for Choo, but Aidil's two leaves meet at noon.
  expect(
    told([
      away('thiru', '2026-01-13', '2026-01-14', 'aidil'),
      away('aidil', '2026-01-13T00:00', '2026-01-13T12:00'),
      away('aidil', '2026-01-13T12:00', '2026-01-15T00:00'),
    ]),
  ).toEqual(['2026-01-13T00:00 2026-01-15T00:00 aidil for thiru: choo, leave 1']);
});

test('one line over a hand-off from somebody to themselves', () => {
  // Thiru has the last week of one order and the first of the next; Choo has the week after both.
  const versions = [
    { from: '2026-01-05', order: ['aidil', 'thiru'] },
    { from: '2026-01-19', order: ['thiru', 'choo'] },
  ];
  const leave = [
    away('thiru', '2026-01-18', '2026-01-20', 'aidil'),
    away('aidil', '2026-01-17', '2026-01-23'),
  ];
  expect(told(leave, '2026-01-26T09:00', versions)).toEqual([
    '2026-01-18T00:00 2026-01-21T00:00 aidil for thiru: choo, leave 1',
  ]);
});

test('none outside the window, and none of a leave that names nobody', () => {
  const leave = [away('thiru', '2026-01-13'), away('aidil', '2026-01-13')];
  expect(told(leave)).toEqual([]);
  const later = [away('choo', '2026-01-20', '2026-01-20', 'aidil'), away('aidil', '2026-01-20')];
  expect(told(later)).toEqual(['2026-01-20T00:00 2026-01-21T00:00 aidil for choo: spencer, leave 1']);
  expect(told(later, '2026-01-19T09:00')).toEqual([]);
});
