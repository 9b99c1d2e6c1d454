import { Temporal } from 'temporal-polyfill';
import { type Catalog, loadCatalog } from '../../src/catalog';
import { Rosters } from '../../src/roster';
import { changedData } from '../catalog/changedData';

const ZONE = 'Asia/Kuala_Lumpur';
const at = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime(ZONE).toInstant();
const local = (instant: Temporal.Instant) =>
  instant.toZonedDateTimeISO(ZONE).toPlainDateTime().toString({ smallestUnit: 'minute' });

/** XYZ Tech's data with what is given instead of growth's turn, and of the only version. */
function catalogWith(rotation: string, version = '', leave = '[]\n'): Catalog {
  const { catalog, diagnostics } = loadCatalog(
    changedData(
      {
        path: 'rotations.yaml',
        replace: '  pipelines: [aggregate-growth]\n',
        with: `  pipelines: [aggregate-growth]\n${rotation}`,
      },
      {
        path: 'rotations.yaml',
        replace: '      order: [spencer, choo, aidil, thiru]\n',
        with: `      order: [spencer, choo, aidil, thiru]\n${version}`,
      },
      { path: 'leave.yaml', with: leave },
    ),
    'data',
  );
  if (catalog === undefined) throw new Error(JSON.stringify(diagnostics));
  return catalog;
}

function rosterOf(catalog: Catalog, from: string, until: string) {
  const growth = catalog.rotations.find(({ id }) => id === 'growth');
  if (growth === undefined) throw new Error('no rotation');
  return new Rosters(catalog).of(growth, { from: at(from), until: at(until) });
}

const shifts = (catalog: Catalog, from: string, until: string) =>
  rosterOf(catalog, from, until).shifts.map(
    (shift) => `${local(shift.from)} ${local(shift.until)} ${shift.onDuty.id}`,
  );

const DAYS = '  hours: { from: "09:00", until: "21:00" }\n';

// Monday, 7 December, is the beginning of the 49th turn: 48 % 4 = 0, Spencer, after Thiru.
test("the roster is cut to the rotation's hours, and to the window", () => {
  expect(shifts(catalogWith(DAYS), '2026-12-06T00:00', '2026-12-08T12:00')).toEqual([
    '2026-12-06T09:00 2026-12-06T21:00 thiru',
    '2026-12-07T09:00 2026-12-07T21:00 spencer',
    '2026-12-08T09:00 2026-12-08T12:00 spencer',
  ]);
});

test("a version's own hours hold from its beginning", () => {
  const version = `    - from: 2026-12-07\n      order: [spencer, choo]\n    ${DAYS}`;
  const catalog = catalogWith('', version);
  expect(shifts(catalog, '2026-12-05T00:00', '2026-12-08T12:00')).toEqual([
    '2026-12-05T00:00 2026-12-07T09:00 thiru',
    '2026-12-07T09:00 2026-12-07T21:00 spencer',
    '2026-12-08T09:00 2026-12-08T12:00 spencer',
  ]);
  // The version before it has ended before this window begins.
  expect(shifts(catalog, '2026-12-08T00:00', '2026-12-09T00:00')).toEqual([
    '2026-12-08T09:00 2026-12-08T21:00 spencer',
  ]);
});

test('nobody is on call before the first version, within its hours', () => {
  const catalog = catalogWith('', `      hours: { from: "09:00", until: "21:00" }\n`);
  const roster = rosterOf(catalog, '2026-01-04T00:00', '2026-01-05T12:00');
  expect(roster.gaps.map(({ from, until }) => `${local(from)} ${local(until)}`)).toEqual([
    '2026-01-04T09:00 2026-01-04T21:00',
  ]);
  expect(roster.shifts.map(({ onDuty }) => onDuty.id)).toEqual(['spencer']);
});

test('of what somebody is away for, a part has what touches it', () => {
  const leave = [
    '- { person: spencer, from: 2026-12-08, until: 2026-12-08 }',
    '- { person: spencer, from: 2026-12-09, until: 2026-12-09 }',
    '',
  ].join('\n');
  const { shifts: parts } = rosterOf(catalogWith(DAYS, '', leave), '2026-12-08T00:00', '2026-12-11T00:00');
  expect(
    parts.map(({ from, onDuty, absences }) => [
      local(from),
      onDuty.id,
      ...absences.flatMap((absence) => (absence.kind === 'leave' ? absence.leave.source.line : [])),
    ]),
  ).toEqual([
    ['2026-12-08T09:00', 'choo', 1],
    ['2026-12-09T09:00', 'choo', 2],
    ['2026-12-10T09:00', 'spencer'],
  ]);
});
