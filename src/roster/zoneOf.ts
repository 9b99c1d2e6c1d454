import type { Office, Organization } from '../catalog';

/** The time zone of whoever, or whatever, may have an office: its own, else the organization's. */
export function zoneOf(
  { office }: { readonly office?: Pick<Office, 'timeZone'> },
  { timeZone }: Pick<Organization, 'timeZone'>,
): string {
  return office?.timeZone ?? timeZone;
}
