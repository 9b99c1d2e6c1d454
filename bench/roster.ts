/**
 * How long rosters take: rotations of four to six people with weekly turns over several
 * years, about ten leaves per person and year, and the holidays that each person observes.
 * `npm run bench:roster`
 */
import { Temporal } from 'temporal-polyfill';
import type { Catalog, Holiday, Leave, Organization, Person, Rotation, Team } from '../src/catalog';
import { rosterOfCatalog } from '../src/roster';
import { followTheSun } from './rosterShapes';
import { bound, SMALL } from './support/bounds';
import { median, printTable } from './support/figures';

const SOURCE = { file: 'bench', line: 1, column: 1 };
const ZONE = 'Asia/Kuala_Lumpur';
const BEGIN = Temporal.PlainDate.from('2026-01-05');
const ROTATIONS = SMALL ? [10] : [100, 300, 1000];
const YEARS = SMALL ? [1] : [1, 3, 5];
const RUNS = 5;
/** For all rotations over all years, at the largest size. */
const HIGHEST_SECONDS = 1;
/** The same for follow-the-sun triples with backups. */
const HIGHEST_SECONDS_OF_SHAPES = 3;

const organization: Organization = {
  name: 'XYZ Tech',
  timeZone: ZONE,
  workingWeek: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
  restDays: ['sunday'],
  officeHours: { from: Temporal.PlainTime.from('09:00'), until: Temporal.PlainTime.from('18:00') },
  handOff: { day: 'monday', at: Temporal.PlainTime.from('09:00') },
  runbooksUrl: 'https://runbooks.example',
  pagerDutyUrl: 'https://xyz-tech.pagerduty.com',
  duties: ['on-duty'],
  horizonDays: 84,
  escalation: { steps: [], repeat: 0 },
  source: SOURCE,
  horizonSource: SOURCE,
};
const team: Team = { id: 'de', name: 'Data Engineering', source: SOURCE };

/** A linear congruential generator: the same numbers in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function holidaysOf(years: number): Holiday[] {
  const random = numbers(7);
  return Array.from({ length: years * 18 }, (_, index) => ({
    id: `holiday-${index % 18}`,
    name: `Holiday ${index % 18}`,
    date: Temporal.PlainDate.from({ year: BEGIN.year + Math.floor(index / 18), month: 1, day: 1 }).add({
      days: random(365),
    }),
    status: 'gazetted',
    source: SOURCE,
  }));
}

function leavesOf(person: Person, years: number, random: (below: number) => number): Leave[] {
  return Array.from({ length: years * 10 }, () => {
    const from = BEGIN.add({ days: random(years * 365) });
    const until = from.add({ days: 1 + random(4) });
    const startOf = (date: Temporal.PlainDate) => date.toZonedDateTime(ZONE).toInstant();
    return { person, from: startOf(from), until: startOf(until), emergency: false, source: SOURCE };
  });
}

function catalogOf(rotations: number, years: number): Catalog {
  const random = numbers(42);
  const people: Person[] = Array.from({ length: rotations }, (_, index) => ({
    id: `person-${index}`,
    name: `Person ${index}`,
    team,
    email: `person-${index}@xyz-tech.example`,
    observes: Array.from({ length: 5 }, () => `holiday-${random(18)}`),
    source: SOURCE,
  }));
  const rotation = (index: number): Rotation => {
    const order = new Set<Person>();
    const size = 4 + random(3);
    while (order.size < size) {
      const person = people[random(people.length)];
      if (person !== undefined) order.add(person);
    }
    const versions = [{ from: BEGIN, order: [...order], source: SOURCE }];
    const { handOff } = organization;
    return {
      id: `rotation-${index}`,
      name: '',
      pipelines: [],
      duty: 'on-duty',
      handOff,
      turnDays: 7,
      versions,
      source: SOURCE,
    };
  };
  return {
    organization,
    offices: [],
    teams: [team],
    people,
    pipelines: [],
    rotations: Array.from({ length: rotations }, (_, index) => rotation(index)),
    leave: people.flatMap((person) => leavesOf(person, years, random)),
    holidays: holidaysOf(years),
    holidayYears: [],
    failureClassesPage: false,
  };
}

/**
 * The median processor time of several runs after a warm-up, which a busy machine changes less than
 * the time on the wall, and how many shifts a run computes.
 */
function measure(catalog: Catalog, years: number): { milliseconds: number; shifts: number } {
  const from = BEGIN.toZonedDateTime(ZONE);
  const window = { from: from.toInstant(), until: from.add({ years }).toInstant() };
  const times: number[] = [];
  let shifts = 0;
  for (let run = 0; run <= RUNS; run += 1) {
    const begin = process.cpuUsage();
    const rosters = rosterOfCatalog(catalog, window);
    const { user, system } = process.cpuUsage(begin);
    if (run > 0) times.push((user + system) / 1000);
    shifts = rosters.reduce((sum, roster) => sum + roster.shifts.length, 0);
  }
  return { milliseconds: median(times), shifts };
}

/** Prints a row per size; returns the last row's seconds. */
function table(shape: (catalog: Catalog) => Catalog): number {
  measure(shape(catalogOf(SMALL ? 10 : 300, SMALL ? 1 : 3)), SMALL ? 1 : 3);
  const measured = ROTATIONS.flatMap((rotations) =>
    YEARS.map((years) => ({ rotations, years, ...measure(shape(catalogOf(rotations, years)), years) })),
  ).map((each) => ({ ...each, perShift: each.milliseconds / each.shifts }));
  const [first] = measured;
  printTable(
    ['rotations', 'years', 'shifts', 'processor ms', 'µs per shift', 'ratio to the first row'],
    measured.map(({ rotations, years, shifts, milliseconds, perShift }) => [
      rotations,
      years,
      shifts,
      milliseconds.toFixed(1),
      (perShift * 1000).toFixed(2),
      (perShift / (first?.perShift ?? Number.NaN)).toFixed(2),
    ]),
  );
  return (measured.at(-1)?.milliseconds ?? Number.NaN) / 1000;
}

console.log('simple rotations');
bound(
  'processor seconds of the largest roster',
  table((catalog) => catalog),
  HIGHEST_SECONDS,
);
console.log('\nin fours: three that follow the sun, and a backup');
bound('processor seconds of the largest roster', table(followTheSun), HIGHEST_SECONDS_OF_SHAPES);
