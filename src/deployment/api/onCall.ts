import type { Temporal } from 'temporal-polyfill';
import type { Span } from '../../time/span';
import { apiBlock, enveloped } from './objects';
import type { PagerDutyReader } from './readers';
import { readReference } from './reference';
import { Users } from './users';

/** A time in which PagerDuty has somebody on call, all layers and overrides taken together. */
export interface OnCall extends Span {
  /** Log-in e-mail. */
  readonly email: string;
}

/**
 * Whom a schedule pages within a span by PagerDuty's own rendering, clipped to it; time in
 * which nobody is on call is left out.
 * @param schedule Its API id.
 * @throws DeploymentError where it cannot be read
 * @see https://developer.pagerduty.com/api-reference/ GET /schedules/{id}
 */
export async function readOnCall(
  pagerDuty: PagerDutyReader,
  schedule: string,
  { from, until }: Span,
): Promise<OnCall[]> {
  const query = { since: from.toString(), until: until.toString() };
  const answer = await pagerDuty.get(`/schedules/${schedule}`, query);
  const entries = apiBlock('schedule', enveloped(answer, 'schedule', `schedule ${schedule}`))
    .block('final_schedule')
    .blocksIfAny('rendered_schedule_entries');
  const users = new Users(pagerDuty);
  await users.load(entries.map((entry) => entry.block('user').text('id')));
  return entries.map((entry) => {
    const user = entry.block('user');
    const id = readReference(user, ['user', 'user_reference']);
    return {
      from: later(entry.instant('start'), from),
      until: earlier(entry.instant('end'), until),
      email: users.email(id, user.address, user.path),
    };
  });
}

function later(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return a.epochNanoseconds > b.epochNanoseconds ? a : b;
}

function earlier(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return a.epochNanoseconds < b.epochNanoseconds ? a : b;
}
