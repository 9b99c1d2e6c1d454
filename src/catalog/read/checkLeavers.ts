import { Temporal } from 'temporal-polyfill';
import type { RotationVersion } from '../model/rotation';
import type { Reading } from './reading';

/**
 * Reports turns that start on or after the day somebody has left (ROTA010). A turn that
 * started earlier is covered for its rest.
 * @param turnDays the rotation's length of a turn, in whole local days
 */
export function checkLeavers(reading: Reading, versions: readonly RotationVersion[], turnDays: number): void {
  versions.forEach((version, index) => {
    const turn = firstTurnOfALeaver(version, versions[index + 1]?.from, version.turnDays ?? turnDays);
    if (turn === undefined) return;
    const { id, left, begins } = turn;
    reading.problems.error(version.source, {
      code: 'ROTA010',
      message: `${id} has left by ${left}, but a turn of theirs starts on ${begins}`,
      value: id,
      wayOut: begins.equals(version.from)
        ? `leave ${id} out of the version from ${begins}`
        : `add a version from ${begins} without ${id}, and leave this one as it is`,
    });
  });
}

/** The earliest turn of a version that starts after its person has left. */
function firstTurnOfALeaver(
  { from, order }: RotationVersion,
  end: Temporal.PlainDate | undefined,
  turnDays: number,
): { id: string; left: Temporal.PlainDate; begins: Temporal.PlainDate } | undefined {
  const turns = order.flatMap(({ id, left }, position) => {
    if (left === undefined) return [];
    const days = from.until(left).days - position * turnDays;
    const rounds = Math.max(0, Math.ceil(days / (order.length * turnDays)));
    const begins = from.add({ days: (position + rounds * order.length) * turnDays });
    const isOver = end !== undefined && Temporal.PlainDate.compare(begins, end) >= 0;
    return isOver ? [] : [{ id, left, begins }];
  });
  return turns.sort((a, b) => Temporal.PlainDate.compare(a.begins, b.begins))[0];
}
