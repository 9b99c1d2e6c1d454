import type { Temporal } from 'temporal-polyfill';
import type { Person, Team } from './owner';

/** Who an escalation step notifies, and the word that the data uses for them. */
export type EscalationTarget =
  /** One of the pipeline's owners. */
  | { readonly kind: 'owner'; readonly word: 'primary' | 'secondary' }
  /** The people on call in the pipeline's rotations of a duty; the word is the duty's id. */
  | { readonly kind: 'duty'; readonly word: string }
  /** A person, or whoever covers for them; the word is their id. */
  | { readonly kind: 'person'; readonly word: string; readonly person: Person }
  /** A team's desk; the word is the team's id. */
  | { readonly kind: 'team'; readonly word: string; readonly team: Team };

/** Levels that are notified one after another until somebody acknowledges. */
export interface Escalation {
  /** Levels in order, at least one. */
  readonly steps: readonly EscalationStep[];
  /** How many rounds follow the first, 0 to 9 (PagerDuty's `num_loops`). */
  readonly repeat: number;
}

/** One level of an escalation. */
export interface EscalationStep {
  /** Who is notified, all at once: one to ten targets. */
  readonly notify: readonly EscalationTarget[];
  /** How long to wait for an acknowledgement: whole minutes, at least one. */
  readonly waits: Temporal.Duration;
}

/**
 * A step's targets as the data writes them.
 * @example
 * stepWords(step) // 'on-duty', or '[backup, primary]' for several
 */
export function stepWords({ notify }: Pick<EscalationStep, 'notify'>): string {
  return wordsText(notify.map(({ word }) => word));
}

/**
 * The words of a step's targets as the data writes them: alone, or as a list.
 * @example
 * wordsText(['backup', 'primary']) // '[backup, primary]'
 */
export function wordsText(words: readonly string[]): string {
  return words.length === 1 ? (words[0] ?? '') : `[${words.join(', ')}]`;
}
