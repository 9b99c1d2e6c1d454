import type { Temporal } from 'temporal-polyfill';
import { alertUrl } from '../../alerts';
import type { Organization } from '../../catalog';
import { reasonText } from '../../cli/reason';
import { columnsOf } from '../../text/columns';
import { visible } from '../../text/visible';
import { wrapped } from '../../text/wrapped';
import { clockText, shortDateText, shortTimeText } from '../../time/localTime';
import { eventsOf, type NightEvent } from './events';
import { type Rehearsed, variantText } from './rehearsed';
import { silenceText } from './signal/silence';
import type { Verdict } from './verdict';

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
  const words = { until, reason: reasonText };
  const timelines = new Map<string, Rehearsed[]>();
  for (const each of rules) {
    const moments = momentsText(eventsOf(each, verdict, words), organization.timeZone, asOf);
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

/** One line per moment; the date is shown when it changes, with its year if that is not as-of's. */
function momentsText(events: readonly NightEvent[], timeZone: string, asOf: Temporal.Instant): string {
  const moments = new Map<string, NightEvent[]>();
  for (const event of events) moments.set(`${event.at}`, [...(moments.get(`${event.at}`) ?? []), event]);
  const dateOf = ({ at }: NightEvent) => shortDateText(at, timeZone, asOf);
  const width = Math.max(...events.map((event) => columnsOf(dateOf(event))));
  let previous = '';
  return [...moments.values()]
    .map((same) => {
      const [first = { at: asOf, words: '', kind: 'alert' }] = same;
      const date = dateOf(first);
      const begin = `  ${(date === previous ? '' : date).padEnd(width)} ${clockText(first.at, timeZone)}  `;
      previous = date;
      const text = same.map(({ words }) => words).join(', ');
      return `${begin}${wrapped(text, ' '.repeat(columnsOf(begin))).trimStart()}`;
    })
    .join('');
}
