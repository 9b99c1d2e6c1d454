import type { Person } from '../../catalog';
import type { Span } from '../../roster';

/** One shift as a calendar shows it, the same in every feed. */
export interface ShiftEvent extends Span {
  /** Stable from day to day, see `Uids`. */
  readonly uid: string;
  /** Who is paged. */
  readonly onDuty: Person;
  /** Whose turn it is. */
  readonly rostered: Person;
  /** Title, one line. */
  readonly summary: string;
  /** Pipelines, escalation and links to runbooks, in several lines. */
  readonly description: string;
  /**
   * The runbook, if the rotation serves only one pipeline.
   * @default - none
   */
  readonly url?: string;
}

/** What a feed can be about; each kind has a folder. */
export const FEED_KINDS = ['people', 'rotations', 'pipelines'] as const;

/** The kind of a feed: the name of its folder. */
export type FeedKind = (typeof FEED_KINDS)[number];

/** A calendar that somebody subscribes to. */
export interface Feed {
  readonly kind: FeedKind;
  /** Id of the person, rotation or pipeline. */
  readonly id: string;
  /** Title of the calendar, one line. */
  readonly name: string;
  /** In order of time. */
  readonly events: readonly ShiftEvent[];
}

/**
 * The path of a feed below the folder of all feeds.
 * @example
 * feedPath({ kind: 'people', id: 'aidil' }) // 'people/aidil.ics'
 */
export function feedPath({ kind, id }: Pick<Feed, 'kind' | 'id'>): string {
  return `${kind}/${id}.ics`;
}
