/**
 * The key by which log-ins are compared: PagerDuty ignores case in e-mail addresses, so two
 * spellings of an address are the same user.
 *
 * Never send this key to a vendor, but the spelling of the data: PagerDuty's provider looks a
 * user up by the exact spelling.
 *
 * @see https://github.com/PagerDuty/terraform-provider-pagerduty/blob/v3.30.8/pagerduty/data_source_pagerduty_user.go
 * @example
 * emailKey('Aidil@XYZ-tech.example') // 'aidil@xyz-tech.example'
 */
export function emailKey(email: string): string {
  return email.toLowerCase();
}

/**
 * Whether two spellings are the same log-in. Nobody (undefined) only equals nobody.
 * @example
 * sameEmail('Aidil@XYZ-tech.example', 'aidil@xyz-tech.example') // true
 */
export function sameEmail(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return emailKey(one) === emailKey(other);
}
