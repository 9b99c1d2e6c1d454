import type { Io } from '../../cli/io';
import { missingLogInText } from '../../cli/logInText';
import type { Session } from '../../cli/session';
import { clientOptions } from '../../cli/waiting';
import { lookedUpLogIns } from '../../roster';
import { UsageError } from '../../text/usageError';
import { missingLogIns, PagerDutyApi, pagerDutyAccess, VendorError } from '../../vendors';
import { notAnsweredText } from './failure/notAnswered';
import { DeployRefused } from './preparedDeploy';

type Asking = Pick<Io, 'env' | 'now' | 'err' | 'progress' | 'everySecond'>;

/**
 * Names every log-in that PagerDuty lacks in one list: Terraform would stop at the first.
 * @throws UsageError with code LOGI001 if some are missing
 * @throws DeployRefused if PagerDuty refuses the key or does not answer
 */
export async function checkLogIns(
  { catalog, asOf }: Pick<Session, 'catalog' | 'asOf'>,
  io: Asking,
): Promise<void> {
  const lookedUp = lookedUpLogIns(catalog, asOf);
  const missing = await missingOf(
    io,
    lookedUp.map(({ email }) => email),
  );
  const lines = missing.flatMap((each) =>
    lookedUp.filter(({ email }) => email === each.email).map((who) => `  ${missingLogInText(who, each)}\n`),
  );
  if (lines.length === 0) return;
  throw new UsageError(
    `LOGI001: log-ins that the data needs are missing in PagerDuty\n${lines.join('')}  create the log-in, write the e-mail as PagerDuty spells it, or write left: DATE for somebody who is no longer there`,
  );
}

async function missingOf(io: Asking, emails: readonly string[]) {
  try {
    const { pagerDuty } = pagerDutyAccess(io.env);
    return await missingLogIns(new PagerDutyApi(pagerDuty, clientOptions(io)), emails);
  } catch (error) {
    if (!(error instanceof VendorError)) throw error;
    throw new DeployRefused(notAnsweredText(error));
  }
}
