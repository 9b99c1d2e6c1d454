import type { Temporal } from 'temporal-polyfill';
import { runbookLink } from '../../alerts';
import type { Catalog } from '../../catalog';
import { instantJson } from '../../cli/json';
import { visible } from '../../text/visible';
import { wrapped } from '../../text/wrapped';
import { shortTimeText, timeText } from '../../time/localTime';
import { type Hold, holdJson, holdText } from './holds';
import type { LogInsChecked } from './logIns';
import type { PagePathCheck } from './pagePathCheck';
import type { Rehearsed } from './rehearsed';
import { timelinesText } from './timeline';
import type { Verdict } from './verdict';

/** What a rehearsal found. */
export interface RehearsalView {
  readonly catalog: Catalog;
  readonly asOf: Temporal.Instant;
  readonly rules: readonly Rehearsed[];
  readonly pagePaths: readonly PagePathCheck[];
  readonly holds: readonly Hold[];
  /** @default - what is not deployed has no log-ins to ask about */
  readonly logIns?: LogInsChecked;
  readonly verdict: Verdict;
}

/**
 * True where every rule reached the right people and recovered, every page path and every hold is
 * true, and everybody would be woken.
 */
export function isSound({ rules, pagePaths, holds, logIns }: RehearsalView): boolean {
  return (
    rules.every(({ problems }) => problems.length === 0) &&
    [...pagePaths, ...holds].every((each) => each.disagreements.length === 0) &&
    (logIns?.problems ?? []).length === 0
  );
}

/** For people: a story a rule, then the truth about the page paths and about what waits. */
export function rehearsalText(view: RehearsalView): string {
  const { catalog, asOf, rules, pagePaths, holds, verdict } = view;
  const bad = rules.filter(({ problems }) => problems.length > 0).length;
  const stories = timelinesText(rules, catalog.organization, verdict, asOf);
  const total = `${rules.length} rehearsed: ${bad === 0 ? 'each reached the right people and recovered' : `${bad} went wrong`}.`;
  const paths = pagePaths.map((path) => pagePathText(path, catalog, verdict));
  const waits = holds.map((hold) => holdText(hold, catalog.organization.timeZone));
  return [stories, total, ...paths, ...waits, ...logInTexts(view), ''].join('\n');
}

function logInTexts({ logIns }: RehearsalView): string[] {
  if (logIns === undefined) return [];
  const { count, problems } = logIns;
  const counted = `${count} log-in${count === 1 ? '' : 's'} can be paged`;
  if (problems.length === 0) return [`${counted}: something rings for each, and each bears the data's name.`];
  return [
    `${counted}, and not all is well with them`,
    ...problems.map(({ code, name, message }) =>
      wrapped(visible(`${code} ${name}: ${message}`), '  ').trimEnd(),
    ),
  ];
}

function pagePathText(
  { pipeline, from, until, hours, disagreements }: PagePathCheck,
  catalog: Catalog,
  verdict: Verdict,
): string {
  const { timeZone } = catalog.organization;
  const name = (email: string | undefined) => (email === undefined ? 'nobody' : verdict.nameOf(email));
  if (disagreements.length === 0) {
    return `${pipeline}: in all ${Math.floor(hours)} hours until ${timeText(until, timeZone)}\n  the page path names whom the roster names.`;
  }
  const lines = disagreements.map(
    (each) =>
      `  ${timeText(each.from, timeZone)} to ${shortTimeText(each.until, timeZone, each.from)}: ${name(each.rendered)}, the roster names ${name(each.expected)}`,
  );
  return [`${pipeline}: from ${timeText(from, timeZone)} the page path reaches somebody else`, ...lines].join(
    '\n',
  );
}

/** For programs, in the shape that the design promises, and more. */
export function rehearsalJson({
  catalog,
  asOf,
  rules,
  pagePaths,
  holds,
  logIns,
  verdict,
}: RehearsalView): object {
  const { organization } = catalog;
  const text = (at: Temporal.Instant) => instantJson(at, organization.timeZone);
  const orNull = (at: Temporal.Instant | undefined) => (at === undefined ? null : text(at));
  return {
    asOf: text(asOf),
    rules: rules.map(({ pipeline, rule, metric, bound, monitor, rehearsal, problems }) => ({
      pipeline: pipeline.id,
      alert: rule.id,
      metric: metric ?? null,
      bound: bound ?? null,
      monitor: monitor.name,
      begins: text(rehearsal.begins),
      firesAt: orNull(rehearsal.firesAt),
      notified: rehearsal.incidents.flatMap(({ pages }) =>
        pages.map(({ at, step, email }) => ({ at: text(at), step, name: verdict.nameOf(email), email })),
      ),
      mailed: rehearsal.told.flatMap(({ at, occasion, emails }) =>
        emails.map((email) => ({ at: text(at), occasion, name: verdict.nameOf(email), email })),
      ),
      acknowledgedAt: orNull(rehearsal.incidents.find(({ acknowledged }) => acknowledged)?.acknowledged?.at),
      repairedAt: orNull(rehearsal.repairedAt),
      recoversAt: orNull(rehearsal.recoversAt),
      runbook:
        pipeline.runbook === undefined ? null : runbookLink(organization, pipeline.runbook.file, rule.id),
      problems,
    })),
    truth: pagePaths.map(({ pipeline, from, until, hours, disagreements }) => ({
      pipeline,
      from: text(from),
      until: text(until),
      hours,
      disagreements: disagreements.map((each) => ({
        from: text(each.from),
        until: text(each.until),
        expected: each.expected ?? null,
        paged: each.rendered ?? null,
      })),
    })),
    ...(holds.length === 0 ? {} : { holds: holds.map((hold) => holdJson(hold, text)) }),
    ...(logIns === undefined ? {} : { logIns: logIns.problems }),
  };
}
