import { constructId, terraformText } from '../src/constructs';
import { Construct, DatadogTeam } from '../src/constructs/cdktf';
import { horizonOf } from '../src/roster';
import { markedDescription } from '../src/text/mark';
import { PipelineMonitors } from './pipelineMonitors';
import { datadogProvider } from './providers';
import type { StackProps } from './stackProps';
import { WatchbillStack } from './watchbillStack';

/**
 * All of Datadog but the PagerDuty handles: teams, Software Catalog entries,
 * monitors, and the downtimes of office-hours pipelines. It is deployed after the
 * on-call stack; the handles in its messages are computed from the catalog.
 */
export class MonitorStack extends WatchbillStack {
  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id);
    const { catalog, asOf, part = catalog } = props;
    datadogProvider(this, props);
    const teams = new Construct(this, 'Teams');
    for (const team of part.teams) {
      new DatadogTeam(teams, constructId(team.id), {
        handle: team.id,
        name: terraformText(team.name),
        description: markedDescription(`Team ${team.id}`),
      });
    }
    const horizon = horizonOf(asOf, catalog.organization);
    const pipelines = new Construct(this, 'Pipelines');
    for (const pipeline of part.pipelines) {
      new PipelineMonitors(pipelines, pipeline, { catalog, asOf, horizon });
    }
  }
}
