import { Temporal } from 'temporal-polyfill';
import type { Organization, Person } from '../catalog';
import { isBefore } from '../time/span';
import { zoneOf } from './zoneOf';

/** When somebody who has left is back: later than any date of the data. */
export const NEVER: Temporal.Instant = Temporal.Instant.from('2200-01-01T00:00:00Z');

/** The first instant at which a person is no longer there; none where nobody knows of one. */
export function goneFrom(person: Person, organization: Organization): Temporal.Instant | undefined {
  return person.left?.toZonedDateTime(zoneOf(person, organization)).toInstant();
}

/** True where a person is no longer there at an instant. */
export function hasLeft(person: Person, organization: Organization, at: Temporal.Instant): boolean {
  const gone = goneFrom(person, organization);
  return gone !== undefined && !isBefore(at, gone);
}
