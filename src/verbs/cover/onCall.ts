import type { Temporal } from 'temporal-polyfill';
import { common, contains, isBefore, overlap, type Span } from '../../roster';
import { listText, rangeText } from '../../time/localTime';
import type { Move, WatchedSchedule } from './leave';
import type { Schedules, Standing } from './pagerDuty';
import type { CoverRequest } from './request';
import type { Unmet } from './unmet';

/** Whom PagerDuty really has on call, whatever the data says. */
export interface OnCallReport {
  /** By rotation, for people. */
  readonly lines: readonly string[];
  /** Where it pages the person who is away, and the data knows nothing of it. */
  readonly unknown: readonly Unmet[];
}

/**
 * Asks PagerDuty who is on call now and in the time of an absence: an override that was
 * made elsewhere, or a layer of other data, pages somebody of whom this data does not say it.
 * A schedule that is not there, or is there twice, is left to whoever needs it.
 * @param known when this data has the person on call, whether somebody stands in or nobody can
 * @throws VendorError
 */
export async function onCallReport(
  watched: readonly WatchedSchedule[],
  known: readonly Pick<Move, 'rotation' | 'from' | 'until'>[],
  request: CoverRequest,
  schedules: Schedules,
  now: Temporal.Instant,
): Promise<OnCallReport> {
  const { person, span, timeZone } = request;
  const user = await schedules.userByEmail(person.email);
  const lines: string[] = [];
  const unknown: Unmet[] = [];
  for (const rotation of watched) {
    const [schedule, ...others] = await schedules.idsByName(rotation.name);
    if (schedule === undefined || others.length > 0) continue;
    const standing = await schedules.standing(schedule, { from: now, until: span.until });
    lines.push(`${rotation.name}: ${onCallText(standing, span, now)}`);
    const own = known.filter((each) => each.rotation.id === rotation.id);
    for (const each of standing.filter((one) => one.user === user && overlap(one, span))) {
      for (const left of without(common(each, span), own)) {
        unknown.push({
          text: `PagerDuty has ${person.name} on call in ${rotation.name}, ${rangeText(left, timeZone)}, and this data does not: an override that was made elsewhere, or other data that was deployed`,
          wayOut:
            'fetch the newest data (somebody may have covered from another clone), and run it again; else give the time to somebody in PagerDuty',
        });
      }
    }
  }
  return { lines, unknown };
}

function onCallText(standing: readonly Standing[], span: Span, now: Temporal.Instant): string {
  const names = (all: readonly Standing[]) =>
    all.length === 0 ? 'nobody' : listText([...new Set(all.map(({ name }) => name))]);
  const then = names(standing.filter((each) => overlap(each, span)));
  if (!isBefore(now, span.from)) return then;
  return `${names(standing.filter((each) => contains(each, now)))} now, ${then} then`;
}

/** What of a span lies in none of others. */
function without(span: Span, others: readonly Span[]): Span[] {
  return others.reduce<Span[]>(
    (left, other) =>
      left.flatMap((each) =>
        overlap(each, other)
          ? [
              { from: each.from, until: other.from },
              { from: other.until, until: each.until },
            ].filter((part) => isBefore(part.from, part.until))
          : [each],
      ),
    [span],
  );
}
