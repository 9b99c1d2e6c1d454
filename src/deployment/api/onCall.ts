import type { Span } from '../../time/span';
import { apiBlock, enveloped } from './objects';
import { type PersonSpan, readPersonSpans } from './personSpans';
import type { PagerDutyReader } from './readers';

/** A time in which PagerDuty has somebody on call, all layers and overrides taken together. */
export interface OnCall extends PersonSpan {}

/**
 * Who a schedule pages within a span, by PagerDuty's own rendering: clipped to the span, without
 * the time in which nobody is on call.
 * @param schedule The schedule's API id.
 * @throws DeploymentError if it cannot be read
 * @see https://developer.pagerduty.com/api-reference/ GET /schedules/{id}
 */
export async function readOnCall(
  pagerDuty: PagerDutyReader,
  schedule: string,
  span: Span,
): Promise<OnCall[]> {
  const query = { since: span.from.toString(), until: span.until.toString() };
  const answer = await pagerDuty.get(`/schedules/${schedule}`, query);
  const entries = apiBlock('schedule', enveloped(answer, 'schedule', `schedule ${schedule}`))
    .block('final_schedule')
    .blocksIfAny('rendered_schedule_entries');
  return readPersonSpans(pagerDuty, entries, span);
}
