import * as z from 'zod';
import { invalid } from './apiError';
import { parsed } from './body';
import type { Seconds } from './spans';
import { epochSeconds, instantOf } from './times';
import { isTimeZone } from './timeZone';

const windowQuery = z.object({
  since: z.string().optional(),
  until: z.string().optional(),
  time_zone: z.string().refine(isTimeZone, { error: 'is not a valid time zone' }).optional(),
});

const TWO_WEEKS_SECONDS = 14 * 86_400;
/** The longest time range. PagerDuty does not document its own limit for all routes; this one keeps answers small. */
const LONGEST_SECONDS = 366 * 86_400;

/**
 * The time range of a query's `since` and `until`; two weeks if one of them is missing.
 * @returns undefined if both are
 * @throws PagerDutyError if a time is not valid, or `until` is not after `since` or more than a year later
 */
export function windowOf(query: unknown): Seconds | undefined {
  const { since, until } = parsed(windowQuery, query);
  const [from, to] = [seconds('since', since), seconds('until', until)];
  const window = {
    from: from ?? (to ?? 0) - TWO_WEEKS_SECONDS,
    until: to ?? (from ?? 0) + TWO_WEEKS_SECONDS,
  };
  if (from === undefined && to === undefined) return undefined;
  if (window.until <= window.from) throw invalid('Until must be after since');
  if (window.until - window.from > LONGEST_SECONDS) throw invalid('Time range is too long');
  return window;
}

/** The zone that a query wants its answer in. */
export function timeZoneOf(query: unknown): string | undefined {
  return parsed(windowQuery, query).time_zone;
}

function seconds(key: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const instant = instantOf(text) ?? instantOf(`${text}T00:00:00Z`) ?? instantOf(`${text}Z`);
  if (instant === undefined) throw invalid(`${key} is not a valid time`);
  return epochSeconds(instant);
}
