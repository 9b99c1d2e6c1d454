import type * as z from 'zod';
import { emailKey } from '../../text/email';
import type { Location } from '../diagnostic';
import type { NamedOffice } from '../model/office';
import type { Person, Team } from '../model/owner';
import { person as personSchema, team as teamSchema } from '../schema/organization';
import type { Path } from '../yaml/parseYaml';
import { isUnknown, type Known, reportUnknown } from './known';
import type { Calendars, Holidays } from './readHolidays';
import type { Reading } from './reading';
import { namedOffice } from './readOffices';
import { checkUniqueNames, type Named } from './uniqueNames';
import type { YamlFile } from './yamlFile';

type ReadTeams = Readonly<Record<string, z.output<typeof teamSchema>>>;
/** The offices that people may work in, and their holidays. */
interface Places {
  readonly calendars: Calendars;
  readonly offices: Known<NamedOffice>;
}

type ReadPeople = Readonly<Record<string, z.output<typeof personSchema>>>;

/** Reads the teams and people of `organization.yaml`. */
export function readOwners(
  reading: Reading,
  file: YamlFile,
  read: { readonly teams: ReadTeams; readonly people: ReadPeople } | undefined,
  places: Places,
): { readonly teams: Known<Team>; readonly people: Known<Person> } {
  const teams = readTeams(file, read?.teams);
  const people = readPeople(reading, file, read?.people, teams, places);
  for (const id of people?.keys() ?? []) {
    if (!teams?.has(id)) continue;
    reading.problems.error(file.keyAt(['people', id]), {
      code: 'IDEN001',
      message: 'this id is already used by a team',
      value: id,
      wayOut: 'rename one: an owner is a person or a team, so their ids must differ',
    });
  }
  checkNames(reading, file, teams, people);
  checkEmails(reading, file, teams, people);
  return { teams, people };
}

function readTeams(file: YamlFile, read: ReadTeams | undefined): Known<Team> {
  const entries = file.mapEntries(teamSchema, ['teams'], read);
  if (entries === undefined) return undefined;
  const teams = new Map<string, Team | undefined>();
  for (const [id, { path, value }] of entries) {
    if (value === undefined) teams.set(id, undefined);
    else {
      const { name, desk, channels } = value;
      teams.set(id, {
        id,
        name,
        ...(desk && { desk }),
        ...(channels && { channels }),
        source: file.keyAt(path),
      });
    }
  }
  return teams;
}

function readPeople(
  reading: Reading,
  file: YamlFile,
  read: ReadPeople | undefined,
  teams: Known<Team>,
  { calendars, offices }: Places,
): Known<Person> {
  const entries = file.mapEntries(personSchema, ['people'], read);
  if (entries === undefined) return undefined;
  const people = new Map<string, Person | undefined>();
  for (const [id, { path, value }] of entries) {
    people.set(id, undefined);
    if (value === undefined) continue;
    const { name, email, observes = [], left } = value;
    if (isUnknown(value.team, teams)) {
      const reference = { code: 'PEOP001', id: value.team, noun: 'team', nouns: 'teams' } as const;
      reportUnknown(reading.problems, file.at([...path, 'team']), reference, teams);
    }
    const office = namedOffice(reading, file, [...path, 'office'], value.office, offices);
    const isPlaced = value.office === undefined || office !== undefined;
    if (observes !== 'all' && isPlaced) {
      const { ids } = calendarOf(office, calendars);
      observes.forEach((holiday, index) => {
        if (!isUnknown(holiday, ids)) return;
        const reference = { code: 'PEOP003', id: holiday, noun: 'holiday', nouns: 'holidays' } as const;
        reportUnknown(reading.problems, file.at([...path, 'observes', index]), reference, ids);
      });
    }
    const team = teams?.get(value.team);
    if (team !== undefined && isPlaced) {
      people.set(id, {
        id,
        name,
        team,
        email,
        observes,
        ...(office && { office }),
        ...(left && { left }),
        source: file.keyAt(path),
      });
    }
  }
  return people;
}

/** The calendar of an office; without one, the organization's own. */
function calendarOf(office: NamedOffice | undefined, { own, named }: Calendars): Holidays {
  return named.get(office?.calendar.id ?? '') ?? own;
}

/** Checks the names of teams, desks and people together: they appear in the same lists. */
function checkNames(reading: Reading, file: YamlFile, teams: Known<Team>, people: Known<Person>): void {
  // Checked even if another key of the entry has a problem, so that one run reports everything.
  const named = (path: Path, kin?: string): Named[] => {
    const name = file.peek(personSchema.shape.name, path);
    return name === undefined ? [] : [{ name, location: file.at(path), ...(kin && { kin }) }];
  };
  const all = [
    ...[...(teams?.keys() ?? [])].flatMap((id) => [
      ...named(['teams', id, 'name'], id),
      ...named(['teams', id, 'desk', 'name'], id),
    ]),
    ...[...(people?.keys() ?? [])].flatMap((id) => named(['people', id, 'name'])),
  ];
  checkUniqueNames(reading.problems, all.sort(byPlace), 'owner');
}

/** Reports a log-in that is used twice: to PagerDuty both would be the same user. */
function checkEmails(reading: Reading, file: YamlFile, teams: Known<Team>, people: Known<Person>): void {
  const uses = [
    ...[...(teams?.entries() ?? [])].map(([id, team]) => ({
      email: team?.desk?.email,
      location: file.at(['teams', id, 'desk', 'email']),
    })),
    ...[...(people?.entries() ?? [])].map(([id, person]) => ({
      email: person?.email,
      location: file.at(['people', id, 'email']),
    })),
  ].sort(byPlace);
  const seen = new Map<string, Location>();
  for (const { email, location } of uses) {
    if (email === undefined) continue;
    const first = seen.get(emailKey(email));
    if (first === undefined) seen.set(emailKey(email), location);
    else {
      reading.problems.error(location, {
        code: 'PEOP002',
        message: `this e-mail is already used on line ${first.line}`,
        value: email,
        wayOut: 'give everybody their own log-in: PagerDuty identifies users by e-mail, ignoring case',
      });
    }
  }
}

function byPlace(a: { readonly location: Location }, b: { readonly location: Location }): number {
  return a.location.line - b.location.line || a.location.column - b.location.column;
}
