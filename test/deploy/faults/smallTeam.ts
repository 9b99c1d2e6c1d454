import type { DataFiles } from '../../../src/catalog';
import { handOff, TODAY } from '../team';

/** The first hand-off of the order that is running; the turn that comes next is Ada's. */
const FIRST_TURN = handOff(-2).toPlainDate();

/** A day of that turn, on which Ada is away, and the day after it. */
const AWAY = handOff(0).add({ days: 1 }).toPlainDate();
const DAY_AFTER = AWAY.add({ days: 1 });

const HOLIDAY = handOff(1).add({ days: 2 }).toPlainDate();

/** What of the team is another than at first. */
export interface Changes {
  /** Bo goes first from the next hand-off on, and is away on a day of that turn. */
  readonly newOrder?: boolean;
  readonly tolerancePercent?: number;
  readonly officeHoursUntil?: string;
  /** How long the first level has to acknowledge. */
  readonly firstStep?: string;
  /** Another rotation in the place of the one that there was. */
  readonly rotation?: { readonly id: string; readonly name: string };
}

/**
 * A team that is deployed in a second or two and has an object of every type: a pipeline
 * on call, one in office hours, a rotation of two people, a desk, a leave and a holiday.
 * Office hours are around the clock, so that no deploy needs to bridge the time until them.
 */
export function smallTeam(changes: Changes = {}): DataFiles {
  const { newOrder = false, tolerancePercent = 1, officeHoursUntil = '23:59', firstStep = '15m' } = changes;
  const { rotation = { id: 'watch', name: 'Watch' } } = changes;
  const order = newOrder ? `    - from: ${handOff(0).toPlainDate()}\n      order: [bo, ada]\n` : '';
  const leave = newOrder ? `- { person: bo, from: ${DAY_AFTER}, until: ${DAY_AFTER} }\n` : '';
  const texts: Record<string, string> = {
    'organization.yaml': `name: Small
timeZone: Asia/Kuala_Lumpur
workingWeek: [monday, tuesday, wednesday, thursday, friday, saturday, sunday]
restDay: none
officeHours: { from: "00:00", until: "${officeHoursUntil}" }
handOff: { day: monday, at: "09:00" }
runbooksUrl: https://git.small.example/runbooks
escalation:
  steps:
    - { notify: primary, for: ${firstStep} }
    - { notify: on-duty, for: 30m }
  repeat: 2
teams:
  data: { name: Data, desk: { name: Data desk, email: desk@small.example } }
people:
  ada: { name: Ada, team: data, email: ada@small.example }
  bo: { name: Bo, team: data, email: bo@small.example }
`,
    'pipelines.yaml': `profit:
  name: Profit
  coverage: on-call
  primary: data
  secondary: ada
trials:
  name: Trials
  coverage: office-hours
  primary: ada
  secondary: bo
`,
    'rotations.yaml': `${rotation.id}:
  name: ${rotation.name}
  pipelines: [profit]
  turn: 7d
  versions:
    - from: ${FIRST_TURN}
      order: [ada, bo]
${order}`,
    'leave.yaml': `- { person: ada, from: ${AWAY}, until: ${AWAY} }\n${leave}`,
    'runbooks/profit.md': `---
pipeline: profit
escalation: [primary, on-duty]
alerts:
  - { id: late, kind: deadline, by: "09:00", failureClass: processing }
  - { id: discrepancy, kind: discrepancy, metrics: [total], tolerancePercent: ${tolerancePercent}, failureClass: data }
---
${runbook('Profit', ['Late', 'Discrepancy'])}`,
    'runbooks/trials.md': `---
pipeline: trials
alerts:
  - { id: failed, kind: failure, failureClass: processing }
---
${runbook('Trials', ['Failed'])}`,
  };
  for (const year of [TODAY.year, TODAY.year + 1]) {
    const days =
      HOLIDAY.year === year ? `- { id: rest, name: Rest, date: ${HOLIDAY}, status: gazetted }` : '[]';
    texts[`holidays/${year}.yaml`] = `${days}\n`;
  }
  return new Map(Object.entries(texts).map(([name, text]) => [name, new TextEncoder().encode(text)]));
}

function runbook(title: string, alerts: readonly string[]): string {
  const sections = alerts.map(
    (alert) => `### ${alert}

**Meaning.** It is wrong.

**Check.** Look:

1. Look at it.

**Repair.** Do:

1. Repair it.
`,
  );
  return `# ${title}

## Description

What it is.

## Critical inputs

- Rows.

## Critical outputs

- Figures.

## Common failures

- None yet.

## Monitoring alerts

${sections.join('\n')}
## Escalation

1. As the front matter says.
`;
}
