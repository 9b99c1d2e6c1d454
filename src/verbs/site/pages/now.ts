import type { Pipeline } from '../../../catalog';
import { type Html, html, joined, type Part } from '../html/html';
import type { Page } from '../html/page';
import { dutiesPart, rotationsOf } from '../parts/duty';
import { freshnessPart } from '../parts/freshness';
import { roundMinutes, rungsOf, targetPart } from '../parts/ladder';
import { liveData } from '../parts/liveData';
import { mutePart } from '../parts/mute';
import { nameText, personLink, pipelineLink } from '../parts/names';
import { nowGroups } from '../parts/nowGroups';
import { ownerName } from '../parts/owners';
import type { SiteView } from '../view';

const ROOT = '';

/** Most pipelines that have a card each; nobody would read more. */
const MOST_CARDS = 12;

/** The first page: for each pipeline who is on call now, who is next, and which desk is paged first. */
export function nowPage(view: SiteView): Page {
  const { pipelines, people } = view.catalog;
  const onCall = pipelines.filter(({ coverage }) => coverage === 'on-call');
  const mailed = pipelines.filter(({ coverage }) => coverage === 'office-hours');
  return {
    path: 'index.html',
    title: 'On call now',
    data: liveData(view.rotations, view, ROOT),
    body: html`<h1>On call now</h1>
${freshnessPart(view, ROOT)}
${
  onCall.length === 0
    ? html`<p>No pipeline is on call.</p>`
    : onCall.length > MOST_CARDS
      ? nowGroups(onCall, view, ROOT)
      : html`<ul class="cards">
${onCall.map((pipeline) => html`<li class="card">${onCallPart(pipeline, view)}</li>\n`)}</ul>`
}
${
  mailed.length > 0 &&
  html`<h2 id=":office-hours">In office hours only</h2>
<p class="note">Nobody is paged for these. Their two owners get a mail.</p>
<ul class="rows">
${mailed.map((pipeline) => mailedPart(pipeline, view))}</ul>`
}
<h2 id=":people">People</h2>
${
  people.length === 0
    ? html`<p>Nobody is in the data.</p>`
    : html`<ul class="names">
${people.map((person) => html`<li>${personLink(person, view, ROOT)}</li>\n`)}</ul>`
}
${
  view.others.length > 0 &&
  html`<h2 id=":pages">Pages of the runbooks</h2>
<ul class="names">${view.others.map(({ path, title }) => html`<li><a href="${path}">${nameText(title)}</a></li>`)}</ul>`
}`,
  };
}

function onCallPart(pipeline: Pipeline, view: SiteView): Html {
  const alerts = pipeline.runbook?.alerts ?? [];
  return html`<h2>${pipelineLink(pipeline, ROOT)}</h2>
${dutiesPart(rotationsOf(pipeline, view), view, ROOT)}
${mutePart(pipeline, view)}<p class="order">${orderPart(pipeline, view)}</p>
${
  alerts.length > 0 &&
  html`<p class="jump"><span class="label">Alerts</span> ${alerts.map(
    ({ id, section }) => html`<a href="pipelines/${pipeline.id}.html#${id}">${nameText(section.title)}</a> `,
  )}</p>`
}`;
}

/** Who is paged in which order, in one line. */
function orderPart(pipeline: Pipeline, view: SiteView): Part {
  const rungs = rungsOf(pipeline);
  const steps = [...new Set(rungs.map(({ step }) => step))].map((step) =>
    rungs.filter((rung) => rung.step === step),
  );
  const words = steps.map((targets, index) => {
    const duties = targets.flatMap(({ target }) =>
      target.kind === 'rotation' ? [onCallWords(target.rotation, view)] : [],
    );
    const others = targets.flatMap(({ target }) =>
      target.kind === 'rotation' ? [] : [targetPart(target, view, ROOT)],
    );
    const names = joined([...new Set(duties), ...others], ' and ');
    return index === 0 ? [names] : [names, ` after ${targets[0]?.after} min`];
  });
  const { repeat } = pipeline.escalation;
  return [
    html`<span class="label">Paged first</span> `,
    joined(words, ', then '),
    repeat > 0 && `, again after ${roundMinutes(pipeline)} min`,
  ];
}

/** Rotations of one duty take over from each other, or are on call together: the step pages the duty. */
function onCallWords(id: string, { catalog, rotations }: SiteView): string {
  const found = rotations.find(({ rotation }) => rotation.id === id);
  const isOne = catalog.organization.duties.length === 1;
  return found === undefined || isOne ? 'whoever is on call' : `whoever is ${found.rotation.duty}`;
}

function mailedPart(pipeline: Pipeline, view: SiteView): Html {
  const owners = [pipeline.primary, pipeline.secondary].map((owner) => ownerName(owner, view, ROOT));
  return html`<li>${pipelineLink(pipeline, ROOT)} <span class="muted">mail to ${joined(owners, ' and ')}</span>${mutePart(pipeline, view)}</li>\n`;
}
