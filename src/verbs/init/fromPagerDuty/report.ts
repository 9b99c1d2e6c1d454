import { counted } from '../../../text/counted';
import { inline } from '../../../text/inlineMarkdown';
import { visible } from '../../../text/visible';
import { wrapped } from '../../../text/wrapped';
import { listText } from '../../../time/localTime';
import type { Account, User } from './account';
import type { Fit } from './fit';
import type { Left, Selected } from './selected';
import { NO_TEAM, teamNameOf } from './teamOf';

/** What was read, for a person. */
export interface Reading {
  readonly account: Account;
  readonly fit: Fit;
  readonly left: Selected['left'];
}

/** What was taken over, what a person has to check, and what was left out, as text for a terminal. */
export function reportText(reading: Reading): string {
  const { notes, left } = { notes: notesOf(reading), left: reading.left };
  const list = (lines: readonly string[]) =>
    lines.map((line) => wrapped(`- ${visible(line)}`, '  ')).join('');
  return `
${wrapped(takenText(reading))}
Check
${list(notes)}${left.length === 0 ? 'Nothing was left out.\n' : `Not taken over; in PagerDuty it stays as it is\n${list(left.map(leftText))}`}`;
}

/** The same as a page in the repository. */
export function reportPage(reading: Reading, adopt: string): string {
  const list = (lines: readonly string[]) => lines.map((line) => `- ${inline(line)}\n`).join('');
  const { left } = reading;
  return `# Taken over from PagerDuty

${takenText(reading)}

Before the first deploy, take over what is there; this also shows what the deploy will change:

\`\`\`sh
${adopt.trim().replace(/\n {5}/g, '\n')}
\`\`\`

## Check

${list(notesOf(reading))}
## Not taken over

${left.length === 0 ? 'Nothing was left out.\n' : `It stays in PagerDuty as it is.\n\n${list(left.map(leftText))}`}
Remove this page once it has been read.
`;
}

/** The command that takes over what is deployed, with a `--map` for policies, whose names differ from their pipelines'. */
export function adoptCommand({ account, fit }: Pick<Reading, 'account' | 'fit'>): string {
  const maps = fit.selection.pipelines.flatMap(({ service, policy }) => {
    const users = account.policiesInUse.filter((id) => id === policy.key);
    if (users.length > 1 || policy.name === service.name) return [];
    return `--map pagerduty_escalation_policy.${fit.pipelineIds.get(service.key)}=${policy.key}`;
  });
  return `     ${['npx watchbill adopt', ...maps].join(' \\\n       ')}\n`;
}

function takenText({ fit: { team, rotationIds, pipelineIds } }: Reading): string {
  const taken = [
    team.people.length === 1 ? '1 person' : `${team.people.length} people`,
    counted(team.teams.length, 'team'),
    counted(rotationIds.size, 'schedule'),
    counted(pipelineIds.size, 'service'),
  ];
  return `Taken over: ${listText(taken)}. From now to the horizon the same people are on call as in PagerDuty, at every moment.`;
}

function leftText({ kind, name, reason }: Left): string {
  return `${kind} "${name}": ${reason}`;
}

function notesOf(reading: Reading): readonly string[] {
  return [
    'owners: PagerDuty knows none, so each pipeline has the first two whom it pages; and the alerts of the runbooks are examples',
    ...teamNotes([...reading.fit.users.values()]),
    ...serviceNotes(reading),
    ...overrideNotes(reading),
    ...otherUsers(reading),
  ];
}

function teamNotes(users: readonly User[]): readonly string[] {
  return users.flatMap((user) => {
    const { name, teams } = user;
    const own = teamNameOf(user);
    const others = teams.filter((each) => each !== own);
    if (own === NO_TEAM && !teams.includes(own)) return `${name} is in no team, and will be in "${NO_TEAM}"`;
    return others.length === 0
      ? []
      : `${name} is also in ${listText(others.map((each) => `"${each}"`))}; the data has one team per person, the other memberships stay`;
  });
}

function serviceNotes({ account, fit }: Reading): readonly string[] {
  const services = fit.selection.pipelines.map(({ service }) => service);
  const timed = services.filter(
    ({ autoResolve, acknowledgementTimeout }) =>
      autoResolve !== undefined || acknowledgementTimeout !== undefined,
  );
  const bySeverity = services.filter(({ urgency }) => urgency === 'severity_based');
  const names = (of: typeof services) => listText(of.map(({ name }) => `"${name}"`));
  return [
    ...(timed.length === 0
      ? []
      : [
          `a timer resolves incidents or ends acknowledgements of ${names(timed)}; Watchbill's incidents end by recovery`,
        ]),
    ...(bySeverity.length === 0
      ? []
      : [`urgency by severity of ${names(bySeverity)} becomes high: every alert of theirs wakes somebody`]),
    ...services.flatMap(({ key, name }) =>
      (account.unreadable.get(key) ?? []).map(
        (problem) => `"${name}" has something that the data cannot express: ${problem}`,
      ),
    ),
  ];
}

function overrideNotes({ account, fit }: Reading): readonly string[] {
  return [...fit.selection.rotations.values()].flatMap(({ schedule: { key, name } }) => {
    const count = account.renderings.get(key)?.overridden.length ?? 0;
    return count === 0
      ? []
      : `${counted(count, 'override')} of "${name}" ${count === 1 ? 'stays in PagerDuty, and wins' : 'stay in PagerDuty, and win'}`;
  });
}

function otherUsers({ account, fit }: Reading): readonly string[] {
  const taken = new Set([...fit.users.values()]);
  const others = account.users.filter((user) => user.email !== undefined && !taken.has(user)).length;
  return others === 0
    ? []
    : [
        `${counted(others, 'user')} ${others === 1 ? 'is' : 'are'} not in the data, because nothing here pages them`,
      ];
}
