import { type Pipeline, serviceName, URGENCIES } from '../../catalog';
import type { Deployment, Monitor, Service } from '../../deployment';
import { counted } from '../../text/counted';
import { tableText } from '../../text/table';
import { wrapped } from '../../text/wrapped';

/** What would be deployed, in a dozen lines: a row per pipeline, and totals. */
export function summaryText(deployment: Deployment, pipelines: readonly Pipeline[]): string {
  const { schedules, escalationPolicies, services, monitors, downtimes } = deployment;
  const rows = pipelines.map((pipeline) => [
    pipeline.name,
    pipeline.coverage,
    ...[
      services.filter((each) => isService(each, pipeline)).length,
      escalationPolicies.filter((each) => each.name === pipeline.name).length,
      monitors.filter((each) => isOf(each, pipeline.id)).length,
    ].map(String),
  ]);
  const bridges = downtimes.filter(({ key }) => key.includes('__until-')).length;
  const maintenances = downtimes.filter(({ key }) => key.includes('__maintenance-')).length;
  const more = bridges === 0 ? '' : `, and ${bridges} more do so until those begin`;
  const total = ['all', '', ...[services, escalationPolicies, monitors].map(({ length }) => String(length))];
  return `${tableText(['pipeline', 'coverage', 'services', 'policies', 'monitors'], [...rows, total])}
${wrapped(`${counted(schedules.length, 'schedule')} (${schedules.map(({ name }) => name).join(', ')}); ${downtimes.length - bridges - maintenances} downtimes hold alerts outside office hours${more}${maintenances === 0 ? '' : `; ${counted(maintenances, 'downtime')} for maintenance`}.`)}`;
}

function isService({ name }: Service, pipeline: Pipeline): boolean {
  return URGENCIES.some((urgency) => serviceName(pipeline, urgency) === name);
}

function isOf({ tags }: Monitor, pipeline: string): boolean {
  return tags.includes(`pipeline:${pipeline}`);
}
