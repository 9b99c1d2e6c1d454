import type { Temporal } from 'temporal-polyfill';
import { WEEKDAYS, type Weekday } from '../../catalog/model/weekday';
import type { Answers } from './answers';
import { Ids } from './ids';
import type { TeamData } from './teamData';

/** How far covers are planned by default, and how long before that a warning asks for the next year's file. */
const AHEAD = { days: 84 + 28 };
const TEAM = { id: 'data', name: 'Data team' };
const DUTY = 'on-duty';

/**
 * The data of a new repository: everybody is in one rotation, which serves all pipelines; the owners
 * come after it.
 * @param now decides which turn is running, and which years have a holiday file
 */
export function newTeam(
  { name, timeZone, handOff, people, pipelines }: Answers,
  now: Temporal.Instant,
): TeamData {
  const today = dateIn(timeZone, now);
  const ids = new Ids([TEAM.id, DUTY]);
  const members = people.map((person) => {
    const id = ids.of(person.name, 'person');
    return { id, name: person.name, team: TEAM.id, email: person.email ?? `${id}@example.com` };
  });
  const pipelineIds = new Ids();
  const owner = (at: number) => members[at % members.length]?.id ?? '';
  const served = pipelines.map((each, at) => ({
    id: pipelineIds.of(each, 'pipeline'),
    name: each,
    primary: owner(at),
    secondary: owner(at + 1),
  }));
  return {
    name,
    timeZone,
    handOff,
    escalation: {
      steps: [
        { notify: [DUTY], for: '15m' },
        { notify: ['primary', 'secondary'], for: '30m' },
      ],
      repeat: 2,
    },
    teams: [TEAM],
    people: members,
    pipelines: served,
    rotations: [
      {
        id: 'on-call',
        name: 'On call',
        pipelines: served.map(({ id }) => id),
        turn: '7d',
        versions: [{ from: lastHandOff(handOff.day, today), order: members.map(({ id }) => id) }],
      },
    ],
    years: yearsFrom(today),
  };
}

/** The years that a roster from a day on needs. */
export function yearsFrom(today: Temporal.PlainDate): readonly number[] {
  const last = today.add(AHEAD).year;
  return last === today.year ? [last] : [today.year, last];
}

/** The local day of an instant; in UTC if there is no such zone, which the catalog reports. */
export function dateIn(timeZone: string, now: Temporal.Instant): Temporal.PlainDate {
  try {
    return now.toZonedDateTimeISO(timeZone).toPlainDate();
  } catch {
    return now.toZonedDateTimeISO('UTC').toPlainDate();
  }
}

/** The last hand-off day before today, so that somebody is on call for all of today. */
function lastHandOff(day: string, today: Temporal.PlainDate): Temporal.PlainDate {
  const index = WEEKDAYS.indexOf(day as Weekday);
  const back = (today.dayOfWeek - 1 - Math.max(index, 0) + 7) % 7 || 7;
  return today.subtract({ days: back });
}
