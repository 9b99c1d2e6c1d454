import { Temporal } from 'temporal-polyfill';
import type { AccountReading, Downtime, DowntimeOnce } from '../../../deployment';
import { MARK_TAG } from '../../../text/mark';
import { isBefore } from '../../../time/span';
import { isCovered } from './downtimeCover';
import { timeDifference } from './downtimeTimes';
import type { MonitorPair } from './monitorPairs';

/** A downtime of the data and the one that Datadog has for it. */
export interface DowntimePair {
  readonly expected: Downtime;
  readonly found: Downtime;
}

/** Which downtime is which. */
export interface DowntimePairs {
  readonly pairs: readonly DowntimePair[];
  /**
   * Downtimes that somebody canceled. If none of its monitors is left either, Terraform
   * removed both, and the downtime is missing instead.
   */
  readonly canceled: readonly DowntimePair[];
  readonly missing: readonly Downtime[];
  readonly unexpected: readonly Downtime[];
}

/**
 * Pairs downtimes, which have no names, by what they silence and when: first those with
 * the same times, then those with similar times. Left out are downtimes that are over, and
 * one-time downtimes of either side whose time the other side covers anyway: which bridges
 * exist depends on when the data was deployed.
 */
export function downtimePairs(
  expected: readonly Downtime[],
  { deployment, partial, canceled }: Pick<AccountReading, 'deployment' | 'partial' | 'canceled'>,
  monitors: readonly MonitorPair[],
  now: Temporal.Instant,
): DowntimePairs {
  const lasts = ({ time }: Downtime) => time.kind === 'recurring' || isBefore(now, time.until);
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

/** What a downtime silences; a monitor by its address in the data. */
function targetOf({ monitors: target }: Downtime, monitors: readonly MonitorPair[]): string {
  if ('tags' in target) return `tags ${withoutOwner(target.tags).sort().join()}`;
  const pair = monitors.find(({ found }) => found.key === target.monitor);
  return `monitor ${pair?.expected.key ?? target.monitor}`;
}

/**
 * The tags without that of the owner, which only a deploy's maintenance has: with or without it,
 * `watchbill mute` and the deploy mute the same monitors.
 */
function withoutOwner(tags: readonly string[]): string[] {
  return tags.filter((tag) => !tag.startsWith('owner:') || !tags.includes(MARK_TAG));
}

/** Whether a downtime of the data silences any monitor that exists. */
function silencesAny({ monitors: target }: Downtime, monitors: readonly MonitorPair[]): boolean {
  return monitors.some(({ expected }) =>
    'monitor' in target
      ? expected.key === target.monitor
      : target.tags.every((tag) => tag === '*' || expected.tags.includes(tag)),
  );
}

/** Whether enough of a downtime is understood to pair it. */
function isPaired(downtime: Partial<Downtime>): downtime is Downtime {
  return downtime.time !== undefined && downtime.monitors !== undefined;
}

/** Both recur, or both happen once and overlap. */
function isNear({ time: a }: Downtime, { time: b }: Downtime): boolean {
  if (a.kind === 'recurring' || b.kind === 'recurring') return a.kind === b.kind;
  return isBefore(beginning(b), a.until) && isBefore(beginning(a), b.until);
}

function beginning({ from }: DowntimeOnce): Temporal.Instant {
  return from ?? Temporal.Instant.fromEpochMilliseconds(0);
}
