import { sameEmail } from '../text/email';
import { field } from './field';
import type { PagerDutyApi } from './pagerDuty';

/** A log-in that PagerDuty's Terraform provider would not find. */
export interface MissingLogIn {
  /** As the data spells it. */
  readonly email: string;
  /** As PagerDuty spells it. @default - PagerDuty has it in no spelling */
  readonly spelling?: string;
}

/**
 * The log-ins that the provider would not find: it compares whole e-mails, including case.
 * @returns in the order given
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
  const email = field(user, 'email');
  return typeof email === 'string' ? [email] : [];
}
