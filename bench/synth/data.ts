import type { DataFiles } from '../../src/catalog';

/** What is measured: everything is planned from this moment on, so every run writes the same. */
export const AS_OF = '2026-11-23T00:00:00+08:00';

const TEAMS = 20;
const PEOPLE = 40;
const PIPELINES_A_ROTATION = 10;

/** The keys of a rule of each kind. */
const KINDS: readonly (readonly [kind: string, keys: string])[] = [
  ['deadline', 'by: "09:00", '],
  ['discrepancy', 'metrics: [total_profit], tolerancePercent: 1, '],
  ['freshness', 'maxLag: 16h, '],
  ['trend', 'metrics: [active_users], deviationPercent: 30, weeks: 8, '],
  ['failure', ''],
  ['duration', 'longerThan: 2h, '],
  ['range', 'metrics: [growth_pct], min: 0, max: 50, '],
  ['missing', 'metrics: [growth_pct], '],
];

const HOLIDAYS: readonly (readonly [id: string, date: string])[] = [
  ['deepavali', '2026-11-08'],
  ['winter-day', '2026-12-11'],
  ['christmas', '2026-12-25'],
  ['new-year', '2027-01-01'],
  ['thaipusam', '2027-01-22'],
  ['federal-territory-day', '2027-02-01'],
  ['chinese-new-year', '2027-02-06'],
];

/**
 * A data folder in memory: so many pipelines with three alerts each, one in five of
 * them in office hours only, a rotation of four to six people for every ten on call.
 * @param others people beside the 40 who are in rotations
 */
export function dataFilesOf(pipelines: number, others = 0): DataFiles {
  const ids = Array.from({ length: pipelines }, (_, index) => index);
  const files = new Map<string, string>([
    ['organization.yaml', organization(others)],
    ['pipelines.yaml', ids.map(pipeline).join('')],
    ['rotations.yaml', rotations(ids.filter(isOnCall))],
    ['leave.yaml', leave()],
    ...['2026', '2027'].map((year) => [`holidays/${year}.yaml`, holidays(year)] as const),
    ...ids.map((index) => [`runbooks/p-${index}.md`, runbook(index)] as const),
  ]);
  const encoder = new TextEncoder();
  return new Map([...files].map(([path, text]) => [path, encoder.encode(text)]));
}

function isOnCall(index: number): boolean {
  return index % 5 !== 4;
}

function organization(others: number): string {
  const teams = Array.from(
    { length: TEAMS },
    (_, index) =>
      `  t-${index}: { name: Team ${index}, desk: { name: Desk ${index}, email: desk-${index}@xyz-tech.example } }\n`,
  );
  const people = Array.from({ length: PEOPLE }, (_, index) => {
    const observes = HOLIDAYS[index % HOLIDAYS.length]?.[0];
    return `  person-${index}: { name: Person ${index}, team: t-${index % TEAMS}, email: person-${index}@xyz-tech.example, observes: [${observes}] }\n`;
  });
  const more = Array.from(
    { length: others },
    (_, index) =>
      `  more-${index}: { name: More ${index}, team: t-${index % TEAMS}, email: more-${index}@xyz-tech.example }\n`,
  );
  return `name: XYZ Tech
timeZone: Asia/Kuala_Lumpur
workingWeek: [monday, tuesday, wednesday, thursday, friday]
officeHours: { from: "09:00", until: "18:00" }
handOff: { day: monday, at: "09:00" }
runbooksUrl: https://runbooks.example/data/runbooks
escalation:
  steps:
    - { notify: primary, for: 15m }
    - { notify: on-duty, for: 30m }
  repeat: 2
teams:
${teams.join('')}people:
${people.join('')}${more.join('')}`;
}

function pipeline(index: number): string {
  const owners = `primary: t-${index % TEAMS}, secondary: t-${(index + 1) % TEAMS}`;
  return `p-${index}: { name: Pipeline ${index}, coverage: ${isOnCall(index) ? 'on-call' : 'office-hours'}, ${owners} }\n`;
}

function rotations(onCall: readonly number[]): string {
  const count = Math.ceil(onCall.length / PIPELINES_A_ROTATION);
  return Array.from({ length: count }, (_, index) => {
    const served = onCall.slice(index * PIPELINES_A_ROTATION, (index + 1) * PIPELINES_A_ROTATION);
    const size = 4 + (index % 3);
    const order = Array.from({ length: size }, (_, place) => `person-${(index * 7 + place) % PEOPLE}`);
    return `r-${index}:
  name: Rotation ${index}
  pipelines: [${served.map((id) => `p-${id}`).join(', ')}]
  versions:
    - { from: 2026-01-05, order: [${order.join(', ')}] }
`;
  }).join('');
}

/** Two leaves a person: three days in December, an afternoon in January. */
function leave(): string {
  return Array.from({ length: PEOPLE }, (_, index) => {
    const day = String(1 + (index % 20)).padStart(2, '0');
    const last = String(3 + (index % 20)).padStart(2, '0');
    return `- { person: person-${index}, from: 2026-12-${day}, until: 2026-12-${last} }
- { person: person-${index}, from: 2027-01-${day}T13:00, until: 2027-01-${day} }
`;
  }).join('');
}

function holidays(year: string): string {
  return HOLIDAYS.filter(([, date]) => date.startsWith(year))
    .map(([id, date]) => `- { id: ${id}, name: Holiday ${id}, date: ${date}, status: gazetted }\n`)
    .join('');
}

function runbook(index: number): string {
  const rules = [0, 1, 2].map((place) => KINDS[(index * 3 + place) % KINDS.length] ?? KINDS[0]);
  const alerts = rules.map(
    (rule) => `  - { id: ${rule?.[0]}-alert, kind: ${rule?.[0]}, ${rule?.[1]}failureClass: data }\n`,
  );
  const sections = rules.map(
    (rule) => `### ${rule?.[0]} alert

**Meaning.** What pipeline ${index} computes cannot be used until a run succeeds.

**Check.** Find out where it went wrong:

1. Open the scheduler's run log of pipeline ${index} for the business date.
2. See whether its source systems answer.
3. Compare the result with that of the last successful run.

**Repair.** Do what fits the cause:

1. Start the run again when the source systems answer.
2. Hand over to the person on duty if the new run fails too.

`,
  );
  return `---
pipeline: p-${index}
${isOnCall(index) ? 'escalation: [primary, on-duty]\n' : ''}alerts:
${alerts.join('')}---
# Pipeline ${index}

## Description

It computes figures for a dashboard.

## Critical inputs

- Events of the day.

## Critical outputs

- A table of figures.

## Common failures

- Events come late.

## Monitoring alerts

${sections.join('')}## Escalation

${isOnCall(index) ? '1. The primary owner.\n2. The person on duty.\n' : 'Nobody is paged.\n'}`;
}
