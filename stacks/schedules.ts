import { Temporal } from 'temporal-polyfill';
import { isoWeekday } from '../src/catalog';
import { constructId, type IsoWeekday, OnCallRotation } from '../src/constructs';
import { Construct, type PagerdutySchedule } from '../src/constructs/cdktf';
import { horizonOf, lastingVersions, planningWindow, Rosters, zoneOf } from '../src/roster';
import { markedDescription } from '../src/text/mark';
import { recurringInstant } from '../src/time/recurringInstant';
import { coversOf } from './covers';
import type { StackProps } from './stackProps';
import type { Users } from './users';

/** The rotations as PagerDuty schedules, by the rotation's id. */
export function schedulesOf(
  stack: Construct,
  { catalog, asOf, part = catalog }: StackProps,
  users: Users,
): Map<string, PagerdutySchedule> {
  const { organization } = catalog;
  const scope = new Construct(stack, 'Rotations');
  const horizon = horizonOf(asOf, organization);
  const rosters = new Rosters(catalog);
  return new Map(
    part.rotations.map((rotation) => {
      const { id, name, turnDays, handOff, hours } = rotation;
      const timeZone = zoneOf(rotation, organization);
      // An order that is over may name people whose log-ins are gone.
      const versions = lastingVersions(rotation, organization, asOf);
      const { schedule } = new OnCallRotation(scope, constructId(id), {
        name,
        description: markedDescription(`Rotation ${id}`),
        timeZone,
        asOf,
        horizon,
        turn: Temporal.Duration.from({ days: turnDays }),
        versions: versions.map(({ from, order }) => ({
          from: recurringInstant(from.toPlainDateTime(handOff.at), timeZone).toZonedDateTimeISO(timeZone),
          handOffAt: handOff.at,
          order: order.map((person) => users.person(person.id)),
        })),
        ...(hours && { hours: { ...hours, days: hours.days.map((day) => isoWeekday(day) as IsoWeekday) } }),
        covers: coversOf(
          rosters.whole(rotation, planningWindow(rotation, organization, asOf)).shifts,
          { timeZone },
          users,
        ),
      });
      return [id, schedule];
    }),
  );
}
