import type { Responder } from '../../catalog';
import { DeploymentError, readLogIns } from '../../deployment';
import { logInFindings } from '../../deployment/logIns/findings';
import { type PagerDutyApi, VendorError } from '../../vendors';

/** A reason why the right person is not woken, although all changes were made. */
export interface Unmet {
  readonly text: string;
  readonly wayOut: string;
}

/** The state of the log-ins that PagerDuty will page. */
export interface LogInsReport {
  /** What to know before confirming. */
  readonly remarks: readonly string[];
  /** People whom nothing would wake. */
  readonly unreached: readonly (Unmet & { readonly person: Responder })[];
}

/**
 * Asks PagerDuty whether anything would wake the people who will be on call. If that cannot
 * be found out, it is only a remark: better an unchecked cover than leaving it to somebody ill.
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
    return { remarks: [`could not check whether anything would wake them: ${error.message}`], unreached: [] };
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
        wayOut: `${finding.wayOut ?? ''}; or ask somebody else to cover`,
      })),
  };
}
