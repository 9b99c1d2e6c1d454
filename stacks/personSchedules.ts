import { personScheduleName } from '../src/catalog';
import { PersonSchedule, type PersonScheduleProps } from '../src/constructs';
import { Construct, type PagerdutySchedule } from '../src/constructs/cdktf';
import { type PersonRoster, plannedPersonRosters, zoneOf } from '../src/roster';
import { markedDescription } from '../src/text/mark';
import { coversOf } from './covers';
import type { StackProps } from './stackProps';
import type { UserLookup, Users } from './users';

/**
 * A PagerDuty schedule for each person that a pipeline pages by name: one per pipeline,
 * because the pipeline decides who covers. By the id of `PersonRoster`.
 */
export function personSchedulesOf(
  stack: Construct,
  props: StackProps,
  users: Users,
): Map<string, PagerdutySchedule> {
  const { catalog, asOf, part = catalog } = props;
  const scope = new Construct(stack, 'Persons');
  return new Map(
    plannedPersonRosters({ ...catalog, pipelines: part.pipelines }, asOf).map((roster) => {
      const { id, pipeline, person } = roster;
      // Both ids make the address: `<pipeline>__<person>`.
      const { schedule } = new PersonSchedule(
        scope,
        `${pipeline.id}__${person.id}`,
        personScheduleProps(roster, props, users),
      );
      return [id, schedule];
    }),
  );
}

/** What a person's schedule is made of. */
export function personScheduleProps(
  { pipeline, person, shifts }: PersonRoster,
  { catalog: { organization }, asOf }: Pick<StackProps, 'catalog' | 'asOf'>,
  users: UserLookup,
): PersonScheduleProps {
  const timeZone = zoneOf(person, organization);
  return {
    name: personScheduleName(pipeline, person),
    description: markedDescription(`Pipeline ${pipeline.id}, person ${person.id}`),
    timeZone,
    asOf,
    user: users.responder(person.id),
    userName: person.name,
    covers: coversOf(shifts, { timeZone }, users),
  };
}
