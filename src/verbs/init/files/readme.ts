import { inline } from '../../../text/inlineMarkdown';
import type { TeamData } from '../teamData';

const DOCS = 'node_modules/watchbill/docs';

/** The page that greets whoever opens the repository. */
export function readme({ name, pipelines }: TeamData): string {
  return `# On call: ${inline(name)}

Who is on call for our data pipelines, what wakes them, and what they do then: all of it is data in \`data/\`, from which Watchbill makes PagerDuty schedules and Datadog monitors. It is changed by pull requests, whose one comment says in people and dates what the change does.

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

A new pipeline is an entry in \`pipelines.yaml\`, its id in a rotation, and a runbook, which \`npx watchbill init runbook PIPELINE\` begins.

## Deploy

Read \`${DOCS}/deploy.md\` first: log-ins, keys, where Terraform's state is kept, and how what exists already is taken over. \`${DOCS}/ci.md\` sets up the workflows in \`.github/workflows\`; those that deploy do nothing until the repository's variable \`WATCHBILL_DEPLOY\` is \`on\`, and the on-call site is published once \`WATCHBILL_SITE\` is: \`${DOCS}/site.md\`.

Monitors and schedules of your own can join the same deploy: \`${DOCS}/your-own-resources.md\`. After \`npm update\`, \`npm start\` and a look at \`node_modules/watchbill/CHANGELOG.md\` say what is new.
`;
}

function commands(pipeline = 'PIPELINE'): string {
  const remarks: readonly (readonly [command: string, remark: string])[] = [
    ['check', 'every problem in the data, and the way out'],
    [`who ${pipeline}`, 'who is on call now, and who is next in line'],
    ['diff', 'what a branch changes, as people and dates'],
    ['rehearse', 'every rule broken, and who is paged when'],
    ['cover PERSON --until DATE', 'somebody is ill: cover now, and in data/'],
  ];
  const width = Math.max(...remarks.map(([command]) => command.length));
  return remarks.map(([command, remark]) => `npx watchbill ${command.padEnd(width)}  # ${remark}`).join('\n');
}
