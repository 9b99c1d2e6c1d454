import { officeOf, type Pipeline } from '../../../catalog';
import { contains } from '../../../time/span';
import { maintenanceFrom } from '../../who/who';
import { type Html, html } from '../html/html';
import type { SiteView } from '../view';
import { momentText } from './moment';
import { liveAttributes } from './shiftRows';

/**
 * When a pipeline's alerts are muted, up to the horizon, in the time of its office. The script of the
 * page marks those under way and those that are over; the style shows the words that apply.
 */
export function mutePart(pipeline: Pipeline, { catalog, at, window }: SiteView): readonly Html[] {
  const { timeZone } = officeOf(catalog, pipeline);
  const elsewhere = timeZone === catalog.organization.timeZone ? '' : ` (${timeZone})`;
  return maintenanceFrom(pipeline, at, window.until).map((each) => {
    const { from, until } = each;
    const state = contains(each, at) ? 'mute running' : 'mute';
    return html`<p class="${state}" ${liveAttributes(from, until)}><strong>Alerts muted</strong> <span class="coming">from ${momentText(from, timeZone)}</span> until ${momentText(until, timeZone)}${elsewhere}</p>\n`;
  });
}
