import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { type DataFiles, readDataDirectory } from '../../src/catalog';
import { type Deployment, readApi, readTerraformJson } from '../../src/deployment';
import { render } from '../../src/rehearsal';
import { horizonOf, isBefore, rosterOfCatalog } from '../../src/roster';
import { checkPagePaths } from '../../src/verbs/rehearse/pagePathCheck';
import { STACKS } from '../../stacks/stackNames';
import { suiteUnless } from '../suite';
import { whyNoTerraform } from '../support/terraform';
import { isCalendar } from '../truth/year/calendarMoves';
import { type Change, objectsOf, planOf } from '../truth/year/plan';
import { Deployed } from './deployed';
import { catalogOf, edited, handOff, ofThisYear, presentSecond } from './team';

jest.setTimeout(240_000);

const FOLDER = join(__dirname, '../../examples/three-offices');

/**
 * The example, in which the backup goes from weeks to days that are handed off an hour later, and a
 * fortnight after that to weeks in business hours.
 */
function reshaped(): DataFiles {
  const day = (turnsAhead: number) => handOff(turnsAhead).toPlainDate();
  const files = edited(ofThisYear(readDataDirectory(FOLDER)), 'rotations.yaml', (text) =>
    text.replace(
      /(^ {4}- )\{ from: \S+ order: \[clara.*\n/m,
      `$&$1{ from: ${day(1)}, order: [clara, mike, oscar], turn: 1d, handOff: { at: "10:00" } }
$1{ from: ${day(3)}, order: [joan, imran], hours: { days: [monday, friday], from: "08:00", until: "20:00" } }\n`,
    ),
  );
  // Whoever has Berlin's morning on the first day behind the horizon is on leave then.
  const catalog = catalogOf(files);
  const from = horizonOf(presentSecond(), catalog.organization).add({ hours: 9 });
  const [berlin] = rosterOfCatalog(catalog, { from, until: from.add({ hours: 1 }) });
  const date = from.toZonedDateTimeISO(catalog.organization.timeZone).toPlainDate();
  const leave = `- { person: ${berlin?.shifts[0]?.onDuty.id}, from: ${date}, until: ${date} }\n`;
  return edited(files, 'leave.yaml', (text) => text + leave);
}

const byAddress = (a: { address: string }, b: { address: string }) => a.address.localeCompare(b.address);

suiteUnless(
  whyNoTerraform(),
  'three offices and a backup that changes shape twice, with the real providers',
  () => {
    let deployed: Deployed;

    beforeAll(async () => {
      deployed = await Deployed.of(reshaped());
    });
    afterAll(() => deployed?.close());

    test('a second plan is empty', async () => {
      for (const stack of STACKS) expect(await deployed.terraform(stack).changes()).toEqual([]);
    });

    test('restrictions and lists of targets come back as they were sent', async () => {
      const answer = await deployed.readers.datadog.get('/sandbox/handles');
      const handles = new Map(
        (answer as { service_name: string; service: string | null }[]).map((each) => [
          each.service_name,
          each.service,
        ]),
      );
      const found = await readApi(deployed.readers, deployed.wanted, handles);
      const restricted = (schedules: typeof found.schedules) =>
        schedules
          .map(({ name, layers }) => [
            name,
            layers
              .filter(({ end }) => end === undefined || name === 'Backup')
              .map(({ turnLength, restrictions }) => [turnLength.total('hours'), restrictions]),
          ])
          .sort();
      expect(restricted(found.schedules)).toEqual(restricted(deployed.expected.schedules));
      const targets = (policies: typeof found.escalationPolicies) =>
        policies.map(({ name, rules }) => `${name} ${rules.map((rule) => rule.targets.length)}`).sort();
      expect(targets(found.escalationPolicies)).toEqual(['Orders 3,1,2', 'Settlements 3,1,2']);
      const now = Temporal.Now.instant().round({ smallestUnit: 'second', roundingMode: 'ceil' });
      const paths = checkPagePaths(deployed.catalog, found, now);
      expect(paths.map(({ pipeline, disagreements }) => [pipeline, disagreements])).toEqual([
        ['orders', []],
        ['settlements', []],
      ]);
    });

    test("a day later only what is over and what the horizon reaches moves, and nobody's turn", async () => {
      const { organization } = deployed.catalog;
      const [last, now] = [deployed.asOf, deployed.asOf.add({ hours: 24 })];
      const [horizon, reached] = [last, now].map((at) => horizonOf(at, organization)) as [
        Temporal.Instant,
        Temporal.Instant,
      ];
      const stacks = deployed.synthesize(now);
      const isOnCall = ({ address }: Change) => /^pagerduty_/.test(address);
      const moved = planOf(objectsOf(deployed.stacks), objectsOf(stacks)).filter(isOnCall);
      const planned = await deployed.terraform('on-call').changes();
      expect(planned).toEqual(moved.map(({ address }) => ({ address, actions: ['update'] })).sort(byAddress));
      expect(planned.map(({ address }) => address)).toContain('pagerduty_schedule.berlin');
      // Layers are cut where the clocks change, twice a year in each zone, once the horizon is there.
      const zones = [organization, ...deployed.catalog.offices].map(({ timeZone }) => timeZone);
      const isCut = zones.some((zone) => {
        const change = horizon.toZonedDateTimeISO(zone).getTimeZoneTransition('next');
        return change !== null && isBefore(change.toInstant(), reached);
      });
      const night = { last, now, horizon };
      const unexplained = moved.filter((change) => !isCut && !isCalendar(change, night));
      expect(unexplained.map(({ address }) => address)).toEqual([]);
      const rendered = ({ schedules }: Pick<Deployment, 'schedules'>) =>
        schedules.flatMap((each) =>
          (['elapsed', 'wall-clock'] as const).map((counting) => [
            each.name,
            counting,
            render(each, { from: now, until: horizon }, counting).map(
              ({ from, until, email }) => `${from} ${until} ${email}`,
            ),
          ]),
        );
      expect(rendered(readTerraformJson(stacks))).toEqual(rendered(deployed.expected));
    });
  },
);
