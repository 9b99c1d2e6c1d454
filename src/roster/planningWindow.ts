import type { Temporal } from 'temporal-polyfill';
import type { Organization, Rotation } from '../catalog';
import { dayAt, startOfDay } from '../time/localDay';
import type { Span } from '../time/span';
import { turnsOf } from './turns';

/**
 * The end of the planned time: the start of the local day that is the organization's
 * `horizonDays` after the local day of `asOf`.
 */
export function horizonOf(asOf: Temporal.Instant, organization: Organization): Temporal.Instant {
  const { timeZone, horizonDays } = organization;
  return startOfDay(dayAt(asOf, timeZone) + horizonDays, timeZone);
}

/**
 * The planned time of a rotation: from the start of the turn that runs at `asOf`, so that a
 * running cover keeps its true start from day to day, to the horizon. Before the first version
 * it starts at `asOf`.
 * @param since an earlier instant to start from, to include the past
 */
export function planningWindow(
  rotation: Rotation,
  organization: Organization,
  asOf: Temporal.Instant,
  since: Temporal.Instant = asOf,
): Span {
  return {
    from: turnsOf(rotation, organization).at(since)?.span.from ?? since,
    until: horizonOf(asOf, organization),
  };
}
