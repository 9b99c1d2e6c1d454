import type { Responder } from '../../catalog';
import { DeploymentError, readLogIns } from '../../deployment';
import { logInFindings } from '../../deployment/logIns/findings';
import { type PagerDutyApi, VendorError } from '../../vendors';
import type { Unmet } from './unmet';

/** What was found of the log-ins that PagerDuty is to page. */
export interface LogInsReport {
  /** What is good to know before somebody agrees. */
  readonly remarks: readonly string[];
  /** Whom nothing would wake. */
  readonly unreached: readonly (Unmet & { readonly person: Responder })[];
}

/**
 * Asks PagerDuty whether anything would wake those who are to be on call. Where it does
 * not tell, that is said: it is no reason to leave a watch with somebody who is ill.
 */
export async function logInsReport(people: readonly Responder[], api: PagerDutyApi): Promise<LogInsReport> {
  let logIns: Awaited<ReturnType<typeof readLogIns>>;
  try {
    logIns = await readLogIns(
      api,
      people.map(({ email }) => email),
    );
  } catch (error) {
    if (!(error instanceof VendorError || error instanceof DeploymentError)) throw error;
    return { remarks: [`whether anything would wake them was not checked: ${error.message}`], unreached: [] };
  }
  const found = people.flatMap((person) =>
    logInFindings(person.email, person.name, logIns.get(person.email.toLowerCase())).map((finding) => ({
      person,
      finding,
    })),
  );
  return {
    remarks: found.map(({ person, finding }) => `${person.name}: ${finding.text}`),
    unreached: found
      .filter(({ finding }) => !finding.isNote && finding.what !== 'renamed')
      .map(({ person, finding }) => ({
        person,
        text: `${person.name}: ${finding.text}`,
        wayOut: `${finding.wayOut ?? ''}; or agree with somebody else`,
      })),
  };
}
