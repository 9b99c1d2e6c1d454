import { durationWords } from '../../../alerts/durationWords';
import { officeOf, type Person } from '../../../catalog';
import type { Shift } from '../../../roster';
import { isBefore } from '../../../roster';
import { type Html, html, type Part } from '../html/html';
import { type Page, rootOf } from '../html/page';
import { calendarPart } from '../parts/calendar';
import { noteText } from '../parts/duty';
import { freshnessPart } from '../parts/freshness';
import { liveData } from '../parts/liveData';
import { momentText } from '../parts/moment';
import { badgePart, mailLink, nameText, personLink, pipelineLink } from '../parts/names';
import { liveAttributes } from '../parts/shiftRows';
import { type SiteRotation, type SiteView, shiftsHref } from '../view';

/** A shift and its rotation. */
interface OwnShift {
  readonly each: SiteRotation;
  readonly shift: Shift;
}

/** The page of one person: their next shifts, in their local time, and who owes whom. */
export function personPage(person: Person, view: SiteView): Page {
  const path = `people/${person.id}.html`;
  const root = rootOf(path);
  const calendar = `calendars/people/${person.id}.ics`;
  const { timeZone } = officeOf(view.catalog, person);
  const shifts = shiftsOf(view, ({ onDuty }) => onDuty === person);
  return {
    path,
    title: person.name,
    data: liveData([], view, root),
    calendars: [calendar],
    body: html`<h1 class="person">${badgePart(person.id, view)}${nameText(person.name)}</h1>
${freshnessPart(view, root)}
<p class="facts">${nameText(person.team.name)}<span class="sep">times in ${timeZone}</span>${view.contacts && html`<span class="sep">${mailLink(person.email)}</span>`}${person.left !== undefined && html`<span class="sep">until ${person.left.subtract({ days: 1 }).toString()}</span>`}</p>
<h2 id=":shifts">Next shifts</h2>
${shiftsTable(shifts, timeZone)}
${calendarPart(calendar, view, root)}
<h2 id=":covers">Covers</h2>
${coversPart(person, timeZone)}
${namedPart(person)}`,
  };

  function shiftsTable(own: readonly OwnShift[], zone: string): Html {
    if (own.length === 0) return html`<p>No shift until ${momentText(view.window.until, zone)}.</p>`;
    return html`<table class="shifts next"><thead><tr><th scope="col">From</th><th scope="col">Until</th><th scope="col">For</th></tr></thead><tbody>
${own.map(
  ({ each, shift }) =>
    html`<tr class="${shift.reason}" ${liveAttributes(shift.from, shift.until)}><td>${momentText(shift.from, zone)}</td><td>${momentText(shift.until, zone)}</td><td><a href="${root}${shiftsHref(each.rotation, view)}">${nameText(each.rotation.name)}</a>${shift.reason !== 'rotation' && html` <span class="for">${noteText(shift)}</span>`}</td></tr>\n`,
)}</tbody></table>`;
  }

  function coversPart(of: Person, zone: string): Html {
    const given = shiftsOf(view, ({ onDuty, reason }) => reason === 'cover' && onDuty === of);
    const received = shiftsOf(view, ({ rostered, reason }) => reason === 'cover' && rostered === of);
    if (given.length + received.length === 0)
      return html`<p>None until ${momentText(view.window.until, zone)}.</p>`;
    const line = ({ shift, each }: OwnShift, words: Part): Html =>
      html`<li>${words}: ${momentText(shift.from, zone)} until ${momentText(shift.until, zone)}, ${nameText(each.rotation.name)}</li>`;
    const debts = view.load.debts.flatMap(({ debtor, creditor, time }) => {
      const words = durationWords(time);
      if (debtor === of) return [html`<li>Owes ${personLink(creditor, view, root)} ${words}</li>`];
      return creditor === of ? [html`<li>Is owed ${words} by ${personLink(debtor, view, root)}</li>`] : [];
    });
    return html`<ul>
${given.map((own) => line(own, html`Covers ${personLink(own.shift.rostered, view, root)}`))}
${received.map((own) => line(own, html`Covered by ${personLink(own.shift.onDuty, view, root)}`))}
${debts}</ul>`;
  }

  function namedPart(of: Person): Html | undefined {
    const own = view.persons.filter((each) => each.person === of);
    const { pipelines } = view.catalog;
    const owned = pipelines.filter((pipeline) =>
      [pipeline.primary, pipeline.secondary].some((owner) => owner.kind === 'person' && owner.person === of),
    );
    const all = [...new Set([...owned, ...own.map(({ pipeline }) => pipeline)])];
    if (all.length === 0) return undefined;
    return html`<h2 id=":pipelines">Pipelines</h2>
<ul class="names">${all.map((pipeline) => html`<li>${pipelineLink(pipeline, root)}</li>`)}</ul>`;
  }
}

/** Shifts of all rotations, in order of time. */
function shiftsOf(view: SiteView, isMeant: (shift: Shift) => boolean): readonly OwnShift[] {
  return view.rotations
    .flatMap((each) => each.whole.filter(isMeant).map((shift) => ({ each, shift })))
    .sort((a, b) =>
      isBefore(a.shift.from, b.shift.from) ? -1 : isBefore(b.shift.from, a.shift.from) ? 1 : 0,
    );
}
