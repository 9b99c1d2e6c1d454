import { absences, rosterOf, type Span } from '../../src/roster';
import { catalogOf, lines, local, present, window } from './fixture';

const CATALOG = catalogOf({
  people: { aidil: [], thiru: [] },
  rotations: [{ versions: [{ from: '2026-01-05', order: ['aidil', 'thiru'] }] }],
  leave: [
    { person: 'thiru', from: '2026-01-13', until: '2026-01-14' },
    { person: 'thiru', from: '2026-01-14T20:00', until: '2026-01-15T20:00' },
  ],
});

function roster(from: string, until: string) {
  return rosterOf(
    present(CATALOG.rotations[0]),
    CATALOG.organization,
    absences(CATALOG),
    window(from, until),
  );
}

const ends = (span: Span): string => `${local(span.from)} ${local(span.until)}`;

test('shifts follow one another and are clipped to the window', () => {
  const clipped = roster('2026-01-11T12:00', '2026-01-14T06:00');
  expect(clipped.rotation).toBe('profit');
  expect(lines(clipped)).toEqual([
    '2026-01-11T12:00 2026-01-12T09:00 aidil',
    '2026-01-12T09:00 2026-01-13T00:00 thiru',
    '2026-01-13T00:00 2026-01-14T06:00 aidil cover for thiru',
  ]);
  expect(clipped.gaps).toEqual([]);
});

test('a clipped shift tells its whole turn, and only the absences that touch it', () => {
  const [shift] = roster('2026-01-13T12:00', '2026-01-14T06:00').shifts;
  expect([local(present(shift).turn.from), local(present(shift).turn.until)]).toEqual([
    '2026-01-12T09:00',
    '2026-01-19T09:00',
  ]);
  expect(shift?.absences.map(({ until }) => local(until))).toEqual(['2026-01-15T00:00']);
  const whole = roster('2026-01-12T09:00', '2026-01-19T09:00').shifts[1];
  expect(whole?.absences.map(({ until }) => local(until))).toEqual(['2026-01-15T00:00', '2026-01-15T20:00']);
});

test("the window's time before the first version is a gap", () => {
  const early = roster('2026-01-01', '2026-01-06');
  expect(early.gaps.map(ends)).toEqual(['2026-01-01T00:00 2026-01-05T09:00']);
  expect(lines(early)).toEqual(['2026-01-05T09:00 2026-01-06T00:00 aidil']);
  const never = roster('2025-12-01', '2026-01-01');
  expect(never.gaps.map(ends)).toEqual(['2025-12-01T00:00 2026-01-01T00:00']);
  expect(never.shifts).toEqual([]);
});

test('an empty window has neither shifts nor gaps', () => {
  for (const at of ['2026-01-01', '2026-01-05T09:00', '2026-01-13T12:00']) {
    expect(roster(at, at)).toEqual({ rotation: 'profit', shifts: [], clashes: [], gaps: [] });
  }
});

test("the same person's adjacent turns stay two shifts", () => {
  const catalog = catalogOf({
    people: { aidil: [], thiru: [] },
    rotations: [
      {
        versions: [
          { from: '2026-01-05', order: ['aidil', 'thiru'] },
          { from: '2026-01-19', order: ['thiru'] },
        ],
      },
    ],
  });
  const span = window('2026-01-12T09:00', '2026-02-02T09:00');
  const made = rosterOf(present(catalog.rotations[0]), catalog.organization, absences(catalog), span);
  expect(lines(made)).toEqual([
    '2026-01-12T09:00 2026-01-19T09:00 thiru',
    '2026-01-19T09:00 2026-01-26T09:00 thiru',
    '2026-01-26T09:00 2026-02-02T09:00 thiru',
  ]);
});

test('a window may begin and end at any nanosecond', () => {
  const from = window('2026-01-13', '2026-01-14').from.add({ nanoseconds: 1 });
  const span = { from, until: from.add({ nanoseconds: 1 }) };
  const { shifts } = rosterOf(present(CATALOG.rotations[0]), CATALOG.organization, absences(CATALOG), span);
  expect(shifts.map((shift) => shift.onDuty.id)).toEqual(['aidil']);
  expect(`${shifts[0]?.from} ${shifts[0]?.until}`).toBe(
    '2026-01-12T16:00:00.000000001Z 2026-01-12T16:00:00.000000002Z',
  );
});
