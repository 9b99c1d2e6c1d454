import { runbookUrl } from '../src/alerts';
import { type EscalationStep, type Organization, type Pipeline, stepWords, targetsOf } from '../src/catalog';
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
import { ownerContact, ownerTeam } from './ownership';
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

/** One on-call pipeline in PagerDuty: its escalation policy, its service with the Datadog handle, and its business service. */
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
    const { service } = new PipelineService(this, 'Service', {
      name: pipeline.name,
      description: serviceDescription(pipeline, organization),
      escalationPolicy: policy,
      datadogVendor,
      handle: pipeline.id,
    });
    const team = teams.get(ownerTeam(pipeline.primary).id);
    const contact = ownerContact(pipeline.primary);
    new BusinessService(this, 'BusinessService', {
      name: `${pipeline.name} (business service)`,
      description: markedDescription(`Pipeline ${pipeline.id}`),
      supportedBy: service,
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

function serviceDescription(pipeline: Pipeline, organization: Organization): string {
  const runbook =
    pipeline.runbook === undefined ? '' : ` Runbook: ${runbookUrl(organization, pipeline.runbook.file)}`;
  return `${markedDescription(`Pipeline ${pipeline.id}`)}${runbook}`;
}
