import { Temporal } from 'temporal-polyfill';
import type { Layer, Schedule } from '../deployment';
import type { Block } from '../terraform/block';
import { LONGEST_TURN, readRestriction, SHORTEST_TURN } from '../terraform/schedule';
import type { Parts } from './parts';
import { readReference } from './reference';
import type { Users } from './users';

/**
 * Reads a schedule as `GET /schedules/{id}` returns it. Its layers are in reverse of
 * Terraform's order, and removed layers stay: they end before they begin, or when they
 * were removed.
 * @see https://developer.pagerduty.com/api-reference/ GET /schedules/{id}
 */
export function readSchedule(block: Block, users: Users, parts: Parts): Schedule {
  const schedule = {
    key: block.text('id'),
    name: block.text('name'),
    timeZone: block.timeZone('time_zone'),
    layers: block
      .blocksIfAny('schedule_layers')
      .flatMap((layer) => readLayer(layer, users, parts))
      .reverse(),
  };
  block.ignore('type', 'summary', 'self', 'html_url', 'http_cal_url', 'web_cal_url', 'privacy');
  block.ignore('description', 'teams', 'users', 'escalation_policies', 'next_oncall_for_user');
  // Overrides are not deployed, and the renderings follow from the layers.
  block.ignore('overrides_subschedule', 'final_schedule');
  block.ignoreEmpty();
  parts.check(() => block.done());
  return schedule;
}

/** Ids of the users in the layers, whatever else is wrong with them. */
export function usersOfSchedule(block: Block): string[] {
  return block.blocksIfAny('schedule_layers').flatMap((layer) => {
    return layer.blocksIfAny('users').map((entry) => entry.block('user').text('id'));
  });
}

/** Reads a layer; returns none for one that is never active. */
function readLayer(block: Block, users: Users, parts: Parts): Layer[] {
  const start = block.instant('start');
  const end = block.has('end') ? block.instant('end') : undefined;
  const emails = block.blocksIfAny('users').map((entry) => {
    const user = entry.block('user');
    entry.done();
    return users.email(readReference(user, ['user', 'user_reference']), user.address, user.path);
  });
  if (emails.length === 0) throw block.error('users', 'a layer needs at least one user', []);
  const layer: Layer = {
    ...(block.has('name') ? { name: block.text('name') } : {}),
    start,
    ...(end === undefined ? {} : { end }),
    rotationVirtualStart: block.instant('rotation_virtual_start'),
    turnLength: Temporal.Duration.from({
      seconds: block.integer('rotation_turn_length_seconds', SHORTEST_TURN, LONGEST_TURN),
    }),
    users: emails,
    restrictions: block.blocksIfAny('restrictions').map(readRestriction),
  };
  block.ignore('id', 'rendered_schedule_entries', 'rendered_coverage_percentage');
  parts.check(() => block.done());
  return end !== undefined && Temporal.Instant.compare(end, start) <= 0 ? [] : [layer];
}
