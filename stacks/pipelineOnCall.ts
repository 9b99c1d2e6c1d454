import { pipelineUrl } from '../src/alerts';
import {
  type EscalationStep,
  type Organization,
  ownerTeam,
  type Pipeline,
  pagerDutyHandle,
  responderOf,
  serviceName,
  stepWords,
  targetsOf,
  type Urgency,
  urgenciesOf,
} from '../src/catalog';
import {
  BusinessService,
  constructId,
  EscalationPolicy,
  type EscalationPolicyTarget,
  PipelineService,
} from '../src/constructs';
import {
  Construct,
  type DataPagerdutyVendor,
  type PagerdutySchedule,
  type PagerdutyTeam,
} from '../src/constructs/cdktf';
import { markedDescription } from '../src/text/mark';
import type { Users } from './users';

/** What the pipelines of the on-call stack share. */
export interface OnCallObjects {
  readonly organization: Organization;
  readonly users: Users;
  /** By the team's id. */
  readonly teams: ReadonlyMap<string, PagerdutyTeam>;
  /** By the rotation's id. */
  readonly schedules: ReadonlyMap<string, PagerdutySchedule>;
  /** By the pipeline's and the person's id, see `PersonRoster`. */
  readonly personSchedules: ReadonlyMap<string, PagerdutySchedule>;
  readonly datadogVendor: DataPagerdutyVendor;
}

/**
 * Construct ids by urgency. Those that begin with a capital are no part of an address, so the
 * low-urgency service is `pagerduty_service.<pipeline>__low`.
 */
const SERVICE_IDS = {
  high: { structure: 'Service', dependency: 'Dependency' },
  low: { structure: 'low', dependency: 'low' },
} as const;

/**
 * One on-call pipeline in PagerDuty: its escalation policy, a service with the Datadog handle for
 * each urgency that its rules have, and its business service.
 */
export class PipelineOnCall extends Construct {
  constructor(scope: Construct, pipeline: Pipeline, objects: OnCallObjects) {
    super(scope, constructId(pipeline.id));
    const { teams, datadogVendor, organization } = objects;
    const { policy } = new EscalationPolicy(this, 'EscalationPolicy', {
      name: pipeline.name,
      description: markedDescription(`Pipeline ${pipeline.id}`),
      repeat: pipeline.escalation.repeat,
      steps: pipeline.escalation.steps.map((step) => ({
        notify: policyTargets(pipeline, step, objects),
        waits: step.waits,
      })),
    });
    const services = urgenciesOf(pipeline).map((urgency) => {
      const { structure, dependency } = SERVICE_IDS[urgency];
      const { service } = new PipelineService(this, structure, {
        name: serviceName(pipeline, urgency),
        description: serviceDescription(pipeline, urgency, organization),
        escalationPolicy: policy,
        datadogVendor,
        urgency,
        handle: pagerDutyHandle(pipeline, urgency),
      });
      return [dependency, service] as const;
    });
    const team = teams.get(ownerTeam(pipeline.primary).id);
    const contact = responderOf(pipeline.primary);
    new BusinessService(this, 'BusinessService', {
      name: `${pipeline.name} (business service)`,
      description: markedDescription(`Pipeline ${pipeline.id}`),
      supportedBy: Object.fromEntries(services),
      ...(team === undefined ? {} : { team }),
      ...(contact === undefined ? {} : { pointOfContact: contact.name }),
    });
  }
}

/** Who a level pages; the catalog has checked that somebody can be reached. */
function policyTargets(
  pipeline: Pipeline,
  step: EscalationStep,
  { users, schedules, personSchedules }: OnCallObjects,
): EscalationPolicyTarget[] {
  return targetsOf(pipeline, step).map((target) => {
    if (target.kind === 'desk') return { user: users.responder(target.desk.id) };
    const schedule =
      target.kind === 'person'
        ? personSchedules.get(`${pipeline.id}/${target.person.id}`)
        : schedules.get(target.rotation);
    if (schedule === undefined)
      throw new Error(`'${stepWords(step)}' of on-call pipeline '${pipeline.id}' reaches nobody`);
    return { schedule };
  });
}

function serviceDescription(pipeline: Pipeline, urgency: Urgency, organization: Organization): string {
  const url = pipelineUrl(organization, pipeline);
  const runbook = url === undefined ? '' : ` Runbook: ${url}`;
  const what = urgency === 'high' ? '' : `, ${urgency} urgency`;
  return `${markedDescription(`Pipeline ${pipeline.id}${what}`)}${runbook}`;
}
