import type { EscalationTarget } from './model/organization';
import type { Owner, Person, Responder } from './model/owner';
import type { Pipeline } from './model/pipeline';

/**
 * Whom a step reaches: whoever is on duty in a rotation; a person, or who stands in for
 * them; or a desk, which is always there.
 */
export type Target =
  | { readonly kind: 'rotation'; readonly rotation: string }
  | { readonly kind: 'person'; readonly person: Person }
  | { readonly kind: 'desk'; readonly desk: Responder };

/** What of a pipeline says whom its steps reach. */
type Reaching = Pick<Pipeline, 'primary' | 'escalation' | 'rotation'>;

/** Whom a step of a pipeline reaches; none where nobody can be reached, which the catalog refuses. */
export function targetOf({ primary, rotation }: Reaching, notify: EscalationTarget): Target | undefined {
  if (notify === 'on-duty') return rotation === undefined ? undefined : { kind: 'rotation', rotation };
  if (primary.kind === 'person') return primary;
  const desk = responderOf(primary);
  return desk && { kind: 'desk', desk };
}

/** People whom the steps of an on-call pipeline name, each once, in the order of the steps. */
export function personTargets(pipeline: Reaching & Pick<Pipeline, 'coverage'>): readonly Person[] {
  if (pipeline.coverage !== 'on-call') return [];
  const people = pipeline.escalation.steps.flatMap(({ notify }) => {
    const target = targetOf(pipeline, notify);
    return target?.kind === 'person' ? [target.person] : [];
  });
  return [...new Set(people)];
}

/** Who is paged where an owner is meant: the person, or the team's desk; none where it has none. */
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
