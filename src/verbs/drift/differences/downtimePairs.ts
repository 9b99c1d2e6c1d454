import { Temporal } from 'temporal-polyfill';
import type { AccountReading, Downtime, DowntimeOnce } from '../../../deployment';
import { isCovered } from './downtimeCover';
import { targetOf } from './downtimeTarget';
import { timeDifference } from './downtimeTimes';
import type { MonitorPair } from './monitorPairs';

/** Which downtime is which. */
export interface DowntimePairs {
  readonly pairs: readonly { readonly expected: Downtime; readonly found: Downtime }[];
  /**
   * Those that somebody canceled, with what was canceled. Where none of its monitors is left
   * either, it was Terraform that took both away, and it is missing.
   */
  readonly canceled: readonly { readonly expected: Downtime; readonly found: Downtime }[];
  readonly missing: readonly Downtime[];
  readonly unexpected: readonly Downtime[];
}

/**
 * Pairs downtimes, which have no names, by what they silence and when: first the same
 * times, then what is near to them. A downtime of the data that is over is left out, and
 * so is a single one, of the data or of the account, that adds nothing to what the other
 * side holds: which bridges there are depends on when it was deployed.
 */
export function downtimePairs(
  expected: readonly Downtime[],
  { deployment, partial, canceled }: Pick<AccountReading, 'deployment' | 'partial' | 'canceled'>,
  monitors: readonly MonitorPair[],
  now: Temporal.Instant,
): DowntimePairs {
  const lasts = ({ time }: Downtime) => time.kind === 'recurring' || isAfter(time.until, now);
  const wanted = expected.filter(lasts);
  const free = new Set(
    [...deployment.downtimes, ...partial.downtimes.map(({ value }) => value).filter(isPaired)].filter(lasts),
  );
  const target = (downtime: Downtime) => targetOf(downtime, monitors);
  const take = (each: Downtime, fits: (one: Downtime, other: Downtime) => boolean) => {
    const found = [...free].find((other) => target(other) === target(each) && fits(each, other));
    if (found !== undefined) free.delete(found);
    return found;
  };
  const same = wanted.map((each) => take(each, (a, b) => timeDifference(a.time, b.time, now) === undefined));
  const all = wanted.map((each, index) => ({ expected: each, found: same[index] ?? take(each, isNear) }));
  const others = (each: Downtime, among: readonly Downtime[]) =>
    among.filter((other) => target(other) === target(each));
  const isHeld = (each: Downtime, among: readonly Downtime[]) => isCovered(each, others(each, among), now);
  const gone = all
    .filter(({ found }) => found === undefined)
    .map((each) => each.expected)
    .filter((each) => !isHeld(each, deployment.downtimes));
  const withdrawn = gone.map((each) => ({
    expected: each,
    found: silencesAny(each, monitors)
      ? canceled.find((other) => target(other) === target(each) && isNear(each, other))
      : undefined,
  }));
  return {
    pairs: all.flatMap(({ expected: each, found }) =>
      found === undefined ? [] : [{ expected: each, found }],
    ),
    canceled: withdrawn.flatMap(({ expected: each, found }) =>
      found === undefined ? [] : [{ expected: each, found }],
    ),
    missing: withdrawn.filter(({ found }) => found === undefined).map((each) => each.expected),
    unexpected: [...free].filter((each) => !isHeld(each, expected)),
  };
}

/** Whether a monitor that a downtime of the data silences is there. */
function silencesAny({ monitors: target }: Downtime, monitors: readonly MonitorPair[]): boolean {
  return monitors.some(({ expected }) =>
    'monitor' in target
      ? expected.key === target.monitor
      : target.tags.every((tag) => tag === '*' || expected.tags.includes(tag)),
  );
}

/** Whether enough of a downtime is understood to know which one it is. */
function isPaired(downtime: Partial<Downtime>): downtime is Downtime {
  return downtime.time !== undefined && downtime.monitors !== undefined;
}

/** Both recur, or both are once and overlap. */
function isNear({ time: a }: Downtime, { time: b }: Downtime): boolean {
  if (a.kind === 'recurring' || b.kind === 'recurring') return a.kind === b.kind;
  return isAfter(a.until, beginning(b)) && isAfter(b.until, beginning(a));
}

function beginning({ from }: DowntimeOnce): Temporal.Instant {
  return from ?? Temporal.Instant.fromEpochMilliseconds(0);
}

function isAfter(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return Temporal.Instant.compare(a, b) > 0;
}
