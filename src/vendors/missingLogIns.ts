import { sameEmail } from '../text/email';
import type { PagerDutyApi } from './pagerDuty';

/** A log-in that PagerDuty does not have, as its Terraform provider looks for it. */
export interface MissingLogIn {
  readonly email: string;
  /** As PagerDuty spells it. @default - there is none in any spelling */
  readonly spelling?: string;
}

/**
 * Which of the log-ins the provider would not find. It compares whole e-mails exactly,
 * upper and lower case too.
 * @returns in the order in which they were given
 * @throws VendorError
 * @see https://registry.terraform.io/providers/PagerDuty/pagerduty/latest/docs/data-sources/user
 */
export async function missingLogIns(
  api: Pick<PagerDutyApi, 'list'>,
  emails: readonly string[],
): Promise<MissingLogIn[]> {
  const missing: MissingLogIn[] = [];
  for (const email of new Set(emails)) {
    const spellings = (await api.list('/users', 'users', { query: email })).flatMap(emailOf);
    if (spellings.includes(email)) continue;
    const spelling = spellings.find((each) => sameEmail(each, email));
    missing.push({ email, ...(spelling === undefined ? {} : { spelling }) });
  }
  return missing;
}

function emailOf(user: unknown): string[] {
  const email = typeof user === 'object' && user !== null ? Reflect.get(user, 'email') : undefined;
  return typeof email === 'string' ? [email] : [];
}
