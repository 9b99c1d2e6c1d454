import { constructId, type PagerDutyUser } from '../src/constructs';
import { Construct, DataPagerdutyUser } from '../src/constructs/cdktf';
import { lookedUpPeople } from '../src/roster';
import type { StackProps } from './stackProps';

/** Finds the PagerDuty user of an id. */
export type UserLookup = Pick<Users, 'responder'>;

/**
 * PagerDuty users, looked up by their log-in, never created: each in the stacks that need them.
 * People who have left and are no longer in a layer are not looked up: their log-in is gone, and
 * must not fail a plan.
 */
export class Users {
  private readonly logIns: ReadonlyMap<string, readonly [scope: Construct, email: string]>;
  private readonly byId = new Map<string, PagerDutyUser>();

  constructor(stack: Construct, { catalog, asOf }: Pick<StackProps, 'catalog' | 'asOf'>) {
    const people = new Construct(stack, 'People');
    const desks = new Construct(stack, 'Desks');
    this.logIns = new Map([
      ...lookedUpPeople(catalog, asOf).map(({ id, email }) => [id, [people, email]] as const),
      ...catalog.teams.flatMap(({ id, desk }) =>
        desk === undefined ? [] : [[id, [desks, desk.email]] as const],
      ),
    ]);
  }

  /** The user behind a person's or a team's id: the person, or the desk. */
  responder(id: string): PagerDutyUser {
    const known = this.byId.get(id);
    if (known !== undefined) return known;
    const logIn = this.logIns.get(id);
    // The catalog has checked every reference, and that everybody who is paged can be reached.
    if (logIn === undefined) throw new Error(`'${id}' has no PagerDuty log-in`);
    const [scope, email] = logIn;
    const user = new DataPagerdutyUser(scope, constructId(id), { email });
    this.byId.set(id, user);
    return user;
  }
}
