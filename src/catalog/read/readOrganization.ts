import { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import type { Escalation, Organization } from '../model/organization';
import type { Person, Team } from '../model/owner';
import { WEEKDAYS, type Weekday } from '../model/weekday';
import { organization as schema } from '../schema/organization';
import { escalationOf } from './escalationOf';
import type { Known } from './known';
import { openYaml } from './openYaml';
import type { Holidays } from './readHolidays';
import type { Reading } from './reading';
import { readOwners } from './readOwners';
import type { YamlFile } from './yamlFile';

/** What `organization.yaml` says; a part is undefined where it has a problem, which is reported. */
export interface OrganizationFacts {
  readonly organization: Organization | undefined;
  readonly timeZone: string | undefined;
  readonly handOff: Organization['handOff'] | undefined;
  readonly escalation: Escalation | undefined;
  readonly teams: Known<Team>;
  readonly people: Known<Person>;
}

/** Reads `organization.yaml`. */
export function readOrganization(reading: Reading, holidays: Holidays): OrganizationFacts {
  const file = openYaml(reading, 'organization.yaml');
  if (file === undefined) {
    return {
      organization: undefined,
      timeZone: undefined,
      handOff: undefined,
      escalation: undefined,
      teams: undefined,
      people: undefined,
    };
  }
  const whole = file.read(schema);
  const escalation = file.peek(schema.shape.escalation, ['escalation']);
  const facts = {
    timeZone: file.peek(schema.shape.timeZone, ['timeZone']),
    handOff: file.peek(schema.shape.handOff, ['handOff']),
    escalation: escalation && escalationOf(escalation),
    ...readOwners(reading, file, whole, holidays),
  };
  checkHours(reading, file);
  if (whole === undefined) return { organization: undefined, ...facts };
  const { officeHours, horizon, restDay, teams: _teams, people: _people, ...rest } = whole;
  const organization: Organization = {
    ...rest,
    workingWeek: WEEKDAYS.filter((day) => whole.workingWeek.includes(day)),
    restDays: WEEKDAYS.filter((day) => restDaysOf(restDay).includes(day)),
    officeHours,
    horizonDays: horizon,
    escalation: escalationOf(whole.escalation),
    source: file.keyAt([]),
    horizonSource: file.raw(['horizon']) === undefined ? file.keyAt([]) : file.at(['horizon']),
  };
  return { organization, ...facts };
}

function checkHours(reading: Reading, file: YamlFile): void {
  const hours = file.peek(schema.shape.officeHours, ['officeHours']);
  if (hours !== undefined && Temporal.PlainTime.compare(hours.from, hours.until) >= 0) {
    reading.problems.error(file.at(['officeHours', 'until']), {
      code: 'ORGA003',
      message: 'office hours end before they begin',
      value: file.raw(['officeHours', 'until']),
      wayOut: 'write a later time; office hours across midnight are not supported',
    });
  }
  const week = file.peek(schema.shape.workingWeek, ['workingWeek']);
  const restDay = file.peek(schema.shape.restDay, ['restDay']);
  if (week === undefined || restDay === undefined) return;
  const given = file.raw(['restDay']) !== undefined;
  restDaysOf(restDay).forEach((day, index) => {
    if (!week.includes(day)) return;
    const path = !given
      ? ['workingWeek', week.indexOf(day)]
      : Array.isArray(restDay)
        ? ['restDay', index]
        : ['restDay'];
    // A warning: a team may well work on the day whose holidays the law moves.
    reading.problems.warning(file.at(path), {
      code: 'ORGA004',
      message: `the rest day (${day}${given ? '' : ', the default'}) is a working day`,
      value: day,
      wayOut: 'remove it from workingWeek, or name another restDay, unless the law says so',
    });
  });
}

/** The key `restDay` as a list: one day, several, or none. */
function restDaysOf(given: z.output<typeof schema.shape.restDay>): readonly Weekday[] {
  if (given === 'none') return [];
  return typeof given === 'string' ? [given] : given;
}
