import { constructId, type PagerDutyUser } from '../src/constructs';
import { Construct, DataPagerdutyUser } from '../src/constructs/cdktf';
import { lookedUpPeople } from '../src/roster';
import type { StackProps } from './stackProps';

/**
 * PagerDuty users, looked up by their log-in, never created. People who have left and are no
 * longer in a layer are not looked up: their log-in is gone, and must not fail a plan.
 */
export class Users {
  private readonly byId = new Map<string, PagerDutyUser>();

  constructor(stack: Construct, { catalog, asOf }: Pick<StackProps, 'catalog' | 'asOf'>) {
    const peopleScope = new Construct(stack, 'People');
    for (const { id, email } of lookedUpPeople(catalog, asOf)) {
      this.byId.set(id, new DataPagerdutyUser(peopleScope, constructId(id), { email }));
    }
    const desks = new Construct(stack, 'Desks');
    for (const { id, desk } of catalog.teams) {
      if (desk !== undefined)
        this.byId.set(id, new DataPagerdutyUser(desks, constructId(id), { email: desk.email }));
    }
  }

  /** A person's user. */
  person(id: string): PagerDutyUser {
    return this.known(id, `person '${id}'`);
  }

  /** The user of a team's desk. */
  desk(teamId: string): PagerDutyUser {
    return this.known(teamId, `the desk of team '${teamId}'`);
  }

  /** The user behind a person's or a team's id: the person, or the desk. */
  responder(id: string): PagerDutyUser {
    return this.known(id, `'${id}'`);
  }

  private known(id: string, who: string): PagerDutyUser {
    const user = this.byId.get(id);
    // The catalog has checked every reference, and that everybody who is paged can be reached.
    if (user === undefined) throw new Error(`${who} has no PagerDuty log-in`);
    return user;
  }
}
