import type { Temporal } from 'temporal-polyfill';
import type { Responder } from '../../../catalog';
import { instantJson } from '../../../cli/json';
import type { RotationRoster, Shift, Watch } from '../../../roster';
import { zoneOf } from '../../../roster';
import { type Html, html, type Part } from '../html/html';
import type { SiteRotation, SiteView } from '../view';
import { noteText } from './duty';
import { momentText } from './moment';
import { nameText, personLink } from './names';

/** The head of a table of shifts. */
export const SHIFT_HEAD = html`<thead><tr><th scope="col">From</th><th scope="col">Until</th><th scope="col">On call</th></tr></thead>`;

/**
 * The shifts of a rotation as rows: the attributes are those of `roster --json` without options,
 * and begin with the window; people read when the shift that is running began.
 */
export function rosterRows({ rotation, roster, whole }: SiteRotation, view: SiteView, root: string): Part {
  const zone = zoneOf(rotation, view.catalog.organization);
  const gaps = roster.gaps.map(
    ({ from, until }) =>
      html`<tr class="gap"><td>${momentText(from, zone)}</td><td>${momentText(until, zone)}</td><td>nobody: before the first version</td></tr>\n`,
  );
  return [
    gaps,
    roster.shifts.map((shift) => shiftRow(rotation.id, shift, startOf(shift, whole), zone, view, root)),
  ];
}

function shiftRow(
  rotation: string,
  shift: Shift,
  begins: Temporal.Instant,
  zone: string,
  view: SiteView,
  root: string,
): Html {
  const { from, until, onDuty, rostered, reason } = shift;
  return html`<tr class="${reason}" data-rotation="${rotation}" data-from="${instantJson(from, zone)}" data-until="${instantJson(until, zone)}" data-on-duty="${onDuty.id}" data-reason="${reason}" data-rostered="${rostered.id}" ${liveAttributes(begins, until)}><td>${momentText(begins, zone)}</td><td>${momentText(until, zone)}</td><td>${personLink(onDuty, view, root)}${noteCell(noteText(shift))}</td></tr>\n`;
}

/** When a shift of the window really began. */
function startOf(shift: Shift, whole: readonly Shift[]): Temporal.Instant {
  return (
    whole.find(({ until, onDuty }) => until.equals(shift.until) && onDuty === shift.onDuty)?.from ??
    shift.from
  );
}

/** The rows of somebody who is paged by name, or of their stand-in; a desk has no page. */
export function watchRow(watch: Watch<Responder>, zone: string, view: SiteView, root: string): Html {
  const { from, until, onDuty, rostered, reason } = watch;
  const name = view.looks.has(onDuty.id) ? personLink(onDuty, view, root) : nameText(onDuty.name);
  const note =
    reason === 'rotation'
      ? ''
      : reason === 'cover'
        ? html`stands in for <bdi>${rostered.name}</bdi>`
        : 'CLASH: everybody is away';
  return html`<tr class="${reason}" data-person="${rostered.id}" ${liveAttributes(from, until)}><td>${momentText(from, zone)}</td><td>${momentText(until, zone)}</td><td>${name}${noteCell(note)}</td></tr>\n`;
}

/** What the script of a page marks rows by: seconds since 1970. */
export function liveAttributes(from: Temporal.Instant, until: Temporal.Instant): Html {
  const seconds = (at: Temporal.Instant) => Math.floor(at.epochMilliseconds / 1000);
  return html`data-begins="${seconds(from)}" data-ends="${seconds(until)}"`;
}

function noteCell(note: Html | string): Part {
  return note !== '' && html` <span class="for">${note}</span>`;
}

/** Ids of everybody in a roster, on call or covered for. */
export function peopleIn({ shifts }: Pick<RotationRoster, 'shifts'>): readonly string[] {
  return [...new Set(shifts.flatMap(({ onDuty, rostered }) => [onDuty.id, rostered.id]))];
}
