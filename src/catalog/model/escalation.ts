import type { Temporal } from 'temporal-polyfill';
import type { Person, Team } from './owner';

/** Who an escalation step notifies, with the word by which the data names them. */
export type EscalationTarget =
  /** One of the pipeline's owners. */
  | { readonly kind: 'owner'; readonly word: 'primary' | 'secondary' }
  /** Whoever is on call in the pipeline's rotations of this duty; the word is the duty's id. */
  | { readonly kind: 'duty'; readonly word: string }
  | { readonly kind: 'person'; readonly word: string; readonly person: Person }
  /** A team's desk. */
  | { readonly kind: 'team'; readonly word: string; readonly team: Team };

/** Levels that are notified one after the other until somebody acknowledges. */
export interface Escalation {
  /** Levels in order, at least one. */
  readonly steps: readonly EscalationStep[];
  /** How many further rounds follow the first, 0..9 (PagerDuty's `num_loops`). */
  readonly repeat: number;
}

/** One level of an escalation. */
export interface EscalationStep {
  /** Who is notified, all at once; one to ten. */
  readonly notify: readonly EscalationTarget[];
  /** How long to wait for an acknowledgement, whole minutes, at least one. */
  readonly waits: Temporal.Duration;
}

/**
 * A step as the data writes it.
 * @example
 * stepWords(step) // 'on-duty', or '[backup, primary]' for several
 */
export function stepWords({ notify }: Pick<EscalationStep, 'notify'>): string {
  const words = notify.map(({ word }) => word);
  return words.length === 1 ? (words[0] ?? '') : `[${words.join(', ')}]`;
}
