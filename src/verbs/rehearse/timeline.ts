import type { Temporal } from 'temporal-polyfill';
import { alertUrl } from '../../alerts';
import { isHeld, type Organization } from '../../catalog';
import { reasonText } from '../../cli/reason';
import type { Incident, Page } from '../../rehearsal';
import { contains, isBefore } from '../../roster';
import { columnsOf } from '../../text/columns';
import { sameEmail } from '../../text/email';
import { visible } from '../../text/visible';
import { wrapped } from '../../text/wrapped';
import { clockText, listText, shortDateText, shortTimeText } from '../../time/localTime';
import { type Rehearsed, variantText } from './rehearsed';
import { silenceText } from './signal/silence';
import type { Verdict } from './verdict';

/** What happened at a moment, in a few words. */
interface Event {
  readonly at: Temporal.Instant;
  readonly words: string;
}

/**
 * The rehearsals as timelines, one line per moment within 80 columns, each with the address of
 * its section in the runbook and its problems. Monitors of a rule with the same timeline share it.
 */
export function timelinesText(
  rules: readonly Rehearsed[],
  organization: Organization,
  verdict: Verdict,
  asOf: Temporal.Instant,
): string {
  const until = (at: Temporal.Instant) => shortTimeText(at, organization.timeZone, asOf);
  const timelines = new Map<string, Rehearsed[]>();
  for (const each of rules) {
    const moments = momentsText(eventsOf(each, verdict, until), organization.timeZone, asOf);
    const problems = each.problems.map(({ code, message }) => wrapped(`${code} ${message}`, '  '));
    const key = [
      each.pipeline.id,
      each.rule.id,
      `${notPlayed(each)}${moments}${silence(each)}${problems.join('')}`,
    ].join('\n');
    timelines.set(key, [...(timelines.get(key) ?? []), each]);
  }
  return [...timelines]
    .flatMap(([key, same]) => [
      ...titleOf(same),
      ...linkOf(same[0], organization),
      ...key.split('\n').slice(2),
    ])
    .join('\n');
}

function notPlayed({ rehearsal, problems }: Rehearsed): string {
  if (rehearsal.notPlayed === undefined || problems.some(({ code }) => code === 'REHE006')) return '';
  return wrapped(`not played, and followed from the alert on: ${visible(rehearsal.notPlayed)}`, '  ');
}

function silence({ rehearsal }: Rehearsed): string {
  return rehearsal.silence === undefined ? '' : `  ${silenceText(rehearsal.silence)}\n`;
}

function titleOf(same: readonly Rehearsed[]): string[] {
  const variants = same.map(variantText).filter((text) => text !== '');
  const title = `${same[0]?.pipeline.id}: ${same[0]?.rule.section.title}`;
  return [title, ...variants.map((variant) => `  ${variant}`)];
}

function linkOf(first: Rehearsed | undefined, organization: Organization): string[] {
  const url = first && alertUrl(organization, first.pipeline, first.rule.id);
  return url === undefined ? [] : [`  ${url}`];
}

/** The events in order of time; of the same moment, causes before effects. */
function eventsOf(rehearsed: Rehearsed, verdict: Verdict, until: TimeWords): Event[] {
  const { firesAt, begins, incidents, repairedAt, repaired } = rehearsed.rehearsal;
  if (firesAt === undefined) return [{ at: begins, words: 'broken' }];
  return [
    { at: firesAt, words: `alert${waits(rehearsed, firesAt, until)}` },
    ...(repairedAt === undefined ? [] : [{ at: repairedAt, words: repaired }]),
    ...recovery(rehearsed),
    ...mails(rehearsed, verdict),
    ...incidents.flatMap((incident) => calls(rehearsed, incident, verdict)),
    ...posts(rehearsed),
  ].sort((a, b) => (isBefore(a.at, b.at) ? -1 : isBefore(b.at, a.at) ? 1 : 0));
}

