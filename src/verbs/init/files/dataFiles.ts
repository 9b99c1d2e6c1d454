import type { EscalationText, TeamData } from '../teamData';
import { inlineYaml, type Value } from '../yamlText';
import { runbookStub } from './runbookStub';

/** Files of a new repository, by their path in it. */
export type Files = ReadonlyMap<string, string>;

const FOLDER = 'data';

/** The data folder of a new repository. */
export function dataFiles(team: TeamData): Files {
  return new Map([
    [`${FOLDER}/organization.yaml`, organization(team)],
    [`${FOLDER}/pipelines.yaml`, pipelines(team)],
    [`${FOLDER}/rotations.yaml`, rotations(team)],
    [`${FOLDER}/leave.yaml`, LEAVE],
    ...team.years.map((year) => [`${FOLDER}/holidays/${year}.yaml`, holidays(year)] as const),
    ...team.pipelines.map(
      ({ id, name, escalation = team.escalation }) =>
        [
          `${FOLDER}/runbooks/${id}.md`,
          runbookStub({
            id,
            name,
            escalation: escalation.steps.map(({ notify }) => notify),
            by: OFFICE_HOURS.from,
            schemas: `../${SCHEMAS}`,
          }),
        ] as const,
    ),
  ]);
}

/** The JSON Schemas for editors, seen from the data folder. */
const SCHEMAS = '../node_modules/watchbill/schemas';
const OFFICE_HOURS = { from: '09:00', until: '18:00' };

const schemaLine = (name: string, folder = SCHEMAS) =>
  `# yaml-language-server: $schema=${folder}/${name}.schema.json\n`;

function organization({
  name,
  timeZone,
  handOff,
  escalation,
  duties = [],
  offices = [],
  teams,
  people,
}: TeamData): string {
  return `${schemaLine('organization')}name: ${inlineYaml(name)}
timeZone: ${inlineYaml(timeZone)}
workingWeek: [monday, tuesday, wednesday, thursday, friday]
restDay: none # or days whose holidays move to the next working day, e.g. sunday
officeHours: ${inlineYaml(OFFICE_HOURS)}
handOff: ${inlineYaml({ day: handOff.day, at: handOff.at })}

# Edit this: where runbooks are read. Every alert links to its own section there.
runbooksUrl: https://github.com/OWNER/REPOSITORY/blob/main/data/runbooks

# Who is paged, and how long before the next step. A pipeline's own \`escalation\` replaces it.
escalation:
${escalationLines(escalation, '  ')}
${duties.length === 0 ? '' : `\n# What people are on call as; the first answers first.\nduties: ${inlineYaml(duties)}\n`}${offices.length === 0 ? '' : `\n# Places with a clock of their own; keys that one leaves out are as above.\noffices:\n${offices.map(({ id, ...office }) => `  ${id}: ${inlineYaml(office)}\n`).join('')}`}
teams:
${teams.map((team) => `  ${team.id}: ${inlineYaml({ name: team.name })}\n`).join('')}
# Edit this: e-mail addresses are PagerDuty log-ins, spelled as PagerDuty shows them.
# \`observes\` lists the holidays that somebody takes off, e.g. [new-year], or all.
people:
${people.map(({ id, ...person }) => `  ${id}: ${inlineYaml(person)}\n`).join('')}`;
}

function escalationLines({ steps, repeat }: EscalationText, indent: string): string {
  const lines = steps.map(({ notify, for: waits }) => {
    const targets = notify.length === 1 ? (notify[0] ?? '') : notify;
    return `  - ${inlineYaml({ notify: targets, for: waits })}`;
  });
  return ['steps:', ...lines, `repeat: ${repeat}`].map((line) => `${indent}${line}`).join('\n');
}

function pipelines(team: TeamData): string {
  const entries = team.pipelines.map(
    ({ id, name, primary, secondary, escalation }) => `${id}:
  name: ${inlineYaml(name)}
  coverage: on-call # or office-hours: nobody is paged, both owners get mail
  primary: ${primary}
  secondary: ${secondary}
${escalation === undefined ? '' : `  escalation:\n${escalationLines(escalation, '    ')}\n`}`,
  );
  return `${schemaLine('pipelines')}\n${entries.length === 0 ? '{}\n' : entries.join('')}`;
}

function rotations(team: TeamData): string {
  const entries = team.rotations.map(
    ({ id, name, pipelines: served, turn, versions, duty, office, handOff, hours }) => `${id}:
  name: ${inlineYaml(name)}
  pipelines: ${inlineYaml(served)}
${keyLines({ duty, office, handOff, hours })}  turn: ${turn}
  versions:
${versions.map(({ from, order }) => `    - from: ${from.toString()}\n      order: ${inlineYaml(order)}\n`).join('')}`,
  );
  return `${schemaLine('rotations')}
# To change the order, add a version at the end of the list, and leave the old ones as they are:
# \`from\` is the day of the hand-off at which it takes over.
${entries.length === 0 ? '{}\n' : entries.join('')}`;
}

/** The keys that have a value, one per line. */
function keyLines(keys: Readonly<Record<string, object | string | undefined>>): string {
  return Object.entries(keys)
    .map(([key, value]) => (value === undefined ? '' : `  ${key}: ${inlineYaml(value as Value)}\n`))
    .join('');
}

const LEAVE = `${schemaLine('leave')}
# Who is away, never why. Whole local days, both included, or clock times:
# - { person: ID, from: 2026-12-21, until: 2026-12-23 }
# - { person: ID, from: 2026-12-24T13:00, until: 2026-12-25T09:00, emergency: true }
[]
`;

function holidays(year: number): string {
  return `${schemaLine('holidays', `../${SCHEMAS}`)}
# No holiday is listed yet, so until you list those of ${year}, all of its weekdays are working days:
# - { id: new-year, name: New Year's Day, date: ${year}-01-01, status: gazetted }
# Write them in place of the brackets below; until then, \`npx watchbill check\` warns.
[]
`;
}
