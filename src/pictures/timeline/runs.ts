import { spanText } from '../../time/localTime';
import type { Looks } from '../people';
import type { TimeScale } from '../timeScale';
import { shiftText } from './bar';
import type { Stretch } from './stretches';

/** Less than initials need, in units of the picture: single bars as narrow as this have no text. */
const NARROW = 16;

/** Stretches that are one bar, or the bars of a row of days: at least one. */
export type Run = readonly [first: Stretch, ...others: Stretch[]];

/**
 * In somebody's turn, narrow stretches of the same person are one run: the daily windows of a week, or
 * the office hours in which others cover them. They are drawn and described together. Any other
 * stretch is a run of its own.
 */
export function runs(stretches: readonly Stretch[], scale: TimeScale): readonly Run[] {
  const isNarrow = ({ from, until, reason }: Stretch) =>
    reason !== 'clash' && scale.x(until) - scale.x(from) < NARROW;
  const found: [Stretch, ...Stretch[]][] = [];
  let turn: (typeof found)[number][] = [];
  for (const stretch of stretches) {
    if (turn[0]?.[0].rostered !== stretch.rostered || !isNarrow(stretch)) turn = [];
    const known = turn.find(([first]) => first.onDuty === stretch.onDuty);
    if (known !== undefined) {
      known.push(stretch);
      continue;
    }
    const run: (typeof found)[number] = [stretch];
    found.push(run);
    if (isNarrow(stretch)) turn.push(run);
  }
  return found;
}

/**
 * A run in words.
 * @example
 * runText(run, looks, 'Europe/Berlin') // 'Anna 7 times from Mon 23 Nov 2026 06:00 until Sun 29 Nov 12:00'
 */
export function runText(run: Run, looks: Looks, timeZone: string): string {
  const [first, ...others] = run;
  const last = others.at(-1);
  if (last === undefined) return `${shiftText(first, looks)} ${first.when}`;
  const when = spanText({ from: first.from, until: last.until }, timeZone);
  return `${shiftText(first, looks)} ${run.length} times ${when}`;
}
