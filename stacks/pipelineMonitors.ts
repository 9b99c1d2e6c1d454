import type { Temporal } from 'temporal-polyfill';
import { HOLD_TAG, maintenanceTags, monitorsOf, pipelineUrl } from '../src/alerts';
import {
  type Catalog,
  isHeld,
  isoWeekday,
  officeOf,
  ownerTeam,
  type Pipeline,
  responderOf,
} from '../src/catalog';
import {
  CatalogEntity,
  constructId,
  type EntityLink,
  type IsoWeekday,
  MaintenanceDowntime,
  OfficeHoursDowntime,
  RunbookMonitor,
} from '../src/constructs';
import { Construct } from '../src/constructs/cdktf';
import { isBefore, workingDayHolidays } from '../src/roster';
import { MARK_TAG } from '../src/text/mark';

/** What the pipelines of the monitor stack share. */
export interface MonitorObjects {
  readonly catalog: Catalog;
  /** The instant that everything is planned from. */
  readonly asOf: Temporal.Instant;
  /** Until when downtimes are planned. */
  readonly horizon: Temporal.Instant;
}

/** One pipeline in Datadog: its Software Catalog entry, its monitors, and the downtimes that hold those that wait for office hours. */
export class PipelineMonitors extends Construct {
  constructor(scope: Construct, pipeline: Pipeline, { catalog, asOf, horizon }: MonitorObjects) {
    super(scope, constructId(pipeline.id));
    const { organization, failureClassesPage } = catalog;
    new CatalogEntity(this, 'Entity', entityOf(pipeline, catalog));
    const monitors = monitorsOf(pipeline, organization, { failureClassesPage });
    for (const { path, criticalText, onMissingData = 'unset', ...definition } of monitors) {
      // The path's ids make the address: `<pipeline>__<alert>__<metric>__<bound>`.
      const props = { ...definition, critical: criticalText, onMissingData } as const;
      new RunbookMonitor(this, constructId(path.join('__')), props);
    }
    if (monitors.length > 0) this.maintenance(pipeline, catalog, asOf);
    const held = heldTags(pipeline);
    if (held !== undefined && monitors.length > 0) {
      const office = officeOf(catalog, pipeline);
      new OfficeHoursDowntime(this, 'OfficeHours', {
        monitorTags: held,
        officeHours: {
          ...office.officeHours,
          workingWeek: office.workingWeek.map((day) => isoWeekday(day) as IsoWeekday),
        },
        timeZone: office.timeZone,
        // Working days on which nobody is at work.
        holidays: workingDayHolidays(office, organization, asOf),
        asOf,
        horizon,
      });
    }
  }

  /** A downtime for each maintenance that is not over, at an address of its local beginning. */
  private maintenance(pipeline: Pipeline, catalog: Catalog, asOf: Temporal.Instant): void {
    const { timeZone } = officeOf(catalog, pipeline);
    for (const { from, until } of pipeline.maintenance ?? []) {
      if (!isBefore(asOf, until)) continue;
      const local = from.toZonedDateTimeISO(timeZone).toPlainDateTime();
      const id = local.toString({ smallestUnit: 'minute' }).replace('T', '-').replace(':', '');
      new MaintenanceDowntime(this, `maintenance-${id}`, {
        monitorTags: maintenanceTags(pipeline),
        from,
        until,
        timeZone,
        asOf,
      });
    }
  }
}

/** The tags of a pipeline's monitors that wait for office hours; undefined if none does. */
function heldTags(pipeline: Pipeline): string[] | undefined {
  const all = [MARK_TAG, `pipeline:${pipeline.id}`];
  if (pipeline.coverage === 'office-hours') return all;
  const rules = pipeline.runbook?.alerts ?? [];
  return rules.some((rule) => isHeld(pipeline, rule)) ? [HOLD_TAG, ...all] : undefined;
}

function entityOf(pipeline: Pipeline, { organization }: Catalog) {
  const owners = [pipeline.primary, pipeline.secondary];
  const [owner, second] = owners.map((each) => ownerTeam(each).id);
  const contacts = owners.flatMap((each) => responderOf(each) ?? []);
  return {
    name: pipeline.id,
    displayName: pipeline.name,
    owner: owner ?? '',
    additionalOwners: second === undefined || second === owner ? [] : [{ name: second, type: 'secondary' }],
    contacts,
    links: linksOf(pipeline, organization),
    tags: [MARK_TAG, `coverage:${pipeline.coverage}`, `pipeline:${pipeline.id}`],
  };
}

function linksOf(pipeline: Pipeline, organization: Catalog['organization']): EntityLink[] {
  const url = pipelineUrl(organization, pipeline);
  const runbook: EntityLink[] = url === undefined ? [] : [{ name: 'Runbook', type: 'runbook', url }];
  const onCall: EntityLink[] =
    pipeline.coverage === 'on-call'
      ? [{ name: 'On-call schedules', type: 'oncall', url: `${organization.pagerDutyUrl}/schedules` }]
      : [];
  return [...runbook, ...onCall];
}
