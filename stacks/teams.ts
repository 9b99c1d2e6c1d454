import { constructId, OnCallTeam, type PagerDutyUser } from '../src/constructs';
import { Construct, type PagerdutyTeam } from '../src/constructs/cdktf';
import { hasLeft } from '../src/roster';
import { markedDescription } from '../src/text/mark';
import type { StackProps } from './stackProps';
import type { Users } from './users';

/** The teams of the ownership table in PagerDuty, by their id. People who have left are in none. */
export function teamsOf(
  stack: Construct,
  { catalog, asOf, part = catalog }: Pick<StackProps, 'catalog' | 'asOf' | 'part'>,
  users: Users,
): Map<string, PagerdutyTeam> {
  const { people, organization } = catalog;
  const { teams } = part;
  const scope = new Construct(stack, 'Teams');
  const members = new Map<string, Record<string, PagerDutyUser>>(teams.map(({ id }) => [id, {}]));
  for (const person of people) {
    const own = members.get(person.team.id);
    if (own === undefined || hasLeft(person, organization, asOf)) continue;
    own[person.id] = users.responder(person.id);
  }
  return new Map(
    teams.map(({ id, name, desk }) => {
      const { team } = new OnCallTeam(scope, constructId(id), {
        name,
        description: markedDescription(`Team ${id}`),
        members: members.get(id) ?? {},
        ...(desk === undefined ? {} : { desk: users.responder(id) }),
      });
      return [id, team];
    }),
  );
}
