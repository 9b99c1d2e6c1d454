import { Construct, DataPagerdutyVendor } from '../src/constructs/cdktf';
import { personSchedulesOf } from './personSchedules';
import { PipelineOnCall } from './pipelineOnCall';
import { datadogProvider, pagerDutyProvider } from './providers';
import { schedulesOf } from './schedules';
import type { StackProps } from './stackProps';
import { teamsOf } from './teams';
import { Users } from './users';
import { WatchbillStack } from './watchbillStack';

/**
 * All of PagerDuty, and the one Datadog object that carries a PagerDuty secret, so
 * that no secret crosses stacks. Office-hours pipelines have no objects here, because
 * they never page.
 */
export class OnCallStack extends WatchbillStack {
  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id);
    const { catalog, part = catalog } = props;
    pagerDutyProvider(this, props);
    datadogProvider(this, props);
    const users = new Users(this, props);
    const objects = {
      organization: catalog.organization,
      users,
      teams: teamsOf(this, props, users),
      schedules: schedulesOf(this, props, users),
      personSchedules: personSchedulesOf(this, props, users),
      datadogVendor: datadogVendorOf(new Construct(this, 'Vendors')),
    };
    const pipelineScope = new Construct(this, 'Pipelines');
    for (const pipeline of part.pipelines) {
      if (pipeline.coverage === 'on-call') new PipelineOnCall(pipelineScope, pipeline, objects);
    }
  }
}

/** PagerDuty's vendor entry for Datadog. The provider falls back to a regular expression, so the name is checked. */
function datadogVendorOf(scope: Construct): DataPagerdutyVendor {
  return new DataPagerdutyVendor(scope, 'datadog', {
    name: 'Datadog',
    lifecycle: {
      postcondition: [
        {
          condition: '${self.name == "Datadog"}',
          errorMessage: 'PagerDuty found another vendor than Datadog.',
        },
      ],
    },
  });
}
