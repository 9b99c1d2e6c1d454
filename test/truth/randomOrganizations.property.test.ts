import fc from 'fast-check';
import type { Catalog } from '../../src/catalog';
import { Testing } from '../../src/constructs/cdktf';
import { withoutStackTraces } from '../../src/constructs/withoutStackTraces';
import { readTerraformJson } from '../../src/deployment';
import { disagreements } from '../../src/rehearsal';
import { rosterOfCatalog, type Shift } from '../../src/roster';
import { OnCallStack } from '../../stacks/onCallStack';
import { catalogOf, present } from '../roster/fixture';
import { type Case, cases, DAYS } from '../roster/randomCase';

/** The catalog of a case, with its roster and its deployed schedule, from the first hand-off or the case's first day on. */
function deployed({ spec, begin }: Case) {
  const catalog: Catalog = catalogOf({ ...spec, horizonDays: DAYS });
  const { timeZone, handOff } = catalog.organization;
  const rotation = present(catalog.rotations[0]);
  const firstDay = present(rotation.versions[0]).from;
  const firstHandOff = firstDay.toZonedDateTime({ timeZone, plainTime: handOff.at });
  const start = begin.toZonedDateTime(timeZone);
  const asOf = (firstHandOff.epochMilliseconds > start.epochMilliseconds ? firstHandOff : start).toInstant();
  const until = asOf
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .add({ days: DAYS })
    .toZonedDateTime(timeZone)
    .toInstant();
  const json: unknown = JSON.parse(
    withoutStackTraces(() => Testing.synth(new OnCallStack(Testing.app(), 'on-call', { catalog, asOf }))),
  );
  const [roster] = rosterOfCatalog(catalog, { from: asOf, until });
  const { schedules } = readTerraformJson([json]);
  const schedule = present(schedules.find(({ key }) => key === 'pagerduty_schedule.profit'));
  return { schedule, shifts: present(roster).shifts };
}

const expected = (shifts: readonly Shift[]) =>
  shifts.map(({ from, until, onDuty }) => ({ from, until, email: onDuty.email }));

test('for any organization PagerDuty names whom the roster names, however it counts turns', () => {
  fc.assert(
    fc.property(cases, (one) => {
      const { schedule, shifts } = deployed(one);
      expect(disagreements(expected(shifts), schedule, 'elapsed')).toEqual([]);
      expect(disagreements(expected(shifts), schedule, 'wall-clock')).toEqual([]);
    }),
    { seed: 20261123, numRuns: 60 },
  );
});

test('the property can fail: a roster in which two people are swapped disagrees', () => {
  const [one] = fc.sample(
    cases.filter(({ spec }) => (spec.rotations?.[0]?.versions ?? []).every(({ order }) => order.length > 1)),
    { seed: 1, numRuns: 1 },
  );
  const { schedule, shifts } = deployed(present(one));
  const everybody = [...new Set(shifts.map(({ onDuty }) => onDuty.email))];
  const next = (email: string) => present(everybody[(everybody.indexOf(email) + 1) % everybody.length]);
  const swapped = expected(shifts).map((shift) => ({ ...shift, email: next(shift.email) }));
  expect(disagreements(swapped, schedule)).not.toEqual([]);
});
