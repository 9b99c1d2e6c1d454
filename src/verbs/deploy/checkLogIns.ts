import { missingLogInText } from '../../cli/logInText';
import type { Session } from '../../cli/session';
import { lookedUpLogIns } from '../../roster';
import { UsageError } from '../../text/usageError';
import { missingLogIns, PagerDutyApi, pagerDutyAccess, VendorError } from '../../vendors';
import type { Environment } from './deployEnvironment';
import { notAnsweredText } from './failure/notAnswered';

/**
 * Names every log-in that PagerDuty lacks in one list: Terraform would stop at the first.
 * @throws UsageError with code LOGI001 if some are missing, or if PagerDuty does not answer
 */
export async function checkLogIns(
  { catalog, asOf }: Pick<Session, 'catalog' | 'asOf'>,
  env: Environment,
): Promise<void> {
  const lookedUp = lookedUpLogIns(catalog, asOf);
  const missing = await missingOf(
    env,
    lookedUp.map(({ email }) => email),
  );
  const lines = missing.flatMap((each) =>
    lookedUp.filter(({ email }) => email === each.email).map((who) => `  ${missingLogInText(who, each)}\n`),
  );
  if (lines.length === 0) return;
  throw new UsageError(
    `LOGI001: PagerDuty does not have every log-in of the data\n${lines.join('')}  give them a log-in, write the e-mail as PagerDuty spells it, or, for somebody who is no longer there, left: DATE`,
  );
}

async function missingOf(env: Environment, emails: readonly string[]) {
  try {
    return await missingLogIns(new PagerDutyApi(pagerDutyAccess(env).pagerDuty), emails);
  } catch (error) {
    if (!(error instanceof VendorError)) throw error;
    throw new UsageError(notAnsweredText(error));
  }
}
