import { Temporal } from 'temporal-polyfill';
import type { Span } from '../../time/span';
import { apiBlock } from './objects';
import { type PersonSpan, readPersonSpans } from './personSpans';
import type { PagerDutyReader } from './readers';

/** A time for which somebody was put above all layers of a schedule by hand. */
export interface Override extends PersonSpan {}

/**
 * The overrides of a schedule that overlap a span, clipped to it, in order of their start.
 * @param schedule The schedule's API id.
 * @throws DeploymentError if one cannot be read
 * @see https://developer.pagerduty.com/api-reference/ GET /schedules/{id}/overrides
 */
export async function readOverrides(
  pagerDuty: PagerDutyReader,
  schedule: string,
  span: Span,
): Promise<Override[]> {
  const found = await pagerDuty.list(`/schedules/${schedule}/overrides`, 'overrides', {
    since: span.from.toString(),
    until: span.until.toString(),
  });
  const entries = found.map((value) => apiBlock('override', value));
  const overrides = await readPersonSpans(pagerDuty, entries, span);
  return overrides.sort((a, b) => Temporal.Instant.compare(a.from, b.from));
}
