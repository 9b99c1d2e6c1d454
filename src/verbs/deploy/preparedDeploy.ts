import { refuseOtherAsOf } from '../../cli/asOfNow';
import { tellClocks } from '../../cli/clock';
import { diagnosticsText } from '../../cli/diagnosticsReport';
import type { Io } from '../../cli/io';
import { type Meant, meantBy } from '../../cli/meant';
import { dataFolder, openSoundSession } from '../../cli/session';
import { clientOptions } from '../../cli/waiting';
import { PagerDutyApi, VendorError, vendorAccess } from '../../vendors';
import { deployEnvironment, type Environment } from './deployEnvironment';
import { deployOptions } from './deployOptions';

/** A deploy of which all is known that can be known before it begins. */
export interface PreparedDeploy {
  readonly meant: Meant;
  /** Options of `cdktf deploy`. */
  readonly rest: readonly string[];
  /** What it runs in: the data, the instant and the keys are decided. */
  readonly env: Environment;
}

/** Nothing was deployed, and that lies neither in an option nor in a variable. */
export class DeployRefused extends Error {
  override readonly name = 'DeployRefused';
}

/**
 * Decides what a deploy means, and asks PagerDuty which account that is. Nothing of it is
 * left to variables that somebody forgot: an instant other than now has to be an option.
 * @param args what stands behind `npm run deploy --`
 * @throws UsageError where a key or an option is missing or wrong
 * @throws DeployRefused where the data has errors, or PagerDuty refuses the key or does not answer
 */
export async function preparedDeploy(args: readonly string[], io: Io): Promise<PreparedDeploy> {
  const { data, asOf, rest } = deployOptions(args);
  const access = vendorAccess(io.env);
  const now = io.now();
  const present = now.toString({ smallestUnit: 'second' });
  const options = { ...(data === undefined ? {} : { data }), asOf: asOf ?? present };
  const { session, diagnostics } = openSoundSession(options, io);
  if (session === undefined) throw new DeployRefused(diagnosticsText(diagnostics).trimEnd());
  const { timeZone } = session.catalog.organization;
  if (asOf === undefined) {
    refuseOtherAsOf(io, timeZone, 'npm run deploy -- --as-of INSTANT where another day is meant');
  }
  const pagerDuty = new PagerDutyApi(access.pagerDuty, clientOptions(io));
  const asked = { access, options, env: io.env, asOf: session.asOf, now, timeZone };
  const meant = await meantBy(asked, pagerDuty).catch((error: unknown) => {
    if (error instanceof VendorError) throw new DeployRefused(error.message);
    throw error;
  });
  tellClocks([pagerDuty], io);
  const decided = {
    ...io.env,
    WATCHBILL_AS_OF: session.asOf.toString(),
    WATCHBILL_DATA: dataFolder(options, io),
  };
  return { meant, rest, env: deployEnvironment(decided) };
}
