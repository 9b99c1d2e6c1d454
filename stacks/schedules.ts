import { Temporal } from 'temporal-polyfill';
import { type Hours, isoWeekday, type Rotation, versionShape } from '../src/catalog';
import {
  constructId,
  type IsoWeekday,
  type OnCallHours,
  OnCallRotation,
  type OnCallRotationProps,
} from '../src/constructs';
import { Construct, type PagerdutySchedule } from '../src/constructs/cdktf';
import { horizonOf, lastingVersions, planningWindow, Rosters, zoneOf } from '../src/roster';
import { markedDescription } from '../src/text/mark';
import { recurringInstant } from '../src/time/recurringInstant';
import { coversOf } from './covers';
import type { StackProps } from './stackProps';
import type { UserLookup, Users } from './users';

/** The rotations as PagerDuty schedules, by the rotation's id. */
export function schedulesOf(
  stack: Construct,
  props: StackProps,
  users: Users,
): Map<string, PagerdutySchedule> {
  const { catalog, part = catalog } = props;
  const scope = new Construct(stack, 'Rotations');
  const rosters = new Rosters(catalog);
  return new Map(
    part.rotations.map((rotation) => {
      const { id } = rotation;
      const { schedule } = new OnCallRotation(
        scope,
        constructId(id),
        rotationProps(rotation, props, rosters, users),
      );
      return [id, schedule];
    }),
  );
}

/** What a rotation's schedule is made of. */
export function rotationProps(
  rotation: Rotation,
  { catalog: { organization }, asOf }: Pick<StackProps, 'catalog' | 'asOf'>,
  rosters: Rosters,
  users: UserLookup,
): OnCallRotationProps {
  const { id, name, turnDays, hours } = rotation;
  const timeZone = zoneOf(rotation, organization);
  // An order that is over may name people whose log-ins are gone.
  const versions = lastingVersions(rotation, organization, asOf);
  return {
    name,
    description: markedDescription(`Rotation ${id}`),
    timeZone,
    asOf,
    horizon: horizonOf(asOf, organization),
    turn: Temporal.Duration.from({ days: turnDays }),
    versions: versions.map((version) => {
      const { at } = versionShape(rotation, version).handOff;
      return {
        from: recurringInstant(version.from.toPlainDateTime(at), timeZone).toZonedDateTimeISO(timeZone),
        handOffAt: at,
        order: version.order.map((person) => users.responder(person.id)),
        ...(version.turnDays !== undefined && { turn: Temporal.Duration.from({ days: version.turnDays }) }),
        ...(version.hours && { hours: onCallHours(version.hours) }),
      };
    }),
    ...(hours && { hours: onCallHours(hours) }),
    covers: coversOf(
      rosters.whole(rotation, planningWindow(rotation, organization, asOf)).shifts,
      { timeZone },
      users,
    ),
  };
}

function onCallHours(hours: Hours): OnCallHours {
  return { ...hours, days: hours.days.map((day) => isoWeekday(day) as IsoWeekday) };
}
