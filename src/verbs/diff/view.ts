import type { Temporal } from 'temporal-polyfill';
import type { Catalog, Diagnostic } from '../../catalog';
import type { Diff } from './changes';
import type { Source } from './source';

/** Which side of a comparison. */
export type SideName = 'base' | 'head';

/** What `watchbill diff` shows if both sides can be read. */
export interface DiffView {
  readonly base: Source;
  readonly head: Source;
  readonly diff: Diff;
  /** Undefined if BASE has no data. */
  readonly before: Catalog | undefined;
  readonly after: Catalog;
  /** Errors in the new roster: times when nobody is on call, years without a holiday file. */
  readonly problems: readonly Diagnostic[];
}

/** One side of a comparison, if it can be read. */
export interface ReadSide {
  readonly side: SideName;
  readonly source: Source;
  /** Undefined if the data has errors. */
  readonly catalog: Catalog | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** What `watchbill diff` shows if a side cannot be read. */
export interface BrokenView {
  readonly base: Source;
  readonly head: Source;
  /** The sides with errors: at least one. */
  readonly broken: readonly ReadSide[];
  /** The other side, as of an instant. @default - both have errors */
  readonly sound?: { readonly side: ReadSide; readonly catalog: Catalog; readonly asOf: Temporal.Instant };
}

/**
 * A side as a heading names it.
 * @example
 * sideText('base', source) // 'BASE, merge base with main (66e0b52)'
 */
export function sideText(side: SideName, { name, uncommitted }: Source): string {
  return `${side === 'base' ? 'BASE' : 'HEAD'}, ${name}${uncommitted ? ' with uncommitted changes' : ''}`;
}
