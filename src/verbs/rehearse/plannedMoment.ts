import { Temporal } from 'temporal-polyfill';
import type { Pipeline } from '../../catalog';
import { isBefore, type Span } from '../../roster';
import { UsageError } from '../../text/usageError';
import { timeText } from '../../time/localTime';
import type { RuleRehearsal } from './ruleRehearsal';
import type { Verdict } from './verdict';

/** The limits within which a rehearsal is meaningful. */
export interface Planned {
  /** From as-of to the horizon. */
  readonly window: Span;
  /** IANA zone of times in words. */
  readonly timeZone: string;
  readonly verdict: Verdict;
}

/**
 * Refuses a moment at which no verdict would be true: nobody is on call before a rotation's
 * first version, layers that ended before as-of are no longer deployed, and covers beyond the
 * horizon are not deployed yet.
 * @throws UsageError with code REHE007
 */
export function refuseUnplanned(
  at: Temporal.Instant,
  pipelines: readonly Pipeline[],
  { window, timeZone, verdict }: Planned,
): void {
  const time = timeText(at, timeZone);
  if (isBefore(at, window.from)) {
    const waiting = pipelines.find((pipeline) => verdict.isBeforeFirstVersion(pipeline, at));
    throw new UsageError(
      waiting === undefined
        ? `REHE007: ${time} is before as-of, ${timeText(window.from, timeZone)}: layers that had ended by then are no longer deployed\n  rehearse it with --as-of ${at.toZonedDateTimeISO(timeZone).toPlainDate()}, or choose a later --at`
        : `REHE007: ${time} is before the first version of the rotation of ${waiting.id}: nobody is on call yet\n  choose a later --at`,
    );
  }
  if (!isBefore(at, window.until)) refuseBeyond(`${time} is`, window, timeZone);
}

/**
 * Refuses a rehearsal that goes on beyond the horizon, where nothing is planned yet.
 * @throws UsageError with code REHE007
 */
export function refuseLate(
  { begins, notifications, incidents }: RuleRehearsal,
  name: string,
  { window, timeZone }: Planned,
): void {
  const pages = incidents.flatMap((incident) => incident.pages);
  const moments = [begins, ...[...notifications, ...pages].map(({ at }) => at)].sort(
    Temporal.Instant.compare,
  );
  const late = moments.find((at) => !isBefore(at, window.until));
  if (late !== undefined)
    refuseBeyond(`${name}: the rehearsal reaches ${timeText(late, timeZone)},`, window, timeZone);
}

function refuseBeyond(what: string, { until }: Span, timeZone: string): never {
  throw new UsageError(
    `REHE007: ${what} beyond the horizon, ${timeText(until, timeZone)}: covers and holidays are planned only until then\n  choose an earlier --at, or a later --as-of`,
  );
}
