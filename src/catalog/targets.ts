import type { EscalationStep, EscalationTarget } from './model/escalation';
import type { Owner, Person, Responder } from './model/owner';
import type { Pipeline } from './model/pipeline';

/**
 * Who an escalation step reaches: the person on duty in a rotation; a person, or their
 * cover; or a desk, which is never away.
 */
export type Target =
  | { readonly kind: 'rotation'; readonly rotation: string }
  | { readonly kind: 'person'; readonly person: Person }
  | { readonly kind: 'desk'; readonly desk: Responder };

/** The part of a pipeline that decides who its steps reach. */
type Reaching = Pick<Pipeline, 'primary' | 'secondary' | 'escalation' | 'rotations'>;

/** Who a target of a pipeline reaches, one entry per rotation of a duty; empty where it reaches nobody, which the catalog refuses. */
export function reachedBy(pipeline: Reaching, target: EscalationTarget): readonly Target[] {
  switch (target.kind) {
    case 'duty':
      return pipeline.rotations
        .filter(({ duty }) => duty === target.word)
        .map(({ id }) => ({ kind: 'rotation', rotation: id }));
    case 'owner':
      return ownerTarget(pipeline[target.word]);
    default:
      return ownerTarget(target);
  }
}

/** All that a step of a pipeline reaches, in the order of its targets. */
export function targetsOf(pipeline: Reaching, { notify }: Pick<EscalationStep, 'notify'>): readonly Target[] {
  return notify.flatMap((target) => reachedBy(pipeline, target));
}

/**
 * A key by which equal targets are recognized, e.g. `rotation profit`.
 * @example
 * targetKey({ kind: 'person', person: choo }) // 'person choo'
 */
export function targetKey(target: Target): string {
  if (target.kind === 'rotation') return `rotation ${target.rotation}`;
  return target.kind === 'person' ? `person ${target.person.id}` : `team ${target.desk.id}`;
}

function ownerTarget(owner: Owner): readonly Target[] {
  if (owner.kind === 'person') return [{ kind: 'person', person: owner.person }];
  const desk = responderOf(owner);
  return desk === undefined ? [] : [{ kind: 'desk', desk }];
}

/** People named by the steps of an on-call pipeline, each once, in the order of the steps. */
export function personTargets(pipeline: Reaching & Pick<Pipeline, 'coverage'>): readonly Person[] {
  if (pipeline.coverage !== 'on-call') return [];
  const people = pipeline.escalation.steps.flatMap((step) =>
    targetsOf(pipeline, step).flatMap((target) => (target.kind === 'person' ? [target.person] : [])),
  );
  return [...new Set(people)];
}

/**
 * Who is paged for an owner: the person, or the team's desk.
 * @returns undefined for a team without a desk
 */
export function responderOf(owner: Owner): Responder | undefined {
  if (owner.kind === 'person') return owner.person;
  const { id, desk } = owner.team;
  return desk && { id, ...desk };
}

/**
 * Name of the PagerDuty schedule through which a pipeline reaches a person.
 * @example
 * personScheduleName(pipeline, choo) // 'Aggregate growth for investors: Choo'
 */
export function personScheduleName(pipeline: Pick<Pipeline, 'name'>, person: Pick<Person, 'name'>): string {
  return `${pipeline.name}: ${person.name}`;
}
