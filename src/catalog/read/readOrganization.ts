import type { Location } from '../diagnostic';
import type { Escalation } from '../model/escalation';
import type { NamedOffice } from '../model/office';
import type { Organization } from '../model/organization';
import type { Person, Team } from '../model/owner';
import { organization as schema } from '../schema/organization';
import { checkSiteUrl } from './checkSiteUrl';
import { OWNER_WORDS, stepsOf } from './escalationOf';
import type { Known } from './known';
import { openYaml } from './openYaml';
import type { Calendars } from './readHolidays';
import type { Reading } from './reading';
import { readOffices } from './readOffices';
import { readOwners } from './readOwners';
import { checkOfficeHours, checkRestDays, restDaysOf, weekOf } from './workTimes';
import type { YamlFile } from './yamlFile';

/** The contents of `organization.yaml`; a part with a problem, which is reported, is undefined. */
export interface OrganizationFacts {
  readonly organization: Organization | undefined;
  readonly timeZone: string | undefined;
  readonly handOff: Organization['handOff'] | undefined;
  readonly duties: readonly string[] | undefined;
  /** Where each duty is. */
  readonly dutySources: readonly Location[];
  readonly offices: Known<NamedOffice>;
  readonly escalation: Escalation | undefined;
  readonly teams: Known<Team>;
  readonly people: Known<Person>;
}

const NOTHING: OrganizationFacts = {
  organization: undefined,
  timeZone: undefined,
  handOff: undefined,
  duties: undefined,
  dutySources: [],
  offices: undefined,
  escalation: undefined,
  teams: undefined,
  people: undefined,
};

/** Reads `organization.yaml`. */
export function readOrganization(reading: Reading, calendars: Calendars): OrganizationFacts {
  const file = openYaml(reading, 'organization.yaml');
  if (file === undefined) return NOTHING;
  const whole = file.read(schema);
  const { shape } = schema;
  const timeZone = file.peek(shape.timeZone, ['timeZone']);
  const workingWeek = file.peek(shape.workingWeek, ['workingWeek']);
  const officeHours = file.peek(shape.officeHours, ['officeHours']);
  const restDay = file.peek(shape.restDay, ['restDay']);
  const own = {
    ...(timeZone && { timeZone }),
    ...(workingWeek && { workingWeek: weekOf(workingWeek) }),
    ...(officeHours && { officeHours }),
    ...(restDay && { restDays: weekOf(restDaysOf(restDay)) }),
    calendar: { holidays: calendars.own.holidays, years: calendars.own.years },
  };
  checkSiteUrl(reading, file, file.peek(shape.siteUrl, ['siteUrl']));
  checkOfficeHours(reading, file, []);
  checkRestDays(reading, file, []);
  const offices = readOffices(reading, file, whole?.offices, own, calendars);
  const duties = file.peek(shape.duties, ['duties']);
  const owners = readOwners(reading, file, whole, { calendars, offices });
  checkDuties(reading, file, duties, owners);
  const given = file.peek(shape.escalation, ['escalation']);
  const steps = given && stepsOf(reading, file, ['escalation', 'steps'], given.steps, { duties, ...owners });
  const escalation = given && steps && { steps, repeat: given.repeat };
  const facts = {
    timeZone,
    handOff: file.peek(shape.handOff, ['handOff']),
    duties,
    dutySources: (duties ?? []).map((_, index) => file.at(['duties', index])),
    offices,
    escalation,
    ...owners,
  };
  if (whole === undefined || escalation === undefined) return { organization: undefined, ...facts };
  const {
    horizon,
    siteUrl,
    restDay: _restDay,
    offices: _offices,
    teams: _teams,
    people: _people,
    ...rest
  } = whole;
  const organization: Organization = {
    ...rest,
    ...(siteUrl !== undefined && { siteUrl }),
    workingWeek: weekOf(whole.workingWeek),
    restDays: weekOf(restDaysOf(whole.restDay)),
    horizonDays: horizon,
    escalation,
    source: file.keyAt([]),
    horizonSource: file.raw(['horizon']) === undefined ? file.keyAt([]) : file.at(['horizon']),
  };
  return { organization, ...facts };
}

/** Escalation steps name duties, people and teams by id, so these ids must differ, and must not be `primary` or `secondary`. */
function checkDuties(
  reading: Reading,
  file: YamlFile,
  duties: readonly string[] | undefined,
  { teams, people }: { readonly teams: Known<Team>; readonly people: Known<Person> },
): void {
  duties?.forEach((id, index) => {
    const others = [...(people?.has(id) ? ['a person'] : []), ...(teams?.has(id) ? ['a team'] : [])];
    if (others.length === 0) return;
    reading.problems.error(file.at(['duties', index]), {
      code: 'IDEN001',
      message: `this id is already used by ${others.join(' and ')}`,
      value: id,
      wayOut: 'rename one: an escalation step names duties, people and teams by their ids',
    });
  });
  const reserved = [
    ...(duties ?? []).map((id, index) => ({ id, location: file.at(['duties', index]) })),
    ...[...(people?.keys() ?? [])].map((id) => ({ id, location: file.keyAt(['people', id]) })),
    ...[...(teams?.keys() ?? [])].map((id) => ({ id, location: file.keyAt(['teams', id]) })),
  ].filter(({ id }) => (OWNER_WORDS as readonly string[]).includes(id));
  for (const { id, location } of reserved) {
    reading.problems.error(location, {
      code: 'IDEN005',
      message: 'in an escalation this word means an owner of the pipeline',
      value: id,
      wayOut: 'choose another id',
    });
  }
}
