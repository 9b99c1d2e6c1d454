import { Temporal } from 'temporal-polyfill';
import { type Catalog, type NamedOffice, type Person, type Rotation, WEEKDAYS } from '../src/catalog';

const SOURCE = { file: 'bench', line: 1, column: 1 };

/** Zone, beginning and end of each of a triple, by its own clock; the last one spans the weeks in which only one side of the ocean has changed its clocks. */
const TRIPLE = [
  ['Europe/Berlin', '06:00', '12:00'],
  ['Europe/London', '11:00', '17:00'],
  ['America/New_York', '12:00', '01:00'],
] as const;

/**
 * The same rotations in fours: three that follow the sun through three offices, and a backup at
 * all hours, who is never the person on duty.
 */
export function followTheSun(catalog: Catalog): Catalog {
  const { organization, holidays, holidayYears } = catalog;
  const { workingWeek, restDays, officeHours } = organization;
  const calendar = { holidays, years: holidayYears };
  const offices = TRIPLE.map(([timeZone], index): NamedOffice => {
    const id = `office-${index}`;
    return { id, name: timeZone, timeZone, workingWeek, restDays, officeHours, calendar, source: SOURCE };
  });
  const people = catalog.people.map((person, index) => {
    const office = offices[index % TRIPLE.length];
    return office === undefined ? person : { ...person, office };
  });
  const byId = new Map(people.map((person) => [person.id, person]));
  const placed = (person: Person) => byId.get(person.id) ?? person;
  const rotations = catalog.rotations.map((rotation, index): Rotation => {
    const versions = rotation.versions.map((each) => ({ ...each, order: each.order.map(placed) }));
    const own = { ...rotation, versions, pipelines: [`pipeline-${Math.floor(index / 4)}`] };
    const [office, hours] = [offices[index % 4], TRIPLE[index % 4]];
    if (office === undefined || hours === undefined) return { ...own, duty: 'backup' };
    const [from, until] = [Temporal.PlainTime.from(hours[1]), Temporal.PlainTime.from(hours[2])];
    return { ...own, office, handOff: { day: 'monday', at: from }, hours: { days: WEEKDAYS, from, until } };
  });
  return {
    ...catalog,
    organization: { ...organization, timeZone: 'Europe/Berlin', duties: ['on-duty', 'backup'] },
    offices,
    people,
    rotations,
    leave: catalog.leave.map((leave) => ({ ...leave, person: placed(leave.person) })),
  };
}
