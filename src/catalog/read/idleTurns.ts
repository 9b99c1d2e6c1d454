import type { Person } from '../model/owner';
import type { HandOff, Hours, Rotation } from '../model/rotation';
import { versionShape } from '../model/versionShape';
import { isoWeekday } from '../model/weekday';
import type { Reading } from './reading';

const DAY = 24 * 60;

/**
 * Warns of people whose turns never fall into the hours of their rotation (ROTA013): with daily turns
 * and an order of seven, the same person has every Saturday. A hand-off outside of hours is fine,
 * because it cuts no window. Only the last order is checked: an earlier one may have been too short
 * for everybody to have a turn.
 */
export function checkIdleTurns(reading: Reading, rotation: Rotation): void {
  const version = rotation.versions.at(-1);
  if (version === undefined) return;
  const { turnDays, handOff, hours } = versionShape(rotation, version);
  if (hours === undefined) return;
  const idle = idlePeople(version.order, hours, { turnDays, handOff, from: version.from });
  if (idle.length === 0) return;
  reading.problems.warning(version.source, {
    code: 'ROTA013',
    message: `no turn of ${idle.map((person) => person.id).join(', ')} ever falls into the hours of this rotation`,
    value: rotation.id,
    wayOut: 'change the hours, or the order or turn length so that one round is not a whole number of weeks',
  });
}

/** Who is never on call; in wall-clock minutes from the first hand-off. */
function idlePeople(
  order: readonly Person[],
  hours: Hours,
  {
    turnDays,
    handOff,
    from,
  }: Pick<Rotation['versions'][number], 'from'> & {
    readonly turnDays: number;
    readonly handOff: HandOff;
  },
): readonly Person[] {
  const turn = turnDays * DAY;
  // After this many days, turns and weekdays repeat.
  const cycle = order.length * turnDays * 7;
  const begin = minutesOf(hours.from) - minutesOf(handOff.at);
  const length = (minutesOf(hours.until) - minutesOf(hours.from) + DAY) % DAY || DAY;
  const days = new Set(hours.days.map(isoWeekday));
  const onCall = new Set<number>();
  for (let day = 0; day < cycle && onCall.size < order.length; day += 1) {
    if (!days.has(((from.dayOfWeek - 1 + day) % 7) + 1)) continue;
    const first = Math.floor((day * DAY + begin) / turn);
    const last = Math.floor((day * DAY + begin + length - 1) / turn);
    for (let number = first; number <= last; number += 1) {
      onCall.add(((number % order.length) + order.length) % order.length);
    }
  }
  return order.filter((_, index) => !onCall.has(index));
}

function minutesOf({ hour, minute }: Hours['from']): number {
  return hour * 60 + minute;
}
