import { inline } from '../../../text/inlineMarkdown';
import type { TeamData } from '../teamData';

const DOCS = 'node_modules/watchbill/docs';

/** The page that greets whoever opens the repository. */
export function readme({ name, people, pipelines, rotations }: TeamData): string {
  const [person] = people;
  const [pipeline] = pipelines;
  const [rotation] = rotations;
  return `# On call: ${inline(name)}

Who is on call for our data pipelines, what wakes them, and what they do then: data in \`data/\`, from which [Watchbill](node_modules/watchbill/README.md) makes PagerDuty schedules and Datadog monitors. Change the data in a pull request; its comment says in people and dates what the change does.

\`\`\`sh
npm install && npm start        # check, roster, synthesis, and a rehearsed night: no account needed
\`\`\`

| file | what it says |
|---|---|
| \`data/organization.yaml\` | zone, office hours, hand-off, escalation, teams and people with their PagerDuty log-ins |
| \`data/pipelines.yaml\` | each pipeline with its two owners |
| \`data/rotations.yaml\` | who takes turns, and for which pipelines |
| \`data/leave.yaml\` | who is away |
| \`data/holidays/\` | public holidays, a file a year |
| \`data/runbooks/\` | a page for each pipeline: its alerts, and what to do |

Every day:

\`\`\`sh
npx watchbill check                                 # every problem in the data
npx watchbill who${padded(pipeline?.id)}  # who is on call now, and who is next
npx watchbill diff                                  # what a branch changes, as people and dates
npx watchbill rehearse                              # break every rule, and see who is paged
npx watchbill cover ${padded(`${person?.id ?? 'PERSON'} --until ${rotation?.from.toString().slice(0, 4) ?? 'YYYY'}-MM-DD`, 30)}  # somebody is ill: cover now, and in data/
\`\`\`

To add a pipeline: an entry in \`data/pipelines.yaml\`, its id in a rotation, then \`npx watchbill init runbook PIPELINE\`.

To deploy, read [deploy.md](${DOCS}/deploy.md) first: log-ins, keys, and where the state is kept. [ci.md](${DOCS}/ci.md) sets up the three workflows in \`.github/workflows\`, which do nothing until the variable \`WATCHBILL_DEPLOY\` is \`on\`. Monitors and schedules of your own in the same deploy: [your-own-resources.md](${DOCS}/your-own-resources.md).

A newer Watchbill: \`npm update\`, then \`npx watchbill diff\` and \`npm start\`. [CHANGELOG](node_modules/watchbill/CHANGELOG.md)
`;
}

/** Behind the words of a command, so that all remarks begin in one column. */
function padded(words = '', width = 33): string {
  return `${words === '' ? '' : ' '}${words}`.padEnd(width);
}
