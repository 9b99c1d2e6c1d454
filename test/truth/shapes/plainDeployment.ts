import { Temporal } from 'temporal-polyfill';
import { type Catalog, type Pipeline, type Target, targetsOf } from '../../../src/catalog';
import type { LayeredScheduleProps, PagerDutyUser, ScheduleLayer } from '../../../src/constructs';
import type { LayerRestriction } from '../../../src/constructs/hoursRestrictions';
import { lastingLayers } from '../../../src/constructs/layeredSchedule';
import { layersOfPerson } from '../../../src/constructs/layersOfPerson';
import { layersOfRotation } from '../../../src/constructs/layersOfRotation';
import type { Deployment, EscalationTarget, Layer, Restriction, Schedule } from '../../../src/deployment';
import { plannedPersonRosters, Rosters } from '../../../src/roster';
import { personScheduleProps } from '../../../stacks/personSchedules';
import { rotationProps } from '../../../stacks/schedules';
import { emailOf } from './shapeCatalog';

/** Schedules and escalation policies. */
export type PlainDeployment = Pick<Deployment, 'schedules' | 'escalationPolicies'>;

/** A user whose PagerDuty id is their log-in. */
const users = {
  responder: (id: string): PagerDutyUser => ({ id: emailOf(id) }),
};

/**
 * What the on-call stack deploys, straight from its layers, without a construct, Terraform's text or
 * its reader, which saves time. That all of those change nothing is what `synthesis.property.test.ts` holds.
 */
export function plainDeployment(
  catalog: Catalog,
  asOf: Temporal.Instant,
  rosters = new Rosters(catalog),
): PlainDeployment {
  const rotations = catalog.rotations.map((rotation) => {
    const props = rotationProps(rotation, { catalog, asOf }, rosters, users);
    return schedule(rotation.id, props, layersOfRotation(props));
  });
  const persons = plannedPersonRosters(catalog, asOf).map((roster) => {
    const props = personScheduleProps(roster, { catalog, asOf }, users);
    return schedule(`${roster.pipeline.id}__${roster.person.id}`, props, layersOfPerson(props));
  });
  return {
    schedules: [...rotations, ...persons],
    escalationPolicies: catalog.pipelines.map((pipeline) => ({
      key: `pagerduty_escalation_policy.${pipeline.id}`,
      name: pipeline.name,
      repeat: pipeline.escalation.repeat,
      rules: pipeline.escalation.steps.map((step) => ({
        delayMinutes: step.waits.total('minutes'),
        targets: targetsOf(pipeline, step).map((target) => targetOf(pipeline, target)),
      })),
    })),
  };
}

function targetOf(pipeline: Pipeline, target: Target): EscalationTarget {
  if (target.kind === 'desk') return { kind: 'user', email: target.desk.email };
  const id = target.kind === 'person' ? `${pipeline.id}__${target.person.id}` : target.rotation;
  return { kind: 'schedule', schedule: `pagerduty_schedule.${id}` };
}

function schedule(
  id: string,
  props: LayeredScheduleProps,
  layers: readonly ScheduleLayer<PagerDutyUser>[],
): Schedule {
  return {
    key: `pagerduty_schedule.${id}`,
    name: props.name,
    timeZone: props.timeZone,
    layers: lastingLayers(props, layers).map(layerOf),
  };
}

function layerOf(layer: ScheduleLayer<PagerDutyUser>): Layer {
  const { name, start, end, rotationVirtualStart, turnLengthSeconds, restrictions = [] } = layer;
  return {
    name,
    start,
    ...(end && { end }),
    rotationVirtualStart,
    turnLength: Temporal.Duration.from({ seconds: turnLengthSeconds }),
    users: layer.users.map((user) => user.id),
    restrictions: restrictions.map(restrictionOf),
  };
}

function restrictionOf({ dayOfWeek, from, seconds }: LayerRestriction): Restriction {
  const duration = Temporal.Duration.from({ seconds });
  return dayOfWeek === undefined
    ? { kind: 'daily', from, duration }
    : { kind: 'weekly', dayOfWeek, from, duration };
}
