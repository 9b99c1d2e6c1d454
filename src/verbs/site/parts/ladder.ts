import { type Pipeline, type Target, targetsOf } from '../../../catalog';
import { escalationLadder } from '../../../pictures';
import { counted } from '../../../text/counted';
import { type Html, html } from '../html/html';
import type { SiteView } from '../view';
import { nameText, personLink } from './names';
import { picturePart } from './picture';

/** One target of a pipeline's escalation. */
export interface Rung {
  /** Counted from 1 through the escalation's steps. */
  readonly step: number;
  /** Minutes after the alert at which it is paged, in the first round. */
  readonly after: number;
  readonly target: Target;
}

/** Everybody whom an alert of a pipeline pages in one round, in order. */
export function rungsOf(pipeline: Pipeline): readonly Rung[] {
  let after = 0;
  return pipeline.escalation.steps.flatMap((step, index) => {
    const rungs = targetsOf(pipeline, step).map((target) => ({ step: index + 1, after, target }));
    after += step.waits.total('minutes');
    return rungs;
  });
}

/** How long one round takes, in minutes. */
export function roundMinutes({ escalation }: Pipeline): number {
  return escalation.steps.reduce((sum, { waits }) => sum + waits.total('minutes'), 0);
}

/** The escalation of an on-call pipeline as a list, one entry for each target. */
export function ladderPart(pipeline: Pipeline, view: SiteView, root: string): Html {
  const { repeat } = pipeline.escalation;
  const round = roundMinutes(pipeline);
  const end =
    repeat === 0
      ? html`After ${round} min without an acknowledgement nobody else is paged; the incident stays open.`
      : html`After ${round} min without an acknowledgement it begins again, ${counted(repeat, 'more time')}.`;
  return html`${ladderPicture(pipeline, view)}<ol class="ladder">
${rungsOf(pipeline).map(
  ({ step, after, target }) =>
    html`<li data-step="${step}" data-target="${targetId(target, view)}"><span class="when">${whenText(after)}</span> <span>${targetPart(target, view, root)}</span></li>\n`,
)}</ol>
<p class="note">${end}</p>`;
}

/** The same as a picture. */
function ladderPicture(pipeline: Pipeline, view: SiteView): Html {
  const { steps, repeat } = pipeline.escalation;
  const ladder = {
    title: `Who is paged for ${pipeline.name}`,
    people: view.catalog.people,
    repeat,
    steps: steps.map((step) => ({
      minutes: step.waits.total('minutes'),
      notify: targetsOf(pipeline, step).map((target) => pictured(target, view)),
    })),
  };
  return picturePart('ladder', (options) => escalationLadder(ladder, options), { wide: 424 });
}

function pictured(target: Target, view: SiteView) {
  if (target.kind === 'desk') return { name: target.desk.name };
  if (target.kind === 'person') return { name: target.person.name, person: target.person.id };
  const found = view.rotations.find(({ rotation }) => rotation.id === target.rotation);
  return { name: 'Whoever is on call', note: found?.rotation.name ?? target.rotation };
}

/** Who is reached, in a few words without a link. */
export function targetPart(target: Target, view: SiteView, root: string): Html {
  switch (target.kind) {
    case 'desk':
      return nameText(target.desk.name);
    case 'person':
      return html`${personLink(target.person, view, root)}, or a stand-in`;
    case 'rotation': {
      const found = view.rotations.find(({ rotation }) => rotation.id === target.rotation);
      return html`whoever is on call in ${nameText(found?.rotation.name ?? target.rotation)}`;
    }
  }
}

/** When a step is paged. */
function whenText(after: number): string {
  return after === 0 ? 'At once' : `After ${after} min`;
}

/** A desk by its address, which is not personal; a person by theirs only if addresses are shown. */
function targetId(target: Target, { contacts }: SiteView): string {
  if (target.kind === 'rotation') return target.rotation;
  if (target.kind === 'desk') return target.desk.email;
  return contacts ? target.person.email : target.person.id;
}
