import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { type DataFiles, readDataDirectory } from '../../src/catalog';
import { readApi } from '../../src/deployment';
import { checkPagePaths } from '../../src/verbs/rehearse/pagePathCheck';
import { STACKS } from '../../stacks/stackNames';
import { suiteUnless } from '../suite';
import { whyNoTerraform } from '../support/terraform';
import { Deployed } from './deployed';
import { edited, handOff, ofThisYear } from './team';

jest.setTimeout(240_000);

const FOLDER = join(__dirname, '../../examples/three-offices');

/**
 * The example, in which the backup goes from weeks to days that are handed off an hour later, and a
 * fortnight after that to weeks in business hours.
 */
function reshaped(): DataFiles {
  const day = (turnsAhead: number) => handOff(turnsAhead).toPlainDate();
  return edited(ofThisYear(readDataDirectory(FOLDER)), 'rotations.yaml', (text) =>
    text.replace(
      /(^ {4}- )\{ from: \S+ order: \[clara.*\n/m,
      `$&$1{ from: ${day(1)}, order: [clara, mike, oscar], turn: 1d, handOff: { at: "10:00" } }
$1{ from: ${day(3)}, order: [joan, imran], hours: { days: [monday, friday], from: "08:00", until: "20:00" } }\n`,
    ),
  );
}

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
  },
);