/** Why a page is not sent at once. */
function waits(
  { pipeline, rule, rehearsal }: Rehearsed,
  firesAt: Temporal.Instant,
  until: TimeWords,
): string {
  const alert = rehearsal.notifications.find(({ occasion }) => occasion === 'alert');
  if (alert !== undefined && !isBefore(firesAt, alert.at)) return '';
  const maintenance = pipeline.maintenance?.find((each) => contains(each, firesAt));
  if (maintenance !== undefined) return `, muted by maintenance until ${until(maintenance.until)}`;
  return isHeld(pipeline, rule) && alert !== undefined ? ', waits for office hours' : '';
}

/** A moment in words. */
type TimeWords = (at: Temporal.Instant) => string;

function recovery({ rehearsal: { recoversAt, incidents } }: Rehearsed): Event[] {
  if (recoversAt === undefined) return [];
  const isResolved = incidents.length > 0 && incidents.every(({ resolvedAt }) => resolvedAt !== undefined);
  return [{ at: recoversAt, words: isResolved ? 'resolved' : 'recovered' }];
}

/** The mails; those that a downtime held are sent at its end. */
function mails({ rehearsal }: Rehearsed, verdict: Verdict): Event[] {
  return rehearsal.notifications
    .filter(({ emails }) => emails.length > 0)
    .map(({ at, emails }) => ({
      at,
      words: `mail to ${listText(emails.map((email) => verdict.nameOf(email)))}`,
    }));
}

/** What is posted to channels, when the rest is sent. */
function posts({ rehearsal }: Rehearsed): Event[] {
  return rehearsal.notifications
    .filter(({ channels }) => channels.length > 0)
    .map(({ at, channels }) => ({ at, words: `post to ${listText(channels)}` }));
}

/** The pages of an incident, those of a level at the same moment together, levels that were skipped, and its acknowledgement. */
function calls({ pipeline }: Rehearsed, incident: Incident, verdict: Verdict): Event[] {
  const { pages, passedOver = [], acknowledged, isLow } = incident;
  const levels = new Map<string, Page[]>();
  for (const page of pages) {
    const level = `${page.at} ${page.step}`;
    levels.set(level, [...(levels.get(level) ?? []), page]);
  }
  const paged = [...levels.values()].map((level) => ({
    at: (level[0] as Page).at,
    words: `${isLow === true ? 'low-urgency notification' : 'page'} to ${listText(level.map(callee))}`,
  }));
  const skipped = passedOver.map(({ at, step }) => ({
    at,
    words: `step ${step} skipped (nobody is on call)`,
  }));
  const all = [...skipped, ...paged]
    .sort((a, b) => (isBefore(a.at, b.at) ? -1 : isBefore(b.at, a.at) ? 1 : 0))
    .map(({ at, words }, index, events) => {
      const before = events[index - 1]?.at;
      const isLater = before !== undefined && isBefore(before, at);
      return { at, words: isLater ? `not acknowledged, ${words}` : words };
    });
  if (acknowledged === undefined) return all;
  return [...all, { at: acknowledged.at, words: 'acknowledged' }];

  function callee(page: Page): string {
    const level = verdict.reached(pipeline, page);
    const watch = level.find(({ responder }) => sameEmail(responder.email, page.email))?.watch;
    const reason = watch === undefined ? '' : reasonText(watch);
    return `${verdict.nameOf(page.email)}${reason === '' ? '' : ` (${reason})`}`;
  }
}

/** One line per moment; the date is shown when it changes, with its year if that is not as-of's. */
function momentsText(events: readonly Event[], timeZone: string, asOf: Temporal.Instant): string {
  const moments = new Map<string, Event[]>();
  for (const event of events) moments.set(`${event.at}`, [...(moments.get(`${event.at}`) ?? []), event]);
  const dateOf = ({ at }: Event) => shortDateText(at, timeZone, asOf);
  const width = Math.max(...events.map((event) => columnsOf(dateOf(event))));
  let previous = '';
  return [...moments.values()]
    .map((same) => {
      const [first = { at: asOf, words: '' }] = same;
      const date = dateOf(first);
      const begin = `  ${(date === previous ? '' : date).padEnd(width)} ${clockText(first.at, timeZone)}  `;
      previous = date;
      const text = same.map(({ words }) => words).join(', ');
      return `${begin}${wrapped(text, ' '.repeat(columnsOf(begin))).trimStart()}`;
    })
    .join('');
}
