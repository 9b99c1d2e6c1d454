/**
 * A log-in as it is compared: PagerDuty does not tell capitals from small letters in an
 * e-mail address, so two spellings of one address are one user.
 *
 * What is sent to a vendor is never this key but the spelling of the data, since the
 * provider of PagerDuty looks a user up by exactly what it is given.
 *
 * @see https://github.com/PagerDuty/terraform-provider-pagerduty/blob/v3.30.8/pagerduty/data_source_pagerduty_user.go
 * @example
 * emailKey('Aidil@XYZ-tech.example') // 'aidil@xyz-tech.example'
 */
export function emailKey(email: string): string {
  return email.toLowerCase();
}

/**
 * Whether two spellings are one log-in. Nobody (undefined) is like nobody alone.
 * @example
 * sameEmail('Aidil@XYZ-tech.example', 'aidil@xyz-tech.example') // true
 */
export function sameEmail(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return emailKey(one) === emailKey(other);
}
