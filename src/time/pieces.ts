import { common, isBefore, overlap, type Span } from './span';

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
