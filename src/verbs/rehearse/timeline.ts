import type { Temporal } from 'temporal-polyfill';
import { runbookLink } from '../../alerts';
import type { Organization } from '../../catalog';
import { reasonText } from '../../cli/reason';
import type { Incident, Page } from '../../rehearsal';
import { isBefore } from '../../roster';
import { columnsOf, WIDTH } from '../../text/columns';
import { sameEmail } from '../../text/email';
import { clockText, shortDateText } from '../../time/localTime';
import { type Rehearsed, variantText } from './rehearsed';
import type { Verdict } from './verdict';

/** What happened at a moment, in a few words. */
interface Event {
  readonly at: Temporal.Instant;
  readonly words: string;
}

/**
 * The stories of rules for people, in lines of at most 80 columns, each with the address
 * of its section in the runbook and whatever is wrong. Monitors of one rule whose stories
 * are the same are told once.
 */
export function timelinesText(
  rules: readonly Rehearsed[],
  organization: Organization,
  verdict: Verdict,
  asOf: Temporal.Instant,
): string {
  const stories = new Map<string, Rehearsed[]>();
  for (const each of rules) {
    const problems = each.problems.map(({ code, message }) => `  ${code} ${message}`);
    const lines = [...wrapped(storyOf(each, new Clock(organization.timeZone, asOf), verdict)), ...problems];
    const key = [each.pipeline.id, each.rule.id, ...lines].join('\n');
    stories.set(key, [...(stories.get(key) ?? []), each]);
  }
  return [...stories]
    .flatMap(([key, same]) => [
      ...titleOf(same),
      ...linkOf(same[0], organization),
      ...key.split('\n').slice(2),
      '',
    ])
    .join('\n');
}

function titleOf(same: readonly Rehearsed[]): string[] {
  const variants = same.map(variantText).filter((text) => text !== '');
  const title = `${same[0]?.pipeline.id}: ${same[0]?.rule.section.title}`;
  return [title, ...variants.map((variant) => `  ${variant}`)];
}

function linkOf(first: Rehearsed | undefined, organization: Organization): string[] {
  const runbook = first?.pipeline.runbook;
  return runbook === undefined ? [] : [`  ${runbookLink(organization, runbook.file, first?.rule.id ?? '')}`];
}

function storyOf(rehearsed: Rehearsed, clock: Clock, verdict: Verdict): string[] {
  const { rehearsal } = rehearsed;
  const { firesAt, incidents } = rehearsal;
  if (firesAt === undefined) return [`${clock.text(rehearsal.begins)} broken`];
  const events = [
    { at: firesAt, words: 'alert' },
    ...mails(rehearsed, verdict),
    ...incidents.flatMap((incident) => calls(rehearsed, incident, verdict)),
    ...ending(rehearsed),
  ].sort((a, b) => (isBefore(a.at, b.at) ? -1 : isBefore(b.at, a.at) ? 1 : 0));
  const moments = new Map<string, Event[]>();
  for (const event of events) moments.set(`${event.at}`, [...(moments.get(`${event.at}`) ?? []), event]);
  return [...moments.values()].map(
    (at) => `${clock.text(at[0]?.at ?? firesAt)} ${at.map(({ words }) => words).join(', ')}`,
  );
}

/** Mails of a monitor that a downtime held are sent at its end. */
function mails({ rehearsal }: Rehearsed, verdict: Verdict): Event[] {
  return rehearsal.told
    .filter(({ emails }) => emails.length > 0)
    .map(({ at, emails, occasion }) => ({
      at,
      words: `${occasion === 'recovery' ? 'recovered, ' : ''}mail -> ${emails.map((email) => verdict.nameOf(email)).join(', ')}`,
    }));
}

function calls({ pipeline }: Rehearsed, { pages, acknowledged }: Incident, verdict: Verdict): Event[] {
  const paged = pages.map((page, index) => ({
    at: page.at,
    words: `${index === 0 ? 'page' : 'not acknowledged'} -> ${callee(page)}`,
  }));
  if (acknowledged === undefined) return paged;
  return [...paged, { at: acknowledged.at, words: 'acknowledged' }];

  function callee(page: Page): string {
    const level = verdict.reached(pipeline, page);
    const watch = level.find(({ responder }) => sameEmail(responder.email, page.email))?.watch;
    const reason = watch === undefined ? '' : reasonText(watch);
    return `${verdict.nameOf(page.email)}${reason === '' ? '' : ` (${reason})`}`;
  }
}

function ending({ rehearsal }: Rehearsed): Event[] {
  const { repairedAt, repaired, recoversAt, incidents, told } = rehearsal;
  const isResolved = incidents.length > 0 && incidents.every(({ resolvedAt }) => resolvedAt !== undefined);
  const isMailed = told.some(({ occasion, emails }) => occasion === 'recovery' && emails.length > 0);
  return [
    ...(repairedAt === undefined ? [] : [{ at: repairedAt, words: repaired }]),
    ...(recoversAt === undefined || isMailed
      ? []
      : [{ at: recoversAt, words: isResolved ? 'resolved' : 'recovered' }]),
  ];
}

/** Times of a story: the day is said where it is another than before, its year where it is not as-of's. */
class Clock {
  private day = '';

  constructor(
    private readonly timeZone: string,
    private readonly asOf: Temporal.Instant,
  ) {}

  text(at: Temporal.Instant): string {
    const [day, clock] = [shortDateText(at, this.timeZone, this.asOf), clockText(at, this.timeZone)];
    const isSame = day === this.day;
    this.day = day;
    return isSame ? clock : `${day} ${clock}`;
  }
}

/** Parts of a story, joined by a dot and broken between them. */
function wrapped(parts: readonly string[]): string[] {
  const lines: string[] = [];
  for (const [index, part] of parts.entries()) {
    const text = index === parts.length - 1 ? part : `${part} ·`;
    const line = lines.at(-1);
    if (line !== undefined && columnsOf(line) + 1 + columnsOf(text) <= WIDTH)
      lines[lines.length - 1] = `${line} ${text}`;
    else lines.push(`  ${text}`);
  }
  return lines;
}
