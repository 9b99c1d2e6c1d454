import type { Desk, Owner, Team } from '../src/catalog';

/** The team of an owner: itself, or the person's. */
export function ownerTeam(owner: Owner): Team {
  return owner.kind === 'person' ? owner.person.team : owner.team;
}

/** Name and log-in under which an owner is reached; none for a team without a desk. */
export function ownerContact(owner: Owner): Desk | undefined {
  return owner.kind === 'person' ? owner.person : owner.team.desk;
}
