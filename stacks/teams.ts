import { constructId, OnCallTeam, type PagerDutyUser } from '../src/constructs';
import { Construct, type PagerdutyTeam } from '../src/constructs/cdktf';
import { hasLeft } from '../src/roster';
import { markedDescription } from '../src/text/mark';
import type { StackProps } from './stackProps';
import type { Users } from './users';

/** The teams of the ownership table in PagerDuty, by their id. People who have left are in none. */
export function teamsOf(
  stack: Construct,
  { catalog: { teams, people, organization }, asOf }: Pick<StackProps, 'catalog' | 'asOf'>,
  users: Users,
): Map<string, PagerdutyTeam> {
  const scope = new Construct(stack, 'Teams');
  const members = new Map<string, Record<string, PagerDutyUser>>(teams.map(({ id }) => [id, {}]));
  for (const person of people) {
    if (hasLeft(person, organization, asOf)) continue;
    Object.assign(members.get(person.team.id) ?? {}, { [person.id]: users.person(person.id) });
  }
  return new Map(
    teams.map(({ id, name, desk }) => {
      const { team } = new OnCallTeam(scope, constructId(id), {
        name,
        description: markedDescription(`Team ${id}`),
        members: members.get(id) ?? {},
        ...(desk === undefined ? {} : { desk: users.desk(id) }),
      });
      return [id, team];
    }),
  );
}
