import type { Io } from '../../cli/io';
import { missingLogInText } from '../../cli/logInText';
import { openSoundSession } from '../../cli/session';
import { lookedUpLogIns } from '../../roster';
import { UsageError } from '../../text/usageError';
import { missingLogIns, PagerDutyApi, pagerDutyAccess, VendorError } from '../../vendors';

/**
 * Names every log-in that PagerDuty lacks, in one list, before Terraform would stop at the
 * first. Data with errors is left to synthesis, which says what they are.
 * @throws UsageError with code LOGI001 where some are missing, or PagerDuty does not answer
 */
export async function checkLogIns(io: Pick<Io, 'env' | 'now'>): Promise<void> {
  const { session } = openSoundSession({}, io, 'now');
  if (session === undefined) return;
  const lookedUp = lookedUpLogIns(session.catalog, session.asOf);
  const missing = await askedFor(
    io,
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

async function askedFor({ env }: Pick<Io, 'env'>, emails: readonly string[]) {
  try {
    return await missingLogIns(new PagerDutyApi(pagerDutyAccess(env).pagerDuty), emails);
  } catch (error) {
    if (!(error instanceof VendorError)) throw error;
    throw new UsageError(`${error.message}\n  see to the key or the connection, and run it again`);
  }
}
