import { runbookUrl } from '../src/alerts';
import type { Organization, Pipeline } from '../src/catalog';
import { BusinessService, constructId, EscalationPolicy, PipelineService } from '../src/constructs';
import {
  Construct,
  type DataPagerdutyVendor,
  type PagerdutySchedule,
  type PagerdutyTeam,
} from '../src/constructs/seam';
import { ownerContact, ownerTeam } from './ownership';
import { managedDescription } from './stackProps';
import type { Users } from './users';

/** What the pipelines of the on-call stack share. */
export interface OnCallObjects {
  readonly organization: Organization;
  readonly users: Users;
  readonly teams: ReadonlyMap<string, PagerdutyTeam>;
  readonly schedules: ReadonlyMap<string, PagerdutySchedule>;
  readonly datadogVendor: DataPagerdutyVendor;
}

/** What one on-call pipeline is in PagerDuty: escalation policy, service with its Datadog handle, business service. */
export class PipelineOnCall extends Construct {
  constructor(scope: Construct, pipeline: Pipeline, objects: OnCallObjects) {
    super(scope, constructId(pipeline.id));
    const { users, teams, schedules, datadogVendor, organization } = objects;
    const schedule = schedules.get(pipeline.rotation ?? '');
    if (schedule === undefined) throw new Error(`on-call pipeline '${pipeline.id}' is in no rotation`);
    const { policy } = new EscalationPolicy(this, 'EscalationPolicy', {
      name: pipeline.name,
      description: managedDescription(`Pipeline ${pipeline.id}`),
      repeat: pipeline.escalation.repeat,
      steps: pipeline.escalation.steps.map(({ notify, waits }) => ({
        notify: notify === 'primary' ? { user: users.owner(pipeline.primary) } : { schedule },
        waits,
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
      description: managedDescription(`Pipeline ${pipeline.id}`),
      supportedBy: service,
      ...(team === undefined ? {} : { team }),
      ...(contact === undefined ? {} : { pointOfContact: contact.name }),
    });
  }
}

function serviceDescription(pipeline: Pipeline, organization: Organization): string {
  const runbook =
    pipeline.runbook === undefined ? '' : ` Runbook: ${runbookUrl(organization, pipeline.runbook.file)}`;
  return `${managedDescription(`Pipeline ${pipeline.id}`)}${runbook}`;
}
