import type { Catalog } from '../src/catalog';
import { constructId, OnCallTeam, type PagerDutyUser } from '../src/constructs';
import { Construct, type PagerdutyTeam } from '../src/constructs/seam';
import { managedDescription } from './stackProps';
import type { Users } from './users';

/** The teams of the ownership table in PagerDuty, by their id. */
export function teamsOf(
  stack: Construct,
  { teams, people }: Catalog,
  users: Users,
): Map<string, PagerdutyTeam> {
  const scope = new Construct(stack, 'Teams');
  const members = new Map<string, Record<string, PagerDutyUser>>(teams.map(({ id }) => [id, {}]));
  for (const { id, team } of people) Object.assign(members.get(team.id) ?? {}, { [id]: users.person(id) });
  return new Map(
    teams.map(({ id, name, desk }) => {
      const { team } = new OnCallTeam(scope, constructId(id), {
        name,
        description: managedDescription(`Team ${id}`),
        members: members.get(id) ?? {},
        ...(desk === undefined ? {} : { desk: users.desk(id) }),
      });
      return [id, team];
    }),
  );
}
