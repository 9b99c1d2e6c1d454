import { inline } from '../../../text/inlineMarkdown';
import type { TeamData } from '../teamData';

const DOCS = 'node_modules/watchbill/docs';

/** The page that greets whoever opens the repository. */
export function readme({ name, pipelines }: TeamData): string {
  return `# On call: ${inline(name)}

Who is on call for our data pipelines, what wakes them, and what they do then. All of it is data in \`data/\`, from which Watchbill makes PagerDuty schedules and Datadog monitors. Change it by pull request: a comment says what each change does, as people and dates.

\`\`\`sh
npm install && npm start
\`\`\`

checks the data, shows who is on call, and rehearses a night in which every rule breaks. It needs no account.

| in \`data/\` | what it says |
|---|---|
| \`organization.yaml\` | time zone, office hours, hand-off, escalation, teams, and people with their PagerDuty log-ins |
| \`pipelines.yaml\` | each pipeline with its two owners |
| \`rotations.yaml\` | who takes turns, for which pipelines |
| \`leave.yaml\` | who is away, never why |
| \`holidays/\` | public holidays, one file per year |
| \`runbooks/\` | a page for each pipeline: its alerts, and what to do |

## Every day

\`\`\`sh
${commands(pipelines[0]?.id)}
\`\`\`

A new pipeline is an entry in \`pipelines.yaml\`, its id in a rotation, and a runbook, which \`npx watchbill init runbook PIPELINE\` starts for you.

## Deploy

Read \`${DOCS}/deploy.md\` first: log-ins, keys, where Terraform's state is kept, and how to take over what exists already. \`${DOCS}/ci.md\` sets up the workflows in \`.github/workflows\`; those that deploy do nothing until the repository's variable \`WATCHBILL_DEPLOY\` is \`on\`, and the on-call site is published once \`WATCHBILL_SITE\` is: \`${DOCS}/site.md\`.

Monitors and schedules of your own can join the same deploy: \`${DOCS}/your-own-resources.md\`. After \`npm update\`, run \`npm start\` and read \`node_modules/watchbill/CHANGELOG.md\`.
`;
}

function commands(pipeline = 'PIPELINE'): string {
  const remarks: readonly (readonly [command: string, remark: string])[] = [
    ['check', 'validates the data: each problem, its place and fix'],
    [`who ${pipeline}`, 'who is on call now, and who is next'],
    ['diff', 'what this branch changes, as people and dates'],
    ['rehearse', 'simulates every alert: who is paged, and when'],
    ['cover PERSON --until DATE', 'somebody is ill: hand over now, and in data/'],
  ];
  const width = Math.max(...remarks.map(([command]) => command.length));
  return remarks.map(([command, remark]) => `npx watchbill ${command.padEnd(width)}  # ${remark}`).join('\n');
}
