import type { Temporal } from 'temporal-polyfill';
import { tableText } from '../../text/table';
import { clockText, listText } from '../../time/localTime';
import type { Rehearsed } from './rehearsed';
import type { Verdict } from './verdict';

/** The rehearsals as a table, one row per pipeline and way in which its rules reach people. */
export function overviewText(rules: readonly Rehearsed[], verdict: Verdict, timeZone: string): string {
  const ways = new Map<string, { readonly pipeline: string; readonly way: string; count: number }>();
  for (const rule of rules) {
    const pipeline = rule.pipeline.id;
    const way = wayText(rule, verdict, timeZone);
    const known = ways.get(`${pipeline} ${way}`) ?? { pipeline, way, count: 0 };
    ways.set(`${pipeline} ${way}`, { ...known, count: known.count + 1 });
  }
  const rows = [...ways.values()].map(({ pipeline, way, count }) => [pipeline, String(count), way]);
  return tableText(['pipeline', 'monitors', 'who is told'], rows);
}

/** Who is told, in order, until somebody acknowledges; only the first mail. */
function wayText({ rehearsal }: Rehearsed, verdict: Verdict, timeZone: string): string {
  const { firesAt, incidents, notifications } = rehearsal;
  if (firesAt === undefined) return 'nobody';
  const pages = incidents.flatMap((incident) => incident.pages);
  const names = (emails: readonly string[]) => listText(emails.map((email) => verdict.nameOf(email)));
  if (pages.length > 0)
    return levelsOf(pages)
      .map(({ at, emails }) => `${names(emails)}${afterText(firesAt, at)}`)
      .join(', ');
  const mail = notifications.find(({ emails }) => emails.length > 0);
  return mail === undefined ? 'nobody' : `${names(mail.emails)}, by mail at ${clockText(mail.at, timeZone)}`;
}

interface Level {
  readonly at: Temporal.Instant;
  readonly emails: readonly string[];
}

function levelsOf(pages: readonly { readonly at: Temporal.Instant; readonly email: string }[]): Level[] {
  const levels = new Map<string, Level>();
  for (const { at, email } of pages) {
    const level = levels.get(`${at}`) ?? { at, emails: [] };
    levels.set(`${at}`, { at, emails: [...level.emails, email] });
  }
  return [...levels.values()];
}

function afterText(firesAt: Temporal.Instant, at: Temporal.Instant): string {
  const minutes = firesAt.until(at).total('minutes');
  return minutes === 0 ? '' : ` after ${minutes} min`;
}
