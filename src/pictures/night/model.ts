import type { Temporal } from 'temporal-polyfill';
import type { PicturePerson } from '../people';

/** A rehearsed night to be drawn. */
export interface RehearsedNight {
  /** What the picture is called for screen readers. */
  readonly title: string;
  /** IANA zone of its times. */
  readonly timeZone: string;
  /** Everybody in the order of the data: colours follow from it. */
  readonly people: readonly PicturePerson[];
  /** From the broken run to its recovery, in order, at least one. */
  readonly events: readonly NightEvent[];
}

/** What happens at a moment. */
export interface NightEvent {
  readonly at: Temporal.Instant;
  /** In a few words: `Choo is paged, for Spencer`. */
  readonly text: string;
  /**
   * `broken` and `alert` are bad, `page` wakes somebody, `answered` is in somebody's hands,
   * `recovered` is well again.
   */
  readonly kind: 'broken' | 'alert' | 'page' | 'answered' | 'recovered';
  /** Id of the person whose phone it is. @default - a desk's, or nobody's */
  readonly person?: string;
}
