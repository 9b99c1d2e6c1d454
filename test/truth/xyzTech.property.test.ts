import { Temporal } from 'temporal-polyfill';
import { type Catalog, loadCatalogOrThrow, readDataDirectory } from '../../src/catalog';
import { Testing } from '../../src/constructs/cdktf';
import { withoutStackTraces } from '../../src/constructs/withoutStackTraces';
import { readTerraformJson } from '../../src/deployment';
import { type Counting, disagreements } from '../../src/rehearsal';
import { rosterOfCatalog } from '../../src/roster';
import { OnCallStack } from '../../stacks/onCallStack';
import { XYZ_TECH } from '../xyzTech';

const catalog = loadCatalogOrThrow(readDataDirectory(XYZ_TECH), 'data');
const instant = (text: string) => Temporal.Instant.from(text);
const FIRST_HAND_OFF = instant('2026-01-05T09:00:00+08:00');
const END_OF_2027 = instant('2028-01-01T00:00:00+08:00');

function schedulesAsOf(data: Catalog, asOf: Temporal.Instant) {
  const json: unknown = JSON.parse(
    withoutStackTraces(() =>
      Testing.synth(new OnCallStack(Testing.app(), 'on-call', { catalog: data, asOf })),
    ),
  );
  return readTerraformJson([json]).schedules;
}

/** Where the deployed schedules and the roster name different people, over the whole window. */
function differences(data: Catalog, asOf: Temporal.Instant, until: Temporal.Instant, counting: Counting) {
  const schedules = schedulesAsOf(data, asOf);
  return rosterOfCatalog(data, { from: asOf, until }).flatMap(({ rotation, shifts }) => {
    const schedule = schedules.find(({ key }) => key === `pagerduty_schedule.${rotation}`);
    if (schedule === undefined) throw new Error(`no schedule of rotation ${rotation}`);
    return disagreements(
      shifts.map(({ from, until: end, onDuty }) => ({ from, until: end, email: onDuty.email })),
      schedule,
      counting,
    );
  });
}

test.each(['elapsed', 'wall-clock'] as const)(
  'through 2026 and 2027 PagerDuty names whom the roster names (turns counted by %s)',
  (counting) => {
    const horizonDays = 726; // 5 January 2026 to 31 December 2027, both included
    const longSighted = { ...catalog, organization: { ...catalog.organization, horizonDays } };
    expect(differences(longSighted, FIRST_HAND_OFF, END_OF_2027, counting)).toEqual([]);
  },
);

test('and so it does whatever day it is deployed on, up to its horizon', () => {
  const { timeZone, horizonDays } = catalog.organization;
  let day = Temporal.PlainDate.from('2026-01-06');
  while (Temporal.PlainDate.compare(day, '2027-10-08') <= 0) {
    const asOf = day.toZonedDateTime(timeZone).toInstant();
    const horizon = day.add({ days: horizonDays }).toZonedDateTime(timeZone).toInstant();
    expect(differences(catalog, asOf, horizon, 'elapsed')).toEqual([]);
    day = day.add({ days: 29 });
  }
});
