import { type Html, html, type Part } from '../html/html';
import type { SiteView } from '../view';
import { badgePart, nameText } from './names';
import { shownIn } from './shown';

/**
 * Filters the roster by person or pipeline without a script: anchors before everything else, and style
 * rules for what follows the anchor that a link has made the target.
 */
export function filterAnchors(view: SiteView): Html {
  const { people, pipelines } = shownIn(view);
  return html`<span class="anchor" id="everything"></span>${people.map(
    ({ id }) => html`<span class="anchor" id="person-${id}"></span>`,
  )}${pipelines.map(({ id }) => html`<span class="anchor" id="pipeline-${id}"></span>`)}`;
}

/** The links to the anchors. */
export function filterPart(view: SiteView): Html {
  const { people, pipelines } = shownIn(view);
  const link = (anchor: string, name: Part) => html`<a href="#${anchor}">${name}</a> `;
  return html`<nav class="filter" aria-label="Filter"><a href="#everything">Everything</a>
<p><span class="label">Person</span> ${people.map(({ id, name }) => link(`person-${id}`, [badgePart(id, view), nameText(name)]))}</p>
<p><span class="label">Pipeline</span> ${pipelines.map(({ id, name }) => link(`pipeline-${id}`, nameText(name)))}</p></nav>`;
}

/** Ids are lower-case letters, digits and hyphens, none of which has a meaning in a style sheet. */
export function filterStyle(view: SiteView): string {
  const { people, pipelines } = shownIn(view);
  const rowsOf = (id: string) =>
    view.rotations
      .filter(({ rotation }) => rotation.pipelines.includes(id))
      .map(({ rotation }) => `[data-row="${rotation.id}"]`);
  return [
    ...people.flatMap(({ id }) => [
      `#person-${id}:target~.rotations>:not([data-people~="${id}"]),#person-${id}:target~.rotations tr[data-on-duty]:not([data-on-duty="${id}"],[data-rostered="${id}"]){display:none}`,
      faded(`person-${id}`, `g[data-people]:not([data-people~="${id}"])`),
      selected(`person-${id}`),
    ]),
    ...pipelines.flatMap(({ id }) => [
      `#pipeline-${id}:target~.rotations>:not([data-pipelines~="${id}"]){display:none}`,
      faded(`pipeline-${id}`, `g[data-row]:not(${rowsOf(id).join()})`),
      selected(`pipeline-${id}`),
    ]),
  ].join('\n');
}

/** Fades what is filtered out of the picture, so that nothing in it moves. */
function faded(anchor: string, what: string): string {
  return `#${anchor}:target~.picture ${what}{opacity:.15}`;
}

function selected(anchor: string): string {
  return `#${anchor}:target~.filter a[href="#${anchor}"]{color:var(--on-accent);background:var(--accent)}`;
}
