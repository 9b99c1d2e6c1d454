import type { Catalog, Office, Organization } from '../catalog';

/** The time zone of a person, pipeline or rotation: that of its office, otherwise the organization's. */
export function zoneOf(
  { office }: { readonly office?: Pick<Office, 'timeZone'> },
  { timeZone }: Pick<Organization, 'timeZone'>,
): string {
  return office?.timeZone ?? timeZone;
}

/** True if people or rotations are in several time zones, so that a local time alone is ambiguous. */
export function hasSeveralZones({ organization, people, rotations }: Catalog): boolean {
  return new Set([...people, ...rotations].map((each) => zoneOf(each, organization))).size > 1;
}
