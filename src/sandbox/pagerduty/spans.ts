/** A span in whole seconds since 1970-01-01T00:00:00Z; half open. */
export interface Seconds {
  readonly from: number;
  readonly until: number;
}

/** A span in which somebody is on call. */
export interface Shift extends Seconds {
  /** The user's id. */
  readonly user: string;
}

/**
 * The time that two spans have in common.
 * @returns undefined if they have none
 */
export function common<T extends Seconds>(span: T, other: Seconds): T | undefined {
  const from = Math.max(span.from, other.from);
  const until = Math.min(span.until, other.until);
  return from < until ? { ...span, from, until } : undefined;
}

/** Spans in order; those that overlap or touch are merged. */
export function united(spans: readonly Seconds[]): Seconds[] {
  const result: Seconds[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last === undefined || span.from > last.until) result.push(span);
    else result[result.length - 1] = { from: last.from, until: Math.max(last.until, span.until) };
  }
  return result;
}

/** Shifts with others on top: where they overlap, the upper one wins. */
export function overlaid(lower: readonly Shift[], upper: readonly Shift[]): Shift[] {
  const left = upper.reduce<readonly Shift[]>(
    (rest, { from, until }) =>
      rest.flatMap((shift) =>
        [
          common(shift, { from: Number.NEGATIVE_INFINITY, until: from }),
          common(shift, { from: until, until: Number.POSITIVE_INFINITY }),
        ].filter((part) => part !== undefined),
      ),
    lower,
  );
  return joined([...left, ...upper]);
}

/** Shifts in order; those of one user that touch are merged. */
export function joined(shifts: readonly Shift[]): Shift[] {
  const result: Shift[] = [];
  for (const shift of [...shifts].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last?.user === shift.user && last.until === shift.from) {
      result[result.length - 1] = { ...last, until: shift.until };
    } else result.push(shift);
  }
  return result;
}

/** How much of a window is covered, in per cent. */
export function coveragePercent(shifts: readonly Seconds[], window: Seconds): number {
  const covered = united(shifts).reduce((sum, { from, until }) => sum + until - from, 0);
  return (covered / (window.until - window.from)) * 100;
}
