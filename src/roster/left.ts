import { Temporal } from 'temporal-polyfill';
import type { Organization, Person } from '../catalog';
import { isBefore } from '../time/span';
import { zoneOf } from './zoneOf';

/** The end of what never ends, such as having left: later than any date in the data. */
export const NEVER: Temporal.Instant = Temporal.Instant.from('2200-01-01T00:00:00Z');

/** The first instant at which a person no longer works here; undefined if they have no `left` date. */
export function goneFrom(person: Person, organization: Organization): Temporal.Instant | undefined {
  return person.left?.toZonedDateTime(zoneOf(person, organization)).toInstant();
}

/** True if a person no longer works here at an instant. */
export function hasLeft(person: Person, organization: Organization, at: Temporal.Instant): boolean {
  const gone = goneFrom(person, organization);
  return gone !== undefined && !isBefore(at, gone);
}
