import type { Temporal } from 'temporal-polyfill';
import type { Organization } from '../../../catalog';
import type { Comparison } from './comparison';
import type { SettingChange } from './diff';

/** Changed keys of `organization.yaml`, apart from its escalation (see pipelines) and its people (see shifts). */
export function settingChanges({ before, after }: Comparison): SettingChange[] {
  const was = settingsOf(before.catalog.organization);
  return [...settingsOf(after.catalog.organization)].flatMap(([key, is]) => {
    const old = was.get(key);
    return old === undefined || old === is ? [] : [{ key, before: old, after: is }];
  });
}

function settingsOf(organization: Organization): ReadonlyMap<string, string> {
  const { officeHours, handOff } = organization;
  return new Map([
    ['name', organization.name],
    ['timeZone', organization.timeZone],
    ['workingWeek', organization.workingWeek.join(', ')],
    ['restDay', organization.restDays.join(', ') || 'none'],
    ['officeHours', `${clock(officeHours.from)} until ${clock(officeHours.until)}`],
    ['handOff', `${handOff.day} ${clock(handOff.at)}`],
    ['runbooksUrl', organization.runbooksUrl],
    ['pagerDutyUrl', organization.pagerDutyUrl],
    ['horizon', `${organization.horizonDays} days`],
  ]);
}

function clock(time: Temporal.PlainTime): string {
  return time.toString({ smallestUnit: 'minute' });
}
