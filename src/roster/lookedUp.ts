import type { Temporal } from 'temporal-polyfill';
import type { Catalog, Organization, Person, Responder, Rotation, RotationVersion } from '../catalog';
import { isBefore } from '../time/span';
import { hasLeft } from './left';
import { turnsOf } from './turns';

/** The versions of a rotation that have not ended by an instant. */
export function lastingVersions(
  rotation: Rotation,
  organization: Organization,
  asOf: Temporal.Instant,
): readonly RotationVersion[] {
  const turns = turnsOf(rotation, organization);
  return rotation.versions.filter(
    (_, index) => index + 1 === rotation.versions.length || isBefore(asOf, turns.startOf(index + 1)),
  );
}

/**
 * People who need a PagerDuty log-in, in the order of the data: those who have not left (they
 * are in a team, and may cover), own a pipeline, or are in an order that has not ended.
 * The log-ins of all others may be gone.
 */
export function lookedUpPeople(
  { organization, people, pipelines, rotations }: Catalog,
  asOf: Temporal.Instant,
): readonly Person[] {
  const owners = pipelines
    .flatMap(({ primary, secondary }) => [primary, secondary])
    .flatMap((owner) => (owner.kind === 'person' ? owner.person : []));
  const ordered = rotations.flatMap((rotation) =>
    lastingVersions(rotation, organization, asOf).flatMap(({ order }) => order),
  );
  const needed = new Set([...owners, ...ordered]);
  return people.filter((person) => needed.has(person) || !hasLeft(person, organization, asOf));
}

/** Every log-in that a deploy looks up: those of {@link lookedUpPeople}, and the desks. */
export function lookedUpLogIns(catalog: Catalog, asOf: Temporal.Instant): readonly Responder[] {
  const desks = catalog.teams.flatMap(({ id, desk }) => (desk === undefined ? [] : [{ id, ...desk }]));
  const people = lookedUpPeople(catalog, asOf).map(({ id, name, email }) => ({ id, name, email }));
  return [...people, ...desks];
}
