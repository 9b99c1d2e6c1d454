import type { Temporal } from 'temporal-polyfill';
import type { Catalog } from '../../catalog';
import { explainHint } from '../../cli/explainHint';
import { counted } from '../../text/counted';
import { visible } from '../../text/visible';
import { wrapped } from '../../text/wrapped';
import { rangeText, timeText } from '../../time/localTime';
import { type Hold, holdCode, wrongHoldText } from './holds';
import type { LogInsChecked } from './logIns';
import { overviewText } from './overview';
import type { PagePathCheck } from './pagePathCheck';
import type { Rehearsed } from './rehearsed';
import { timelinesText } from './timeline';
import type { Verdict } from './verdict';

/** The results of a rehearsal. */
export interface RehearsalView {
  readonly catalog: Catalog;
  readonly asOf: Temporal.Instant;
  /** One line per pipeline; timelines only of rules that went wrong. @default false */
  readonly brief?: boolean;
  readonly rules: readonly Rehearsed[];
  readonly pagePaths: readonly PagePathCheck[];
  readonly holds: readonly Hold[];
  /** @default - log-ins are only checked with `--deployed` */
  readonly logIns?: LogInsChecked;
  readonly verdict: Verdict;
}

/**
 * Whether every rule reached the right people and recovered, every page path and every hold is
 * right, and everybody would be woken.
 */
export function isSound({ rules, pagePaths, holds, logIns }: RehearsalView): boolean {
  return (
    rules.every(({ problems }) => problems.length === 0) &&
    [...pagePaths, ...holds].every((each) => each.disagreements.length === 0) &&
    (logIns?.problems ?? []).length === 0
  );
}

/** For people: a timeline per rule, then the checks of page paths, holds and log-ins. */
export function rehearsalText(view: RehearsalView): string {
  const { catalog, asOf, brief, rules, pagePaths, holds, verdict } = view;
  const { timeZone } = catalog.organization;
  const wrong = rules.filter(({ problems }) => problems.length > 0);
  const shown = brief ? wrong : rules;
  return [
    brief ? `${overviewText(rules, verdict, timeZone)}\n` : '',
    shown.length === 0 ? '' : `${timelinesText(shown, catalog.organization, verdict, asOf)}\n`,
    totalsText(rules),
    alwaysText(view),
    ...pagePaths.filter(isWrong).map((path) => wrongPathText(path, timeZone, verdict)),
    ...holds.filter(isWrong).map((hold) => wrongHoldText(hold, timeZone)),
    logInsText(view),
    ...codesOf(view)
      .slice(0, 1)
      .map((code) => `${explainHint(code)}\n`),
  ].join('');
}

/** The codes in the text, in its order. */
function codesOf({ rules, holds, logIns }: RehearsalView): string[] {
  return [
    ...rules.flatMap(({ problems }) => problems.map(({ code }) => code)),
    ...holds.flatMap(({ disagreements }) => disagreements.map(holdCode)),
    ...(logIns?.problems ?? []).map(({ code }) => code),
  ];
}

/** Whether a monitor's alert was taken for granted; one that could not be rehearsed at all is a problem. */
function isFollowed({ rehearsal, problems }: Rehearsed): boolean {
  return rehearsal.notPlayed !== undefined && problems.every(({ code }) => code !== 'REHE006');
}

/** How many monitors were played, and how many only followed, so that these do not pass for played ones. */
function totalsText(rules: readonly Rehearsed[]): string {
  const followed = rules.filter(isFollowed);
  const played = rules.filter((each) => !isFollowed(each));
  const lines = [
    [played, 'rehearsed', 'reached the right people and recovered'],
    [followed, 'not played, but followed from the alert on', 'reached the right people'],
  ] as const;
  return lines
    .filter(([all]) => all.length > 0)
    .map(([all, what, right]) => {
      const wrong = all.filter(({ problems }) => problems.length > 0).length;
      const verdict = wrong === 0 ? `${all.length === 1 ? 'it' : 'each'} ${right}` : `${wrong} went wrong`;
      return wrapped(`${counted(all.length, 'monitor')} ${what}: ${verdict}.`);
    })
    .join('');
}

type Check = PagePathCheck | Hold;

function isWrong({ disagreements }: Check): boolean {
  return disagreements.length > 0;
}

/** What is right at every moment, and for which pipelines; empty if nothing is. */
function alwaysText({ catalog, pagePaths, holds }: RehearsalView): string {
  const sound = (checks: readonly Check[]) => checks.filter((each) => !isWrong(each));
  const [first] = sound([...pagePaths, ...holds]);
  if (first === undefined) return '';
  const line = (what: string, checks: readonly Check[]) => {
    const names = sound(checks).map(({ pipeline }) => pipeline);
    return names.length === 0 ? '' : wrapped(`${what}: ${names.join(', ')}`, '  ');
  };
  return [
    `In all ${Math.floor(first.hours)} hours until ${timeText(first.until, catalog.organization.timeZone)}:\n`,
    line('PagerDuty pages the person on the roster', pagePaths),
    line('alerts wait outside office hours, and only then', holds),
  ].join('');
}

function wrongPathText(
  { pipeline, disagreements }: PagePathCheck,
  timeZone: string,
  verdict: Verdict,
): string {
  const name = (email: string | undefined) => (email === undefined ? 'nobody' : verdict.nameOf(email));
  const lines = disagreements.map((each) =>
    wrapped(
      `${rangeText(each, timeZone)}: ${name(each.rendered)}, the roster names ${name(each.expected)}`,
      '  ',
    ),
  );
  return `${pipeline}: PagerDuty does not always page the person on the roster\n${lines.join('')}`;
}

function logInsText({ logIns }: RehearsalView): string {
  if (logIns === undefined) return '';
  const { count, problems } = logIns;
  const paged = `${counted(count, 'log-in')} can be paged`;
  if (problems.length === 0)
    return wrapped(`${paged}: each has a phone that rings, and the name in the data.`);
  const lines = problems.map(({ code, name, message }) =>
    wrapped(visible(`${code} ${name}: ${message}`), '  '),
  );
  return `${paged}, but not all as they should:\n${lines.join('')}`;
}
