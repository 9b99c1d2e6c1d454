import type { Temporal } from 'temporal-polyfill';
import type { Layer } from '../deployment/deployment';
import { merged } from '../time/pieces';
import { earlier, isBefore, later, type Span } from '../time/span';
import { restrictionWindows } from './restrictionWindows';
import { type Counting, turnAt, turnStart } from './turns';

/** When a layer is active within a span, and whose turn it is: computed once, because zoned arithmetic is slow. */
export interface LayerTimes {
  /** Times in which the layer is active, in order, none of which touches the next. */
  readonly active: readonly Span[];
  /** Hand-offs within the span, in order; none in a layer with a single user. */
  readonly handOffs: readonly Temporal.Instant[];
  /** Number of the turn that runs until the first of them. */
  readonly turn: number;
}

/** The times of a layer within a span. */
export function layerTimes(layer: Layer, timeZone: string, span: Span, counting: Counting): LayerTimes {
  const from = later(layer.start, span.from);
  const until = layer.end === undefined ? span.until : earlier(layer.end, span.until);
  if (!isBefore(from, until)) return { active: [], handOffs: [], turn: 0 };
  const active =
    layer.restrictions.length === 0
      ? [{ from, until }]
      : merged(
          layer.restrictions
            .flatMap((each) => restrictionWindows(each, timeZone, { from, until }, counting))
            .map((window) => ({ from: later(window.from, from), until: earlier(window.until, until) })),
        );
  if (layer.users.length < 2) return { active, handOffs: [], turn: 0 };
  const turn = turnAt(layer, timeZone, from, counting);
  const handOffs: Temporal.Instant[] = [];
  for (let next = turn + 1; ; next += 1) {
    const handOff = turnStart(layer, timeZone, next, counting);
    if (!isBefore(handOff, until)) return { active, handOffs, turn };
    handOffs.push(handOff);
  }
}

/** Whether the layer is active at an instant of the span. */
export function isActiveAt({ active }: LayerTimes, at: Temporal.Instant): boolean {
  const last = active[count(active, (span) => !isBefore(at, span.from)) - 1];
  return last !== undefined && isBefore(at, last.until);
}

/** Number of the turn that runs at an instant of the span. */
export function turnIn({ turn, handOffs }: LayerTimes, at: Temporal.Instant): number {
  return turn + count(handOffs, (handOff) => !isBefore(at, handOff));
}

/** How many items at the start of a list fulfil a condition that the later ones do not (binary search). */
function count<T>(items: readonly T[], condition: (item: T) => boolean): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (condition(items[middle] as T)) low = middle + 1;
    else high = middle;
  }
  return low;
}
