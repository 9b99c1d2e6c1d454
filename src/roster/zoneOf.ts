import type { Office, Organization } from '../catalog';

/** The time zone of a person, pipeline or rotation: that of its office, otherwise the organization's. */
export function zoneOf(
  { office }: { readonly office?: Pick<Office, 'timeZone'> },
  { timeZone }: Pick<Organization, 'timeZone'>,
): string {
  return office?.timeZone ?? timeZone;
}
