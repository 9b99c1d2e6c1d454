import { Temporal } from 'temporal-polyfill';
import type { Layer, Restriction, Schedule } from '../deployment';
import type { Block } from './block';
import type { Stack } from './stack';

/** The shortest turn that the provider takes, in seconds. */
export const SHORTEST_TURN = 3_600;
/** The longest turn that the provider takes, in seconds. */
export const LONGEST_TURN = 31_536_000;
const LONGEST_DAILY_RESTRICTION = 86_399;
const LONGEST_WEEKLY_RESTRICTION = 604_799;

/**
 * Reads a `pagerduty_schedule`, its layers in Terraform's order.
 * @see https://registry.terraform.io/providers/PagerDuty/pagerduty/3.30.8/docs/resources/schedule
 */
export function readSchedule(block: Block, stack: Stack): Schedule {
  const schedule = {
    key: block.address,
    name: block.text('name'),
    timeZone: block.timeZone('time_zone'),
    layers: block.blocks('layer').map((layer) => readLayer(layer, stack)),
  };
  block.ignore('description', 'teams');
  block.done();
  return schedule;
}

function readLayer(block: Block, stack: Stack): Layer {
  const start = block.instant('start');
  const end = block.has('end') ? fullMinute(block, 'end') : undefined;
  if (end !== undefined && Temporal.Instant.compare(end, start) <= 0) {
    throw block.error('end', `not after the layer's start (${start})`, end);
  }
  const users = block.references('users').map((user) => stack.email(user));
  if (users.length === 0) throw block.error('users', 'a layer needs at least one user', []);
  const layer: Layer = {
    ...(block.has('name') ? { name: block.text('name') } : {}),
    start,
    ...(end === undefined ? {} : { end }),
    rotationVirtualStart: fullMinute(block, 'rotation_virtual_start'),
    turnLength: Temporal.Duration.from({
      seconds: block.integer('rotation_turn_length_seconds', SHORTEST_TURN, LONGEST_TURN),
    }),
    users,
    restrictions: block.has('restriction') ? block.blocks('restriction').map(readRestriction) : [],
  };
  block.done();
  return layer;
}

/** The provider refuses seconds here, though not in `start`. */
function fullMinute(block: Block, key: string): Temporal.Instant {
  const at = block.instant(key);
  if (!at.equals(at.round({ smallestUnit: 'minute', roundingMode: 'trunc' }))) {
    throw block.error(key, 'has seconds, which the provider refuses', at);
  }
  return at;
}

/** Reads a restriction of a layer; PagerDuty's API writes it as the provider does. */
export function readRestriction(block: Block): Restriction {
  const kind = block.oneOf('type', ['daily_restriction', 'weekly_restriction']);
  const from = block.parse('start_time_of_day', 'a time of day as HH:MM:SS', (text) =>
    /^\d{2}:\d{2}:\d{2}$/.test(text) ? Temporal.PlainTime.from(text) : undefined,
  );
  const longest = kind === 'daily_restriction' ? LONGEST_DAILY_RESTRICTION : LONGEST_WEEKLY_RESTRICTION;
  const duration = Temporal.Duration.from({ seconds: block.integer('duration_seconds', 1, longest) });
  const restriction: Restriction =
    kind === 'daily_restriction'
      ? { kind: 'daily', from, duration }
      : { kind: 'weekly', dayOfWeek: block.integer('start_day_of_week', 1, 7), from, duration };
  block.done();
  return restriction;
}
