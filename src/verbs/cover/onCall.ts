import type { Temporal } from 'temporal-polyfill';
import { common, contains, isBefore, overlap, type Span } from '../../roster';
import { listText, rangeText } from '../../time/localTime';
import { without } from '../../time/pieces';
import type { WatchedSchedule } from './leave';
import type { Unmet } from './logIns';
import type { Schedules, Standing } from './pagerDuty';
import type { CoverRequest } from './request';

/** Who PagerDuty really has on call, whatever the data says. */
export interface OnCallReport {
  /** One line per rotation. */
  readonly lines: readonly string[];
  /** Times at which it pages the person who is away, although the data does not. */
  readonly unknown: readonly Unmet[];
}

/**
 * Asks PagerDuty who is on call now and during an absence. An override made elsewhere, or a
 * layer deployed from other data, may page somebody whom this data does not have on call.
 * Schedules that are missing or ambiguous are skipped here.
 * @param known times at which this data has the person on call, covered or not
 * @throws VendorError
 */
export async function onCallReport(
  watched: readonly WatchedSchedule[],
  known: readonly (Span & { readonly rotation: Pick<WatchedSchedule, 'id'> })[],
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
          text: `PagerDuty has ${person.name} on call in ${rotation.name}, ${rangeText(left, timeZone)}, but this data does not: an override made earlier or elsewhere, or a deploy of other data`,
          wayOut:
            'fetch the latest data (somebody may have covered from another clone) and run it again; otherwise override that time in PagerDuty',
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
