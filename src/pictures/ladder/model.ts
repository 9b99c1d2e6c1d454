import type { PicturePerson } from '../people';

/** An escalation to be drawn. */
export interface Ladder {
  /** What the picture is called for screen readers. */
  readonly title: string;
  /** Everybody in the order of the data: colours follow from it. */
  readonly people: readonly PicturePerson[];
  /** Levels in order, at least one. */
  readonly steps: readonly LadderStep[];
  /** How many rounds follow the first. */
  readonly repeat: number;
}

/** One level. */
export interface LadderStep {
  /** Who is paged, all at once. */
  readonly notify: readonly LadderTarget[];
  /** How long it waits for an acknowledgement, in whole minutes. */
  readonly minutes: number;
}

/** Who is paged. */
export interface LadderTarget {
  /** Display name: of a person, a desk, or a rotation. */
  readonly name: string;
  /** Id of the person whose colour it has. @default - grey */
  readonly person?: string;
  /** Why, e.g. `on call for Investor growth`. @default - nothing */
  readonly note?: string;
}
