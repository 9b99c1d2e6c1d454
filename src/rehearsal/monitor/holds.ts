import { Temporal } from 'temporal-polyfill';
import type { Downtime, Monitor } from '../../deployment/deployment';
import { contains, type Span } from '../../time/span';
import type { Counting } from '../turns';
import { mutesOf } from './mutes';

/** A time in which a monitor is muted and should not be, or the other way round. */
export interface HoldDisagreement extends Span {
  /** Whether downtimes mute it. */
  readonly isHeld: boolean;
  /**
   * The way of counting a downtime's hours in which it happens.
   * @default - both ways
   */
  readonly counting?: Counting;
}

/**
 * The times in which downtimes hold a monitor within office hours, or do not hold it outside
 * of them, in both ways in which Datadog may count a downtime's hours when the clocks change.
 * Exact: whole spans are compared, not samples.
 * @param open the office hours within the span
 * @returns in order of time; empty if there are none
 * @throws DeploymentError for a downtime that the rehearsal does not know
 */
export function holdDisagreements(
  monitor: Monitor,
  downtimes: readonly Downtime[],
  open: readonly Span[],
  span: Span,
): HoldDisagreement[] {
  const [elapsed, wall] = [inOneWay('elapsed'), inOneWay('wall-clock')];
  const isIn = (all: readonly HoldDisagreement[], each: HoldDisagreement) =>
    all.some((other) => isSame(each, other));
  return [
    ...elapsed.map((each) => (isIn(wall, each) ? each : { ...each, counting: 'elapsed' as const })),
    ...wall
      .filter((each) => !isIn(elapsed, each))
      .map((each) => ({ ...each, counting: 'wall-clock' as const })),
  ].sort((a, b) => Temporal.Instant.compare(a.from, b.from));

  function inOneWay(counting: Counting): HoldDisagreement[] {
    const mutes = mutesOf(monitor, downtimes, span, counting);
    const edges = edgesOf([span, ...open, ...mutes], span);
    const found: HoldDisagreement[] = [];
    for (const [index, from] of edges.slice(0, -1).entries()) {
      const until = edges[index + 1] ?? from;
      const isHeld = holds(mutes, from);
      if (isHeld !== holds(open, from)) continue;
      const before = found.at(-1);
      if (before?.until.equals(from) && before.isHeld === isHeld)
        found[found.length - 1] = { ...before, until };
      else found.push({ from, until, isHeld });
    }
    return found;
  }
}

function isSame(a: HoldDisagreement, b: HoldDisagreement): boolean {
  return a.from.equals(b.from) && a.until.equals(b.until) && a.isHeld === b.isHeld;
}

/** All beginnings and ends within a span, each once, in order. */
function edgesOf(spans: readonly Span[], within: Span): Temporal.Instant[] {
  const times = new Set(spans.flatMap(({ from, until }) => [from, until].map((at) => at.epochNanoseconds)));
  return [...times]
    .filter((at) => within.from.epochNanoseconds <= at && at <= within.until.epochNanoseconds)
    .sort((a, b) => (a < b ? -1 : 1))
    .map((at) => Temporal.Instant.fromEpochNanoseconds(at));
}

function holds(spans: readonly Span[], at: Temporal.Instant): boolean {
  return spans.some((span) => contains(span, at));
}
