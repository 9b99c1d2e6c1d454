import { Temporal } from 'temporal-polyfill';
import { type Catalog, loadCatalog } from '../../src/catalog';
import { Rosters, type Span } from '../../src/roster';
import { changedData, toldAfter } from '../catalog/changedData';

const GROWTH = '    - from: 2026-01-05\n      order: [spencer, choo, aidil, thiru]\n';

const withVersions = (...lines: string[]) => ({
  path: 'rotations.yaml',
  replace: GROWTH,
  with: `${GROWTH}${lines.map((line) => `    - ${line}\n`).join('')}`,
});

function catalogWith(...lines: string[]): Catalog {
  const { catalog, diagnostics } = loadCatalog(
    changedData(withVersions(...lines), { path: 'leave.yaml', with: '[]\n' }),
    'data',
  );
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  if (catalog === undefined) throw new Error('no catalog');
  return catalog;
}

const ZONE = 'Asia/Kuala_Lumpur';
const at = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime(ZONE).toInstant();
const local = (instant: Temporal.Instant) =>
  instant.toZonedDateTimeISO(ZONE).toPlainDateTime().toString({ smallestUnit: 'minute' });

/** Shifts in the rotation for growth, one line each. */
function shifts(catalog: Catalog, window: Span): string[] {
  const growth = catalog.rotations.find(({ id }) => id === 'growth');
  if (growth === undefined) throw new Error('no rotation');
  return new Rosters(catalog)
    .of(growth, window)
    .shifts.map(({ from, until, onDuty }) => `${local(from)} ${local(until)} ${onDuty.id}`);
}

// The turn of 30 November is the 48th after 5 January: 47 % 4 = 3, Thiru.
test('from weeks to days, and to another time of day: the last week lasts until the first day begins', () => {
  const catalog = catalogWith(
    '{ from: 2026-12-07, order: [spencer, choo], turn: 1d, handOff: { at: "10:00" } }',
  );
  expect(shifts(catalog, { from: at('2026-11-30T09:00'), until: at('2026-12-09T12:00') })).toEqual([
    '2026-11-30T09:00 2026-12-07T10:00 thiru',
    '2026-12-07T10:00 2026-12-08T10:00 spencer',
    '2026-12-08T10:00 2026-12-09T10:00 choo',
    '2026-12-09T10:00 2026-12-09T12:00 spencer',
  ]);
});

test('to another day of the week, by a turn of eight days', () => {
  const catalog = catalogWith(
    '{ from: 2026-11-30, order: [thiru], turn: 8d }',
    '{ from: 2026-12-08, order: [spencer, choo], handOff: { day: tuesday, at: "08:00" } }',
  );
  expect(shifts(catalog, { from: at('2026-11-23T09:00'), until: at('2026-12-16T00:00') })).toEqual([
    '2026-11-23T09:00 2026-11-30T09:00 aidil',
    '2026-11-30T09:00 2026-12-08T08:00 thiru',
    '2026-12-08T08:00 2026-12-15T08:00 spencer',
    '2026-12-15T08:00 2026-12-16T00:00 choo',
  ]);
});

test('from all hours to business hours and back: windows are cut where a version begins', () => {
  const catalog = catalogWith(
    '{ from: 2026-12-07, order: [spencer], hours: { days: [sunday, monday], from: "20:00", until: "12:00" } }',
    '{ from: 2026-12-14, order: [choo], hours: { from: "00:00", until: "00:00" } }',
  );
  // The window of Sunday the 6th would have lasted until Monday 12:00, but the order that has it begins at 09:00.
  expect(shifts(catalog, { from: at('2026-12-06T00:00'), until: at('2026-12-15T00:00') })).toEqual([
    '2026-12-06T00:00 2026-12-07T09:00 thiru',
    '2026-12-07T09:00 2026-12-07T12:00 spencer',
    '2026-12-07T20:00 2026-12-08T12:00 spencer',
    '2026-12-13T20:00 2026-12-14T09:00 spencer',
    '2026-12-14T09:00 2026-12-15T00:00 choo',
  ]);
});

test.each([
  [
    'a day on which no turn ends',
    ['{ from: 2026-12-08, order: [choo], turn: 1d }'],
    'ROTA003 rotations.yaml:19:15 "2026-12-08" | write 2026-12-07 or 2026-12-14',
  ],
  [
    'another weekday, which whole weeks never reach',
    ['{ from: 2026-12-08, order: [choo], handOff: { day: tuesday } }'],
    'ROTA003 rotations.yaml:19:15 "2026-12-08" | turns of 7d never end on a Tuesday: first add a version that lasts one turn, e.g. { from: 2026-11-30, order: [whoever has that turn], turn: 8d }, then from: 2026-12-08',
  ],
  [
    "a hand-off day that is not the version's",
    [
      '{ from: 2026-12-07, order: [choo], turn: 1d }',
      '{ from: 2026-12-10, order: [choo], handOff: { day: friday } }',
    ],
    'ROTA003 rotations.yaml:20:15 "2026-12-10" | write 2026-12-11 or 2026-12-18',
  ],
  [
    'a turn in a version before that is counted',
    ['{ from: 2026-12-07, order: [choo], turn: 3d }', '{ from: 2026-12-14, order: [choo] }'],
    'ROTA003 rotations.yaml:20:15 "2026-12-14" | write 2026-12-13 or 2026-12-16',
  ],
  [
    'a turn of nothing',
    ['{ from: 2026-12-07, order: [choo], turn: 0d }'],
    'DATA005 rotations.yaml:19:48 "0d" | write whole days from 1d to 364d, e.g. 7d',
  ],
])('%s is an error', (_, lines, expected) => {
  expect(toldAfter(withVersions(...lines))).toEqual([expected]);
});

test("somebody who leaves is in no turn of a version's own length", () => {
  expect(
    toldAfter(
      {
        path: 'organization.yaml',
        replace: 'thiru: { name: Thiru,',
        with: 'thiru: { name: Thiru, left: 2026-12-09,',
      },
      withVersions('{ from: 2026-12-07, order: [spencer, thiru, choo], turn: 1d }'),
    ),
  ).toContain(
    'ROTA010 rotations.yaml:19:7 "thiru" | add a version from 2026-12-11 without thiru, and leave this one as it is',
  );
});
