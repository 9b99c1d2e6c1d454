import { refuseOtherAsOf } from '../../cli/asOfNow';
import { tellClocks } from '../../cli/clock';
import { diagnosticsText } from '../../cli/diagnosticsReport';
import type { Io } from '../../cli/io';
import { type Meant, meantBy } from '../../cli/meant';
import { dataFolder, openSoundSession, type Session } from '../../cli/session';
import { clientOptions } from '../../cli/waiting';
import { UsageError } from '../../text/usageError';
import { shown } from '../../text/visible';
import { PagerDutyApi, VendorError, vendorAccess } from '../../vendors';
import { deployEnvironment, type Environment } from './deployEnvironment';
import { notAnsweredText } from './failure/notAnswered';
import type { DeployOptions } from './options';

/** A deploy, with everything that can be known before it begins. */
export interface PreparedDeploy {
  readonly session: Session;
  readonly meant: Meant;
  /** The environment that it runs in, with the data, the instant and the keys decided. */
  readonly env: Environment;
}

/** Nothing was deployed, and neither an option nor a variable is to blame. */
export class DeployRefused extends Error {
  override readonly name = 'DeployRefused';
}

/**
 * Decides the data, the instant and the accounts of a deploy, and asks PagerDuty which account the key
 * opens. Nothing is left to variables that somebody forgot: an instant other than now has to be an
 * option.
 * @throws UsageError if a key or an option is missing or wrong, or the account is another one
 * @throws DeployRefused if the data has errors, or PagerDuty refuses the key or does not answer
 */
export async function preparedDeploy(options: DeployOptions, io: Io): Promise<PreparedDeploy> {
  const access = vendorAccess(io.env);
  const now = io.now();
  const asOf = options.asOf ?? now.toString({ smallestUnit: 'second' });
  const common = { ...(options.data === undefined ? {} : { data: options.data }), asOf };
  const { session, diagnostics } = openSoundSession(common, io);
  if (session === undefined) throw new DeployRefused(diagnosticsText(diagnostics).trimEnd());
  const { timeZone } = session.catalog.organization;
  if (options.asOf === undefined) {
    refuseOtherAsOf(io, timeZone, 'watchbill deploy --as-of INSTANT where another day is meant');
  }
  const pagerDuty = new PagerDutyApi(access.pagerDuty, clientOptions(io));
  const asked = { access, options: common, env: io.env, asOf: session.asOf, now, timeZone };
  const meant = await meantBy(asked, pagerDuty).catch((error: unknown) => {
    if (error instanceof VendorError) throw new DeployRefused(notAnsweredText(error));
    throw error;
  });
  refuseOtherAccount(options.account, meant);
  tellClocks([pagerDuty], io);
  const decided = {
    ...io.env,
    WATCHBILL_AS_OF: session.asOf.toString(),
    WATCHBILL_DATA: dataFolder(common, io),
  };
  return { session, meant, env: deployEnvironment(decided) };
}

function refuseOtherAccount(wanted: string | undefined, { accounts: { pagerDuty } }: Meant): void {
  if (wanted === undefined || wanted === pagerDuty) return;
  throw new UsageError(
    `DEPL006: the key opens ${pagerDuty}, and --account says ${shown(wanted)}\n  set PAGERDUTY_TOKEN to a key of the account that you mean, or correct --account`,
  );
}
