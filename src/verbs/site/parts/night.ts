import type { Temporal } from 'temporal-polyfill';
import type { AlertRule, Pipeline, Responder } from '../../../catalog';
import { officeOf } from '../../../catalog';
import { rehearsedNight } from '../../../pictures';
import type { Watch } from '../../../roster';
import { shortTimeText } from '../../../time/localTime';
import { eventsOf } from '../../rehearse/rehearse';
import { type Html, html } from '../html/html';
import type { SiteView } from '../view';
import { picturePart } from './picture';

/** Width of an alert's section on a desktop, without its padding, in CSS pixels. */
const WIDE = 660;
/** The same on a phone that is 390 pixels wide. */
const NARROW = 316;

/**
 * What would happen if a rule broke at night, from the broken run to the recovery; with whatever went
 * wrong in the rehearsal. Monitors with the same course share a picture.
 */
export function nightPart(pipeline: Pipeline, rule: AlertRule, view: SiteView): Html | undefined {
  const { rehearsal, catalog } = view;
  if (rehearsal === undefined) return undefined;
  const own = rehearsal.rules.filter((each) => each.pipeline === pipeline && each.rule === rule);
  const { timeZone } = officeOf(catalog, pipeline);
  const words = { until: (at: Temporal.Instant) => shortTimeText(at, timeZone, view.asOf), reason: whomFor };
  const nights = own.map((each) => ({
    events: eventsOf(each, rehearsal.verdict, words).map(({ words, ...event }) => ({
      ...event,
      text: words,
    })),
    problems: each.problems,
  }));
  const distinct = new Map(nights.map((night) => [JSON.stringify(night), night]));
  if (distinct.size === 0) return undefined;
  return html`<h4>A rehearsed night</h4>
${[...distinct.values()].map(
  ({ events, problems }, index) =>
    html`${picturePart(
      `${rule.id}-${index}`,
      (options) =>
        rehearsedNight(
          {
            title: `${rule.section.title}: a rehearsed night`,
            timeZone,
            people: catalog.people,
            events,
          },
          options,
        ),
      { wide: WIDE, narrow: NARROW },
    )}${problems.map(({ code, message }) => html`<p class="stale over">${code} ${message}</p>`)}`,
)}`;
}

/** For whom somebody covers, never why. */
function whomFor({ reason, rostered }: Watch<Responder>): string {
  if (reason === 'rotation') return '';
  return reason === 'cover' ? `covers ${rostered.name}` : 'CLASH: everybody is away';
}
