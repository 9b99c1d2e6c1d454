import type { Desk, Owner, Team } from '../src/catalog';

/** An owner's team: the team itself, or the person's. */
export function ownerTeam(owner: Owner): Team {
  return owner.kind === 'person' ? owner.person.team : owner.team;
}

/**
 * Name and log-in by which an owner is reached.
 * @returns undefined for a team without a desk
 */
export function ownerContact(owner: Owner): Desk | undefined {
  return owner.kind === 'person' ? owner.person : owner.team.desk;
}
