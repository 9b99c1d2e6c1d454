import type { Temporal } from 'temporal-polyfill';
import type { Span } from '../../time/span';
import { apiBlock } from './objects';
import type { PagerDutyReader } from './readers';
import { readReference } from './reference';
import { Users } from './users';

/** Somebody who stands above all layers of a schedule for a while, put there by hand. */
export interface Override extends Span {
  /** Log-in e-mail. */
  readonly email: string;
}

/**
 * The overrides of a schedule that touch a span, clipped to it, by their beginning.
 * @param schedule Its API id.
 * @throws DeploymentError where one cannot be read
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
  const blocks = found.map((value) => apiBlock('override', value));
  const users = new Users(pagerDuty);
  await users.load(blocks.map((block) => block.block('user').text('id')));
  return blocks
    .map((block) => {
      const user = block.block('user');
      const id = readReference(user, ['user', 'user_reference']);
      return {
        from: later(block.instant('start'), span.from),
        until: earlier(block.instant('end'), span.until),
        email: users.email(id, user.address, user.path),
      };
    })
    .sort((a, b) => a.from.epochMilliseconds - b.from.epochMilliseconds);
}

function later(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return a.epochMilliseconds > b.epochMilliseconds ? a : b;
}

function earlier(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return a.epochMilliseconds < b.epochMilliseconds ? a : b;
}
