import { Temporal } from 'temporal-polyfill';
import type { Layer, Schedule } from '../deployment';
import { Block } from './block';
import { readRestriction } from './schedule';

/** Everything is as the vendor has it: Terraform has evaluated its templates. */
const AS_IT_IS = (text: string) => text;

/**
 * A `pagerduty_schedule` as a plan of Terraform has it, before or after: with the vendor's ids,
 * and with more than was synthesized.
 * @param emailOf the log-in of a user's id
 * @throws DeploymentError for a value that cannot be read
 */
export function readPlannedSchedule(
  address: string,
  values: Readonly<Record<string, unknown>>,
  emailOf: (id: string) => string,
): Schedule {
  const block = new Block(address, '', values, AS_IT_IS);
  return {
    key: address,
    name: block.text('name'),
    timeZone: block.timeZone('time_zone'),
    layers: block.blocks('layer').map((layer) => readLayer(layer, emailOf)),
  };
}

function readLayer(block: Block, emailOf: (id: string) => string): Layer {
  return {
    ...(block.isEmpty('name') ? {} : { name: block.text('name') }),
    start: block.instant('start'),
    // A layer that never ends has an empty text in the state.
    ...(block.isEmpty('end') ? {} : { end: block.instant('end') }),
    rotationVirtualStart: block.instant('rotation_virtual_start'),
    turnLength: Temporal.Duration.from({ seconds: block.number('rotation_turn_length_seconds') }),
    users: block.texts('users').map(emailOf),
    restrictions: block.isEmpty('restriction')
      ? []
      : block.blocks('restriction').map((each) => readRestriction(each.without((_key, value) => !value))),
  };
}
