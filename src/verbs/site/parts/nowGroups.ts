import type { Pipeline } from '../../../catalog';
import { type Html, html, joined, type Part } from '../html/html';
import { type SiteView, shiftsHref } from '../view';
import { dutiesPart, rotationsOf } from './duty';
import { rungsOf, targetPart } from './ladder';
import { mutePart } from './mute';
import { nameText, pipelineLink } from './names';

/** Pipelines by the rotations that they share, so that each rotation is shown once. */
export function nowGroups(pipelines: readonly Pipeline[], view: SiteView, root: string): Html {
  const groups = new Map<string, Pipeline[]>();
  for (const pipeline of pipelines) {
    const key = rotationsOf(pipeline, view)
      .map(({ rotation }) => rotation.id)
      .join(' ');
    groups.set(key, [...(groups.get(key) ?? []), pipeline]);
  }
  return html`<div class="cards">
${[...groups.values()].map((group) => groupPart(group, view, root))}</div>`;
}

function groupPart(group: readonly Pipeline[], view: SiteView, root: string): Html {
  const rotations = group.slice(0, 1).flatMap((pipeline) => rotationsOf(pipeline, view));
  const names = joined(
    rotations.map(
      ({ rotation }) => html`<a href="${root}${shiftsHref(rotation, view)}">${nameText(rotation.name)}</a>`,
    ),
    ', ',
  );
  return html`<section class="card">
<h2>${names}</h2>
${dutiesPart(rotations, view, root)}
<ul class="rows">
${group.map(
  (pipeline) =>
    html`<li>${pipelineLink(pipeline, root)}${firstPart(pipeline, view, root)}${mutePart(pipeline, view)}</li>\n`,
)}</ul></section>\n`;
}

/** Who is paged before whoever is on call. */
function firstPart(pipeline: Pipeline, view: SiteView, root: string): Part {
  const first = rungsOf(pipeline).filter(({ step, target }) => step === 1 && target.kind !== 'rotation');
  if (first.length === 0) return undefined;
  const names = first.map(({ target }) => targetPart(target, view, root));
  return html` <span class="muted">paged first: ${joined(names, ' and ')}</span>`;
}
