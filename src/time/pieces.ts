import { Temporal } from 'temporal-polyfill';
import { common, earlier, isBefore, overlap, type Span } from './span';

/**
 * The parts of spans that lie within windows, in order, found in one walk. Both lists are in order
 * and without overlaps.
 */
export function partsWithin<T extends Span>(spans: readonly T[], windows: readonly Span[]): T[] {
  const parts: T[] = [];
  let first = 0;
  for (const span of spans) {
    while (first < windows.length && !isBefore(span.from, windows[first]?.until ?? span.from)) first += 1;
    for (let index = first; index < windows.length; index += 1) {
      const window = windows[index];
      if (window === undefined || !overlap(window, span)) break;
      parts.push({ ...span, ...common(window, span) });
    }
  }
  return parts;
}

/** Spans in order, with those that meet joined. */
export function joined(spans: readonly Span[]): Span[] {
  const found: Span[] = [];
  for (const { from, until } of spans) {
    const last = found.at(-1);
    if (last?.until.equals(from)) found[found.length - 1] = { from: last.from, until };
    else found.push({ from, until });
  }
  return found;
}

/**
 * The parts of a span that none of the others contains, in order.
 * @example
 * without(night, [evening]) // [morning]
 */
export function without(stretch: Span, others: readonly Span[]): Span[] {
  const left: Span[] = [];
  let from = stretch.from;
  const inOrder = [...others].sort((a, b) => Temporal.Instant.compare(a.from, b.from));
  for (const other of inOrder) {
    if (!isBefore(from, stretch.until)) break;
    if (!isBefore(from, other.until)) continue;
    if (isBefore(from, other.from)) left.push({ from, until: earlier(other.from, stretch.until) });
    from = other.until;
  }
  if (isBefore(from, stretch.until)) left.push({ from, until: stretch.until });
  return left;
}
