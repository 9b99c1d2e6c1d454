import type { Temporal } from 'temporal-polyfill';
import { isHeld, type Responder } from '../../catalog';
import type { Incident, Page } from '../../rehearsal';
import { contains, isBefore, type Watch } from '../../roster';
import { sameEmail } from '../../text/email';
import { listText } from '../../time/localTime';
import type { Rehearsed } from './rehearsed';
import type { Verdict } from './verdict';

/** What happened at a moment of a rehearsal, in a few words. */
export interface NightEvent {
  readonly at: Temporal.Instant;
  readonly words: string;
  /** Bad (`broken`, `alert`), a page or mail to somebody (`page`), in somebody's hands (`answered`), or well again. */
  readonly kind: 'broken' | 'alert' | 'page' | 'answered' | 'recovered';
  /** Id of the one person who is paged. @default - a desk, several, or nobody */
  readonly person?: string;
}

/** The words that depend on the reader. */
export interface NightWords {
  /** A moment, e.g. when a page is sent that waits. */
  readonly until: (at: Temporal.Instant) => string;
  /** Why somebody is paged; empty if it is simply their turn. */
  readonly reason: (watch: Watch<Responder>) => string;
}

/**
 * What happens to a broken rule, in order of time; of the same moment, causes before effects.
 */
export function eventsOf(rehearsed: Rehearsed, verdict: Verdict, words: NightWords): NightEvent[] {
  const { firesAt, begins, incidents, repairedAt, repaired } = rehearsed.rehearsal;
  if (firesAt === undefined) return [{ at: begins, words: 'broken', kind: 'broken' }];
  return [
    { at: firesAt, words: `alert${waits(rehearsed, firesAt, words)}`, kind: 'alert' as const },
    ...(repairedAt === undefined ? [] : [{ at: repairedAt, words: repaired, kind: 'answered' as const }]),
    ...recovery(rehearsed),
    ...mails(rehearsed, verdict),
    ...incidents.flatMap((incident) => calls(rehearsed, incident, verdict, words)),
    ...posts(rehearsed),
  ].sort((a, b) => (isBefore(a.at, b.at) ? -1 : isBefore(b.at, a.at) ? 1 : 0));
}

/** Why a page is not sent at once. */
function waits(
  { pipeline, rule, rehearsal }: Rehearsed,
  firesAt: Temporal.Instant,
  { until }: NightWords,
): string {
  const alert = rehearsal.notifications.find(({ occasion }) => occasion === 'alert');
  if (alert !== undefined && !isBefore(firesAt, alert.at)) return '';
  const maintenance = pipeline.maintenance?.find((each) => contains(each, firesAt));
  if (maintenance !== undefined) return `, muted by maintenance until ${until(maintenance.until)}`;
  return isHeld(pipeline, rule) && alert !== undefined ? ', waits for office hours' : '';
}

function recovery({ rehearsal: { recoversAt, incidents } }: Rehearsed): NightEvent[] {
  if (recoversAt === undefined) return [];
  const isResolved = incidents.length > 0 && incidents.every(({ resolvedAt }) => resolvedAt !== undefined);
  return [{ at: recoversAt, words: isResolved ? 'resolved' : 'recovered', kind: 'recovered' }];
}

/** The mails; those that a downtime held are sent at its end. */
function mails({ rehearsal }: Rehearsed, verdict: Verdict): NightEvent[] {
  return rehearsal.notifications
    .filter(({ emails }) => emails.length > 0)
    .map(({ at, emails }) => ({
      at,
      words: `mail to ${listText(emails.map((email) => verdict.nameOf(email)))}`,
      kind: 'page',
    }));
}

/** What is posted to channels, when the rest is sent. */
function posts({ rehearsal }: Rehearsed): NightEvent[] {
  return rehearsal.notifications
    .filter(({ channels }) => channels.length > 0)
    .map(({ at, channels }) => ({ at, words: `post to ${listText(channels)}`, kind: 'page' }));
}

/** The pages of an incident, those of a level at the same moment together, levels that were skipped, and its acknowledgement. */
function calls(
  { pipeline }: Rehearsed,
  incident: Incident,
  verdict: Verdict,
  words: NightWords,
): NightEvent[] {
  const { pages, passedOver = [], acknowledged, isLow } = incident;
  const levels = new Map<string, Page[]>();
  for (const page of pages) {
    const level = `${page.at} ${page.step}`;
    levels.set(level, [...(levels.get(level) ?? []), page]);
  }
  const paged = [...levels.values()].map((level) => ({
    at: (level[0] as Page).at,
    words: `${isLow === true ? 'low-urgency notification' : 'page'} to ${listText(level.map(callee))}`,
    kind: 'page' as const,
    ...personOf(level),
  }));
  const skipped = passedOver.map(({ at, step }) => ({
    at,
    words: `step ${step} skipped (nobody is on call)`,
    kind: 'page' as const,
  }));
  const all = [...skipped, ...paged]
    .sort((a, b) => (isBefore(a.at, b.at) ? -1 : isBefore(b.at, a.at) ? 1 : 0))
    .map((event, index, events): NightEvent => {
      const before = events[index - 1]?.at;
      const isLater = before !== undefined && isBefore(before, event.at);
      return isLater ? { ...event, words: `not acknowledged, ${event.words}` } : event;
    });
  if (acknowledged === undefined) return all;
  return [...all, { at: acknowledged.at, words: 'acknowledged', kind: 'answered' as const }];

  /** The person whose phone it is, if it is one person's. */
  function personOf(level: readonly Page[]): Pick<NightEvent, 'person'> {
    const [page, ...others] = level;
    const id = page && others.length === 0 ? verdict.personOf(page.email) : undefined;
    return id === undefined ? {} : { person: id };
  }

  function callee(page: Page): string {
    const level = verdict.reached(pipeline, page);
    const watch = level.find(({ responder }) => sameEmail(responder.email, page.email))?.watch;
    const reason = watch === undefined ? '' : words.reason(watch);
    return `${verdict.nameOf(page.email)}${reason === '' ? '' : ` (${reason})`}`;
  }
}
