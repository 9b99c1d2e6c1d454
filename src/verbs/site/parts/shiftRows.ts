import type { Temporal } from 'temporal-polyfill';
import type { Responder } from '../../../catalog';
import { instantJson } from '../../../cli/json';
import type { Shift, Watch } from '../../../roster';
import { zoneOf } from '../../../roster';
import { clockText } from '../../../time/localTime';
import { type Html, html, type Part } from '../html/html';
import type { SiteRotation, SiteView } from '../view';
import { noteText } from './duty';
import { momentText, momentWords } from './moment';
import { nameText, personLink } from './names';

/** The head of a table of shifts. */
export const SHIFT_HEAD = html`<thead><tr><th scope="col">From</th><th scope="col">Until</th><th scope="col">On call</th></tr></thead>`;

/**
 * The shifts of a rotation as rows: the attributes are those of `roster --json` without options, and
 * begin with the window; the text says when the running shift really began, and has days with the same
 * hours in one row.
 */
export function rosterRows({ rotation, roster, whole }: SiteRotation, view: SiteView, root: string): Part {
  const zone = zoneOf(rotation, view.catalog.organization);
  const gaps = roster.gaps.map(
    ({ from, until }) =>
      html`<tr class="gap"><td>${momentText(from, zone)}</td><td>${momentText(until, zone)}</td><td>nobody: before the first version</td></tr>\n`,
  );
  const clocksOf = (shift: Shift) =>
    `${clockText(startOf(shift, whole), zone)} to ${clockText(shift.until, zone)}`;
  return [
    gaps,
    weeksOf(roster.shifts, clocksOf).map(([first, ...others]) => {
      const begins = startOf(first, whole);
      const last = others.at(-1);
      const more =
        last === undefined
          ? noteCell(noteText(first))
          : html` <span class="muted">${others.length + 1} times, each ${clocksOf(first)}</span>`;
      const end = last?.until ?? first.until;
      return [
        shiftRow(rotation.id, first, zone, {
          ...(last && { attributes: liveAttributes(begins, end) }),
          cells: html`<td>${momentWords(begins, zone)}</td><td>${momentWords(end, zone)}</td><td>${personLink(first.onDuty, view, root)}${more}</td>`,
        }),
        others.map((shift) => shiftRow(rotation.id, shift, zone, { attributes: html`hidden` })),
      ];
    }),
  ];
}

/** A shift, and those of the same person on the following days. */
type Week = readonly [first: Shift, ...others: Shift[]];

/**
 * Days of a rotation with hours are one row, as long as their hours are the same.
 * @param clocksOf the clock times at which a shift begins and ends
 */
function weeksOf(shifts: readonly Shift[], clocksOf: (shift: Shift) => string): readonly Week[] {
  const weeks: [Shift, ...Shift[]][] = [];
  for (const shift of shifts) {
    const last = weeks.at(-1)?.at(-1);
    const isMore =
      last?.reason === 'rotation' &&
      shift.reason === 'rotation' &&
      last.onDuty === shift.onDuty &&
      !last.until.equals(shift.from) &&
      clocksOf(last) === clocksOf(shift);
    if (isMore) weeks.at(-1)?.push(shift);
    else weeks.push([shift]);
  }
  return weeks;
}

function shiftRow(
  rotation: string,
  { from, until, onDuty, rostered, reason }: Shift,
  zone: string,
  { attributes, cells }: { readonly attributes?: Html; readonly cells?: Html },
): Html {
  return html`<tr${reason !== 'rotation' && html` class="${reason}"`} data-rotation="${rotation}" data-from="${instantJson(from, zone)}" data-until="${instantJson(until, zone)}" data-on-duty="${onDuty.id}" data-reason="${reason}"${rostered !== onDuty && html` data-rostered="${rostered.id}"`}${attributes && html` ${attributes}`}>${cells}</tr>\n`;
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

/** The attributes by which the script of a page marks rows: seconds since 1970. */
export function liveAttributes(from: Temporal.Instant, until: Temporal.Instant): Html {
  const seconds = (at: Temporal.Instant) => Math.floor(at.epochMilliseconds / 1000);
  return html`data-begins="${seconds(from)}" data-ends="${seconds(until)}"`;
}

function noteCell(note: Html | string): Part {
  return note !== '' && html` <span class="for">${note}</span>`;
}

/** Ids of everybody in a roster, on call or covered for. */
export function peopleIn({
  shifts,
}: {
  readonly shifts: readonly { readonly onDuty: { id: string }; readonly rostered: { id: string } }[];
}): readonly string[] {
  return [...new Set(shifts.flatMap(({ onDuty, rostered }) => [onDuty.id, rostered.id]))];
}
