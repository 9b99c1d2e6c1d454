import { earlier, isBefore, later, type Span } from './span';

/**
 * The parts of spans that lie within windows, in order, found in one walk. Both lists are in order
 * and without overlaps.
 */
export function partsWithin<T extends Span>(spans: readonly T[], windows: readonly Span[]): T[] {
  const parts: T[] = [];
  let first = 0;
  for (const span of spans) {
    // Numbers are read once each: of rosters over years this is the longest walk.
    const [begins, ends] = [span.from.epochNanoseconds, span.until.epochNanoseconds];
    while (first < windows.length && (windows[first] as Span).until.epochNanoseconds <= begins) first += 1;
    for (let index = first; index < windows.length; index += 1) {
      const window = windows[index] as Span;
      const [opens, closes] = [window.from.epochNanoseconds, window.until.epochNanoseconds];
      const from = opens > begins ? window.from : span.from;
      const until = closes < ends ? window.until : span.until;
      if ((opens > begins ? opens : begins) >= (closes < ends ? closes : ends)) break;
      parts.push({ ...span, from, until });
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

/** Spans in order, with those that overlap or meet as one. */
export function merged(spans: readonly Span[]): Span[] {
  const all: Span[] = [];
  for (const { from, until } of byStart(spans)) {
    const last = all.at(-1);
    if (last === undefined || isBefore(last.until, from)) all.push({ from, until });
    else all[all.length - 1] = { from: last.from, until: later(last.until, until) };
  }
  return all;
}

/**
 * The parts of a span that none of the others contains, in order.
 * @example
 * without(night, [evening]) // [morning]
 */
export function without(stretch: Span, others: readonly Span[]): Span[] {
  const left: Span[] = [];
  let from = stretch.from;
  for (const other of byStart(others)) {
    if (!isBefore(from, stretch.until)) break;
    if (!isBefore(from, other.until)) continue;
    if (isBefore(from, other.from)) left.push({ from, until: earlier(other.from, stretch.until) });
    from = other.until;
  }
  if (isBefore(from, stretch.until)) left.push({ from, until: stretch.until });
  return left;
}

function byStart(spans: readonly Span[]): Span[] {
  return [...spans].sort((a, b) => (isBefore(a.from, b.from) ? -1 : isBefore(b.from, a.from) ? 1 : 0));
}
