import type { Temporal } from 'temporal-polyfill';
import type { Pipeline } from '../../../catalog';
import { isBefore, type Shift, zoneOf } from '../../../roster';
import { contains } from '../../../time/span';
import { type Html, html, type Part } from '../html/html';
import type { SiteRotation, SiteView } from '../view';
import { momentText } from './moment';
import { nameText, personLink } from './names';

/** The rotations of a pipeline, by duty. */
export function rotationsOf({ rotations }: Pipeline, view: SiteView): readonly SiteRotation[] {
  return rotations.flatMap(({ id }) => view.rotations.filter(({ rotation }) => rotation.id === id));
}

/** Who is on call in a rotation at a moment, and the shift that follows. */
function dutyAt(
  { whole }: SiteRotation,
  at: Temporal.Instant,
): { readonly shift?: Shift; readonly next?: Shift } {
  const shift = whole.find((each) => contains(each, at));
  const end = shift?.until ?? at;
  const next = whole.find(({ from }) => !isBefore(from, end));
  return { ...(shift && { shift }), ...(next && { next }) };
}

/**
 * Who is on call in each of these rotations, by duty. If rotations share one, the one that is on call
 * now comes first, and the others show only who comes next; see `.one-duty` in `html/style.ts`.
 */
export function dutiesPart(rotations: readonly SiteRotation[], view: SiteView, root: string): Part {
  if (rotations.length === 0) return undefined;
  const duties = [...new Set(rotations.map(({ rotation }) => rotation.duty))];
  return html`<div class="duties">${duties.map((duty) => {
    const own = rotations.filter(({ rotation }) => rotation.duty === duty);
    return html`<div class="one-duty">${own.map((each) => dutyPart(each, view, root, own.length > 1))}</div>\n`;
  })}</div>`;
}

/**
 * Who is on call in a rotation now, until when, for whom, and who is next. The script of the
 * page writes the same words for the moment at which it is read; see `html/script.ts`.
 */
function dutyPart(each: SiteRotation, view: SiteView, root: string, isNamed: boolean): Html {
  const { organization } = view.catalog;
  const zone = zoneOf(each.rotation, organization);
  const { shift, next } = dutyAt(each, view.at);
  const several = organization.duties.length > 1;
  const which = isNamed ? nameText(each.rotation.name) : several && each.rotation.duty;
  const elsewhere = zone === organization.timeZone ? '' : ` (${zone})`;
  const moment = (at: Temporal.Instant) => momentText(at, zone);
  return html`<dl class="${shift === undefined ? 'duty off' : 'duty'}" data-live="${each.rotation.id}">
<div><dt>On call${which && [', ', which]}</dt><dd><strong data-slot="who">${shift === undefined ? 'nobody' : personLink(shift.onDuty, view, root)}</strong> <span data-slot="until">${shift && html`until ${shift.until.equals(view.window.until) && 'at least '}${moment(shift.until)}${elsewhere}`}</span> <span class="for" data-slot="note">${shift && noteText(shift)}</span></dd></div>
<div><dt>Next${isNamed && html`<span class="which">, ${which}</span>`}</dt><dd data-slot="next">${next === undefined ? 'not planned yet' : html`${personLink(next.onDuty, view, root)} from ${moment(next.from)}${elsewhere}`}</dd></div>
</dl>`;
}

/** Whom a shift covers for, never why; empty if it is simply somebody's turn. */
export function noteText({ reason, rostered }: Shift): Html | string {
  if (reason === 'rotation') return '';
  return reason === 'cover'
    ? html`covers <bdi>${rostered.name}</bdi>`
    : 'CLASH: everybody is away, agree on a stand-in';
}
