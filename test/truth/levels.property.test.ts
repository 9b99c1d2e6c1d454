import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { Catalog, Owner, Pipeline } from '../../src/catalog';
import { Testing } from '../../src/constructs/cdktf';
import { withoutStackTraces } from '../../src/constructs/withoutStackTraces';
import { type Deployment, type EscalationTarget, readTerraformJson } from '../../src/deployment';
import { onDutyAt } from '../../src/rehearsal';
import { contains, plannedPersonRosters, plannedRosters } from '../../src/roster';
import { OnCallStack } from '../../stacks/onCallStack';
import { catalogOf, present } from '../roster/fixture';
import { Oracle } from '../roster/oracle';
import { type Case, cases, DAYS } from '../roster/randomCase';

/** A case as it is deployed, and the instants at which it is looked at. */
function deployed({ spec, begin }: Case) {
  const catalog: Catalog = catalogOf({ ...spec, horizonDays: DAYS });
  const { timeZone, handOff } = catalog.organization;
  const rotation = present(catalog.rotations[0]);
  const first = present(rotation.versions[0]).from.toZonedDateTime({ timeZone, plainTime: handOff.at });
  const start = begin.toZonedDateTime(timeZone);
  const asOf = (Temporal.ZonedDateTime.compare(first, start) > 0 ? first : start).toInstant();
  const end = asOf.toZonedDateTimeISO(timeZone).toPlainDate().add({ days: DAYS });
  const window = { from: asOf, until: end.toZonedDateTime(timeZone).toInstant() };
  const text = withoutStackTraces(() =>
    Testing.synth(new OnCallStack(Testing.app(), 'on-call', { catalog, asOf })),
  );
  const oracle = new Oracle(catalog, rotation, end.add({ days: 20 }));
  const edges = [asOf, ...oracle.boundaries()].sort(Temporal.Instant.compare);
  const instants = edges
    .flatMap((at, index) => [at.subtract({ nanoseconds: 1 }), at, between(at, edges[index + 1] ?? at)])
    .filter((at) => contains(window, at));
  return { catalog, asOf, oracle, instants, deployment: readTerraformJson([JSON.parse(text)]) };
}

function between(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return one.add({ nanoseconds: Number((other.epochNanoseconds - one.epochNanoseconds) / 2n) });
}

/** Log-ins that a level pages, however turns pass a change of the clocks. */
function paged(
  { schedules }: Deployment,
  targets: readonly EscalationTarget[],
  at: Temporal.Instant,
): string[] {
  const emails = targets.flatMap((target) => {
    if (target.kind === 'user') return [target.email];
    const schedule = present(schedules.find(({ key }) => key === target.schedule));
    return (['elapsed', 'wall-clock'] as const).map(
      (counting) => onDutyAt(schedule, at, counting) ?? 'nobody',
    );
  });
  return [...new Set(emails)];
}

/** Whom a level is to page, by the words of the rules. */
function meant(pipeline: Pipeline, step: number, oracle: Oracle, at: Temporal.Instant): string {
  const email = (id: string) => `${id}@xyz-tech.example`;
  if (pipeline.escalation.steps[step]?.notify[0]?.word === 'on-duty')
    return email(present(oracle.at(at)).onDuty);
  const absent = oracle.absentAt(at);
  const name = (owner: Owner) => (owner.kind === 'person' ? owner.person.id : owner.team.id);
  const [primary, secondary] = [name(pipeline.primary), name(pipeline.secondary)];
  if (primary === 'desk' || !absent.has(primary)) return email(primary);
  if (secondary === 'desk') return email(secondary);
  const canStandIn = secondary !== 'de' && secondary !== primary && !absent.has(secondary);
  return email(canStandIn ? secondary : primary);
}

test('on every level and at every moment PagerDuty pages whom the rules name, and nobody who is away but for a reported clash', () => {
  let [persons, covers, clashing] = [0, 0, 0];
  fc.assert(
    fc.property(cases, (one) => {
      const { catalog, asOf, oracle, instants, deployment } = deployed(one);
      const pipeline = present(catalog.pipelines[0]);
      const clashes = [...plannedRosters(catalog, asOf), ...plannedPersonRosters(catalog, asOf)].flatMap(
        (roster) => roster.clashes,
      );
      const { rules } = present(deployment.escalationPolicies[0]);
      expect(rules).toHaveLength(pipeline.escalation.steps.length);
      persons += pipeline.primary.kind === 'person' ? 1 : 0;
      for (const at of instants) {
        const absent = oracle.absentAt(at);
        for (const [step, { targets }] of rules.entries()) {
          const [email = '', ...others] = paged(deployment, targets, at);
          expect([`${at}`, step, email, others]).toEqual([
            `${at}`,
            step,
            meant(pipeline, step, oracle, at),
            [],
          ]);
          const id = email.split('@')[0] ?? '';
          // Whoever agreed to stand in does so on a holiday of theirs, too, which is warned of.
          const agreed = catalog.leave.some((leave) => leave.cover?.id === id && contains(leave, at));
          if (!absent.has(id) || (agreed && !oracle.onLeaveAt(at).has(id))) continue;
          clashing += 1;
          const isReported = clashes.some((clash) => contains(clash, at) && clash.rostered.id === id);
          expect([`${at}`, step, id, isReported]).toEqual([`${at}`, step, id, true]);
        }
        const first = pipeline.primary.kind === 'person' ? pipeline.primary.person.id : '';
        if (absent.has(first)) covers += 1;
      }
    }),
    { seed: 20261126, numRuns: 40 },
  );
  // The property is about something.
  expect([persons > 20, covers > 100, clashing > 20]).toEqual([true, true, true]);
});
