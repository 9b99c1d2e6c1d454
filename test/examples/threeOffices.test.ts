import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { loadCatalog, loadCatalogOrThrow, readDataDirectory } from '../../src/catalog';
import { readTerraformJson } from '../../src/deployment';
import { Rosters, rosterProblems } from '../../src/roster';
import { holdsOf } from '../../src/verbs/rehearse/holds';
import { checkPagePaths } from '../../src/verbs/rehearse/pagePathCheck';
import { synthesizedStacks } from '../../src/verbs/synth/synthesizedStacks';

jest.setTimeout(60_000);

const FOLDER = join(__dirname, '../../examples/three-offices');
const catalog = loadCatalogOrThrow(readDataDirectory(FOLDER), FOLDER);
const at = (text: string) => Temporal.Instant.from(text);

test('the example has no problem; its rosters overlap, as it says, and clash on two holidays of all offices', () => {
  expect(loadCatalog(readDataDirectory(FOLDER), FOLDER).diagnostics).toEqual([]);
  const problems = rosterProblems(catalog, at('2026-11-26T00:00:00+01:00'));
  expect(problems.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
    'warning ROTA006',
    'warning ROTA009',
    'warning ROTA009',
  ]);
});

/** Who the first step and the backup reach for orders. */
const reached = (moment: string) => {
  const rosters = new Rosters(catalog);
  const [orders] = catalog.pipelines;
  if (orders === undefined) throw new Error('no pipeline');
  return orders.escalation.steps
    .slice(0, 2)
    .map((step) => rosters.reachedAt(orders, step, at(moment)).map(({ responder }) => responder.id));
};

// By hand: 26 November 2026 is Thanksgiving, in the 47th week after 5 January (46 turns): Berlin and London
// 46 % 3 = 1, New York the same; the backup 46 % 6 = 4, Joan. Both hand over on Monday.
test.each([
  ['Berlin, 11:59 there', '2026-11-26T11:59:00+01:00', [['bernd'], ['joan']]],
  ['noon in Berlin is 11:00 in London', '2026-11-26T12:00:00+01:00', [['george'], ['joan']]],
  ['Laura gives thanks, Nina covers', '2026-11-26T12:00:00-05:00', [['nina'], ['joan']]],
  // The 25th of March 2027: New York has changed its clocks, Europe has not. 63 turns: Anna, Fiona, Kofi; 63 % 6 = 3, Oscar.
  ['New York ends at 01:00, 06:00 in Berlin', '2027-03-25T05:59:00+01:00', [['kofi'], ['oscar']]],
  ['and Berlin begins then', '2027-03-25T06:00:00+01:00', [['anna'], ['oscar']]],
  ['both in the hour of the overlap, in winter', '2026-11-27T06:30:00+01:00', [['bernd', 'laura'], ['joan']]],
])('%s', (_, moment, people) => {
  expect(reached(moment)).toEqual(people);
});

test.each(['2026-02-20', '2026-03-25', '2026-10-20', '2026-11-26', '2027-03-20'])(
  "as of %s, what is deployed is the roster on every level, and what is held opens in New York's office hours",
  (day) => {
    const asOf = Temporal.PlainDate.from(day).toZonedDateTime('Europe/Berlin').toInstant();
    const deployment = readTerraformJson(synthesizedStacks({ data: FOLDER, asOf: asOf.toString() }));
    const paths = checkPagePaths(catalog, deployment, asOf);
    expect(paths.map(({ pipeline, disagreements }) => [pipeline, disagreements])).toEqual([
      ['orders', []],
      ['settlements', []],
    ]);
    expect(
      holdsOf(catalog, deployment, asOf).map(({ pipeline, disagreements }) => [pipeline, disagreements]),
    ).toEqual([['forecasts', []]]);
  },
);
