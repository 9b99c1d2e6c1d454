import { Temporal } from 'temporal-polyfill';
import type * as z from 'zod';
import { isoWeekday, type Weekday } from '../model/weekday';
import type { rotation as rotationSchema } from '../schema/rotation';
import type { Reading } from './reading';
import type { OrganizationFacts } from './readOrganization';
import type { YamlFile } from './yamlFile';

type Given = z.output<typeof rotationSchema>;

/**
 * Checks where versions begin: the first one, and each that names a day of its own, on the weekday
 * of its hand-off; each later one on a day on which a turn of the version before it ends.
 */
export function checkBeginnings(
  reading: Reading,
  file: YamlFile,
  rotation: string,
  { versions, turn: inherited }: Given,
  { handOff }: OrganizationFacts,
): void {
  versions.forEach(({ from, handOff: own }, index) => {
    const before = versions[index - 1];
    const day = own?.day ?? (before === undefined ? handOff?.day : undefined);
    const report = (code: 'ROTA003' | 'ROTA004', message: string, wayOut: string) =>
      reading.problems.error(file.at([rotation, 'versions', index, 'from']), {
        code,
        message,
        value: from.toString(),
        wayOut,
      });
    if (before === undefined) {
      const late = daysAfter(day, from);
      if (day === undefined || late === 0) return;
      report('ROTA003', `not a ${titled(day)}, the day of the hand-off`, `write ${choice(from, late, 7)}`);
      return;
    }
    const turn = before.turn ?? inherited;
    const apart = before.from.until(from, { largestUnit: 'days' }).days;
    if (apart <= 0) {
      report(
        'ROTA004',
        `this version does not start after the previous one (${before.from})`,
        'write versions oldest first, each with a later date',
      );
      return;
    }
    const late = apart % turn;
    if (late === 0 && daysAfter(day, from) === 0) return;
    const starts = startsOn(before.from, turn, day, from);
    report(
      'ROTA003',
      late === 0 && day !== undefined
        ? `not a ${titled(day)}, the day of this version's hand-off`
        : 'no turn of the previous version starts on this day',
      starts.length > 0
        ? `write ${starts.join(' or ')}`
        : `turns of ${turn}d never end on a ${titled(day)}: first add a version that lasts one turn, e.g. ${between(before.from, turn, day, from)}`,
    );
  });
}

/** How many days a date is after the last such weekday; 0 if it is one, or none is asked for. */
function daysAfter(day: Weekday | undefined, { dayOfWeek }: Temporal.PlainDate): number {
  return day === undefined ? 0 : (dayOfWeek - isoWeekday(day) + 7) % 7;
}

function choice(from: Temporal.PlainDate, late: number, step: number): string {
  const early = from.subtract({ days: late });
  return `${early} or ${early.add({ days: step })}`;
}

/** The nearest days around a date on which a later turn starts, and which are such a weekday: at most two. */
function startsOn(
  first: Temporal.PlainDate,
  turn: number,
  day: Weekday | undefined,
  around: Temporal.PlainDate,
): Temporal.PlainDate[] {
  const number = Math.floor(first.until(around).days / turn);
  const starts = Array.from({ length: 16 }, (_, index) => number - 7 + index)
    .filter((each) => each > 0)
    .map((each) => first.add({ days: each * turn }))
    .filter((start) => daysAfter(day, start) === 0);
  const late = starts.findIndex((start) => Temporal.PlainDate.compare(start, around) > 0);
  return late < 0 ? starts.slice(-2) : starts.slice(Math.max(0, late - 1)).slice(0, 2);
}

/** A version that ends the last turn before a day on it, as one would write it. */
function between(
  first: Temporal.PlainDate,
  turn: number,
  day: Weekday | undefined,
  wanted: Temporal.PlainDate,
): string {
  const soonest = first.add({ days: 2 * turn });
  const earliest = Temporal.PlainDate.compare(soonest, wanted) > 0 ? soonest : wanted;
  const from = earliest.add({ days: (7 - daysAfter(day, earliest)) % 7 });
  const turns = Math.floor(first.until(from).days / turn) - 1;
  const start = first.add({ days: turns * turn });
  return `{ from: ${start}, order: [whoever has that turn], turn: ${start.until(from).days}d }, then from: ${from}`;
}

function titled(day: Weekday | undefined): string {
  return day === undefined ? '' : `${day.charAt(0).toUpperCase()}${day.slice(1)}`;
}
