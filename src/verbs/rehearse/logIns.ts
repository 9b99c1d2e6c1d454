import type { Temporal } from 'temporal-polyfill';
import { type Catalog, pagerDutyHandle, urgenciesOf } from '../../catalog';
import { type Deployment, type PagerDutyReader, readLogIns } from '../../deployment';
import { logInFindings } from '../../deployment/logIns/findings';
import { pagedLogIns } from '../../rehearsal';
import { People } from '../drift/differences';

/** A problem of a log-in that can be paged; codes are a public contract. */
export interface LogInProblem {
  /** REHE010: nothing would wake them. REHE011: the log-in's name is not the data's. */
  readonly code: 'REHE010' | 'REHE011';
  readonly email: string;
  readonly name: string;
  readonly message: string;
}

/** The result of checking the log-ins that pipelines can page. */
export interface LogInsChecked {
  readonly count: number;
  readonly problems: readonly LogInProblem[];
}

/**
 * Checks every log-in that pipelines can page from a moment on, because the rehearsal itself
 * ends at an e-mail address.
 * @param pipelines ids
 * @throws DeploymentError, and what the reader throws
 */
export async function checkedLogIns(
  catalog: Catalog,
  deployment: Deployment,
  pipelines: ReadonlySet<string>,
  since: Temporal.Instant,
  pagerDuty: PagerDutyReader,
): Promise<LogInsChecked> {
  const { handles, services, escalationPolicies } = deployment;
  const own = new Set(
    catalog.pipelines
      .filter(({ id }) => pipelines.has(id))
      .flatMap((pipeline) => urgenciesOf(pipeline).map((urgency) => pagerDutyHandle(pipeline, urgency))),
  );
  const policies = escalationPolicies.filter(({ key }) =>
    services.some(
      (service) =>
        service.escalationPolicy === key &&
        handles.some((handle) => handle.service === service.key && own.has(handle.name)),
    ),
  );
  const logIns = await readLogIns(pagerDuty, pagedLogIns(deployment, since, policies));
  const people = new People(catalog);
  const problems = [...logIns].flatMap(([email, logIn]) =>
    logInFindings(email, people.knownName(email), logIn)
      .filter(({ isNote }) => !isNote)
      .map(({ what, text }) => ({
        code: what === 'renamed' ? ('REHE011' as const) : ('REHE010' as const),
        email,
        name: people.name(email),
        message: text,
      })),
  );
  return { count: logIns.size, problems };
}
