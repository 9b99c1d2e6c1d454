import type { Temporal } from 'temporal-polyfill';
import { channelsOf } from '../../../alerts';
import { type Catalog, type Office, officeOf } from '../../../catalog';
import { isBefore } from '../../../roster';
import { rangeText } from '../../../time/localTime';
import type { Comparison } from './comparison';
import type { SettingChange } from './diff';

/**
 * Changed keys of `organization.yaml` and of offices that are there on both sides, apart from its
 * escalation (see pipelines) and its people (see shifts), the channels that are told of a pipeline's
 * alerts, wherever they are written, and its maintenance.
 */
export function settingChanges({ before, after, window }: Comparison): SettingChange[] {
  const settings = ({ catalog }: typeof before) =>
    new Map([...settingsOf(catalog), ...maintenanceSettings(catalog, window.from)]);
  const was = settings(before);
  return [...settings(after)].flatMap(([key, is]) => {
    const old = was.get(key);
    return old === undefined || old === is ? [] : [{ key, before: old, after: is }];
  });
}

function settingsOf({ organization, offices, pipelines }: Catalog): ReadonlyMap<string, string> {
  const { handOff } = organization;
  return new Map([
    ['name', organization.name],
    ...officeSettings('', organization),
    ['duties', organization.duties.join(', ')],
    ['handOff', `${handOff.day} ${clock(handOff.at)}`],
    ['runbooksUrl', organization.runbooksUrl],
    ['siteUrl', organization.siteUrl ?? 'none'],
    ['pagerDutyUrl', organization.pagerDutyUrl],
    ['horizon', `${organization.horizonDays} days`],
    ...offices.flatMap((office) => [
      [`offices.${office.id}.name`, office.name] as const,
      ...officeSettings(`offices.${office.id}.`, office),
      [`offices.${office.id}.holidays`, office.calendar.id ?? "the organization's"] as const,
    ]),
    ...channelSettings({ pipelines, organization }),
  ]);
}

/** When each pipeline is muted, apart from what is over. */
function maintenanceSettings(catalog: Catalog, asOf: Temporal.Instant): (readonly [string, string])[] {
  return catalog.pipelines.map((pipeline) => {
    const { timeZone } = officeOf(catalog, pipeline);
    const times = (pipeline.maintenance ?? []).filter(({ until }) => isBefore(asOf, until));
    return [
      `maintenance of ${pipeline.id}`,
      times.map((each) => rangeText(each, timeZone)).join('; ') || 'none',
    ];
  });
}

function channelSettings({
  pipelines,
  organization,
}: Pick<Catalog, 'pipelines' | 'organization'>): (readonly [string, string])[] {
  return pipelines.map((pipeline) => [
    `channels of ${pipeline.id}`,
    channelsOf(pipeline, organization).join(', ') || 'none',
  ]);
}

/** The keys that the organization and its offices share. */
function officeSettings(prefix: string, office: Omit<Office, 'calendar'>): (readonly [string, string])[] {
  const { timeZone, workingWeek, restDays, officeHours } = office;
  return [
    [`${prefix}timeZone`, timeZone],
    [`${prefix}workingWeek`, workingWeek.join(', ')],
    [`${prefix}restDay`, restDays.join(', ') || 'none'],
    [`${prefix}officeHours`, `${clock(officeHours.from)} until ${clock(officeHours.until)}`],
  ];
}

function clock(time: Temporal.PlainTime): string {
  return time.toString({ smallestUnit: 'minute' });
}
