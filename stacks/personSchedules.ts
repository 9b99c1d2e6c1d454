import { personScheduleName } from '../src/catalog';
import { PersonSchedule } from '../src/constructs';
import { Construct, type PagerdutySchedule } from '../src/constructs/cdktf';
import { plannedPersonRosters, zoneOf } from '../src/roster';
import { markedDescription } from '../src/text/mark';
import { coversOf } from './covers';
import type { StackProps } from './stackProps';
import type { Users } from './users';

/**
 * A PagerDuty schedule for each person that a pipeline pages by name: one per pipeline,
 * because the pipeline decides who covers. By the id of `PersonRoster`.
 */
export function personSchedulesOf(
  stack: Construct,
  { catalog, asOf, part = catalog }: StackProps,
  users: Users,
): Map<string, PagerdutySchedule> {
  const scope = new Construct(stack, 'Persons');
  return new Map(
    plannedPersonRosters({ ...catalog, pipelines: part.pipelines }, asOf).map(
      ({ id, pipeline, person, shifts }) => {
        // Both ids make the address: `<pipeline>__<person>`.
        const { schedule } = new PersonSchedule(scope, `${pipeline.id}__${person.id}`, {
          name: personScheduleName(pipeline, person),
          description: markedDescription(`Pipeline ${pipeline.id}, person ${person.id}`),
          timeZone: zoneOf(person, catalog.organization),
          asOf,
          user: users.responder(person.id),
          userName: person.name,
          covers: coversOf(shifts, { timeZone: zoneOf(person, catalog.organization) }, users),
        });
        return [id, schedule];
      },
    ),
  );
}
