/** A stretch of time, in whole seconds since 1970-01-01T00:00:00Z; `until` is excluded. */
export interface Seconds {
  readonly from: number;
  readonly until: number;
}

/** A stretch in which somebody is on call. */
export interface Watch extends Seconds {
  /** The user's id. */
  readonly user: string;
}

/** What two stretches have in common; none where they do not meet. */
export function common<T extends Seconds>(span: T, other: Seconds): T | undefined {
  const from = Math.max(span.from, other.from);
  const until = Math.min(span.until, other.until);
  return from < until ? { ...span, from, until } : undefined;
}

/** Stretches in order, with those that overlap or touch made one. */
export function united(spans: readonly Seconds[]): Seconds[] {
  const result: Seconds[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last === undefined || span.from > last.until) result.push(span);
    else result[result.length - 1] = { from: last.from, until: Math.max(last.until, span.until) };
  }
  return result;
}

/** Watches with others laid over them: where both are, the upper one counts. */
export function overlaid(lower: readonly Watch[], upper: readonly Watch[]): Watch[] {
  const left = upper.reduce<readonly Watch[]>(
    (rest, { from, until }) =>
      rest.flatMap((watch) =>
        [
          common(watch, { from: Number.NEGATIVE_INFINITY, until: from }),
          common(watch, { from: until, until: Number.POSITIVE_INFINITY }),
        ].filter((part) => part !== undefined),
      ),
    lower,
  );
  return joined([...left, ...upper]);
}

/** Watches in order, with those of one user that touch made one. */
export function joined(watches: readonly Watch[]): Watch[] {
  const result: Watch[] = [];
  for (const watch of [...watches].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last?.user === watch.user && last.until === watch.from) {
      result[result.length - 1] = { ...last, until: watch.until };
    } else result.push(watch);
  }
  return result;
}

/** How much of a stretch is covered, in per cent. */
export function coveragePercent(watches: readonly Seconds[], window: Seconds): number {
  const covered = united(watches).reduce((sum, { from, until }) => sum + until - from, 0);
  return (covered / (window.until - window.from)) * 100;
}
