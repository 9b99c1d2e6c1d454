import type { Person } from '../../catalog';
import type { Span } from '../../roster';

/** One shift as a calendar shows it; the same in every feed that it is in. */
export interface WatchEvent extends Span {
  /** The same from day to day, see `eventsOf`. */
  readonly uid: string;
  /** Who is paged. */
  readonly onDuty: Person;
  /** Whose turn it is. */
  readonly rostered: Person;
  /** Title, one line. */
  readonly summary: string;
  /** Pipelines, escalation and links to runbooks, in lines. */
  readonly description: string;
  /**
   * The runbook, where the rotation serves one pipeline.
   * @default - there are several
   */
  readonly url?: string;
}

/** What a feed is about; each kind is a folder. */
export const FEED_KINDS = ['people', 'rotations', 'pipelines'] as const;

/** The kind of a feed, by the name of its folder. */
export type FeedKind = (typeof FEED_KINDS)[number];

/** A calendar that somebody subscribes to. */
export interface Feed {
  readonly kind: FeedKind;
  /** Id of the person, rotation or pipeline. */
  readonly id: string;
  /** Title of the calendar, one line. */
  readonly name: string;
  /** In order; none where nobody is planned. */
  readonly events: readonly WatchEvent[];
}

/**
 * Where a feed is, below the folder of all.
 * @example
 * feedPath({ kind: 'people', id: 'aidil' }) // 'people/aidil.ics'
 */
export function feedPath({ kind, id }: Pick<Feed, 'kind' | 'id'>): string {
  return `${kind}/${id}.ics`;
}
